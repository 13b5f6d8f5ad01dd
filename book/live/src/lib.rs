//! The chapters, for a page to ask.
//!
//! One list names the chapters: the press prints what they show ([`papers`]), and this crate, compiled
//! to WebAssembly, answers from it ([`chapters`]) when a reader changes an input. [`run`], [`draw`] and [`written`]
//! are all that a page calls: pure functions, the same ones that printed the page.
//!
//! ```
//! let answer = live::run("perceptron", &[0.5, -1.2, 0.3]).unwrap();
//! let z = answer.names().iter().position(|name| name == "z").unwrap();
//! assert!((answer.values()[z] - 0.51).abs() < 1e-12);
//! assert_eq!(live::written("0.41", answer.values()[z], 0.41), "0.51");
//! ```

use plate::{Chapter, Example, Figure, Input, Paper, number};
use std::sync::{LazyLock, Mutex, PoisonError};
use wasm_bindgen::prelude::wasm_bindgen;

/// The one list of chapters, in reading order: what each answers to `$function`.
macro_rules! of_each {
    ($function:ident) => {
        vec![
            neurons::$function(),
            weights::$function(),
            convolution::$function(),
            pooling::$function(),
            activations::$function(),
            backprop::$function(),
        ]
    };
}

/// What a page can ask of the chapters.
pub fn chapters() -> Vec<Chapter> {
    of_each!(chapter)
}

/// What the press prints of the chapters. The program of the pages does not call it, and so goes
/// without the code that only paper needs.
pub fn papers() -> Vec<Paper> {
    of_each!(paper)
}

static CHAPTERS: LazyLock<Vec<Chapter>> = LazyLock::new(chapters);

/// The results of a worked example, in the order in which they were computed.
#[wasm_bindgen]
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    names: Vec<String>,
    values: Vec<f64>,
}

#[wasm_bindgen]
impl Answer {
    /// The results' names.
    #[wasm_bindgen(getter)]
    pub fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    /// The results, all bits of them.
    #[wasm_bindgen(getter)]
    pub fn values(&self) -> Vec<f64> {
        self.values.clone()
    }
}

/// Runs the worked example called `name` on `values`, in the order of its inputs.
///
/// # Errors
/// A name that no example has, a value out of range, and what the chapter's code refuses, each as a
/// sentence for the reader.
#[wasm_bindgen]
pub fn run(name: &str, values: &[f64]) -> Result<Answer, String> {
    let mut examples = CHAPTERS.iter().flat_map(|chapter| &chapter.examples);
    let example: &Example = examples
        .find(|example| example.name == name)
        .ok_or_else(|| format!("no example is called {name}"))?;
    let outputs = example.run(values).map_err(|refusal| refusal.to_string())?;
    Ok(Answer {
        names: outputs.iter().map(|(name, _)| name.to_string()).collect(),
        values: outputs.iter().map(|(_, value)| value).collect(),
    })
}

/// Draws the figure called `name` for `values`, in the order of its inputs: an SVG.
///
/// # Errors
/// As [`run`].
#[wasm_bindgen]
pub fn draw(name: &str, values: &[f64]) -> Result<String, String> {
    let mut figures = CHAPTERS.iter().flat_map(|chapter| &chapter.figures);
    let figure: &Figure = figures
        .find(|figure| figure.name == name)
        .ok_or_else(|| format!("no figure is called {name}"))?;
    figure.draw(values).map_err(|refusal| refusal.to_string())
}

/// The inputs called `name`, and what unfolds of them.
fn inputs(name: &str) -> Option<(&'static [Input], &'static [&'static str])> {
    let mut chapters = CHAPTERS.iter();
    chapters.find_map(|chapter| {
        let mut examples = chapter.examples.iter();
        let mut figures = chapter.figures.iter();
        let example = examples.find(|example| example.of == name);
        let figure = figures.find(|figure| figure.of == name);
        example
            .map(|example| (example.inputs, example.unfolds))
            .or(figure.map(|figure| (figure.inputs, figure.unfolds)))
    })
}

/// The value that input `i` of the inputs called `name` takes when a reader moves it to `value`, or
/// types it.
#[wasm_bindgen]
pub fn fit(name: &str, i: usize, value: f64, typed: bool) -> f64 {
    match inputs(name).and_then(|(inputs, _)| inputs.get(i)) {
        Some(input) if typed => input.typed(value),
        Some(input) => input.setting(value),
        None => value,
    }
}

/// The values of the inputs called `name` one step on, in what unfolds: the last input fastest, as in
/// an odometer. After the last step comes the first again.
///
/// ```
/// let sliding = [0.0, 2.0, -1.0, -1.0, 1.0, 1.0];
/// assert_eq!(live::advance("sliding", &sliding)[..2], [1.0, 0.0]);
/// ```
#[wasm_bindgen]
pub fn advance(name: &str, values: &[f64]) -> Vec<f64> {
    let mut values = values.to_vec();
    let (inputs, unfolds) = inputs(name).unwrap_or_default();
    for unfolding in unfolds.iter().rev() {
        let known = inputs.iter().zip(&mut values);
        for (input, value) in known.filter(|(input, _)| input.name == *unfolding) {
            let next = input.setting(*value + input.step);
            if next > *value {
                *value = next;
                return values;
            }
            *value = input.min;
        }
    }
    values
}

/// `value` in the place of `literal`, which is what the page prints for `default`.
#[wasm_bindgen]
pub fn written(literal: &str, value: f64, default: f64) -> String {
    number::instead(literal, value, default)
}

static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

/// Keeps what a panic says, for [`last_panic`]: a trap tells a page nothing.
#[wasm_bindgen(start)]
pub fn remember_panics() {
    std::panic::set_hook(Box::new(|panic| {
        *LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
    }));
}

/// What the last panic said, and where in the code.
#[wasm_bindgen]
pub fn last_panic() -> String {
    let said = LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner);
    said.clone()
}
