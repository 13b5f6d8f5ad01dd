//! The chapters, for a page to ask.
//!
//! [`chapters`] is the one list of what the book shows; the press prints it, and this crate, compiled
//! to WebAssembly, answers from it when a reader changes an input. [`run`], [`draw`] and [`written`]
//! are all that a page calls: pure functions, the same ones that printed the page.
//!
//! ```
//! let answer = live::run("perceptron", &[0.5, -1.2, 0.3]).unwrap();
//! let z = answer.names().iter().position(|name| name == "z").unwrap();
//! assert!((answer.values()[z] - 0.51).abs() < 1e-12);
//! assert_eq!(live::written("0.41", answer.values()[z], 0.41), "0.51");
//! ```

use plate::{Chapter, Example, Figure, number};
use std::sync::{LazyLock, Mutex, PoisonError};
use wasm_bindgen::prelude::wasm_bindgen;

/// What the book shows: its chapters in reading order.
pub fn chapters() -> Vec<Chapter> {
    vec![
        neurons::chapter(),
        weights::chapter(),
        convolution::chapter(),
        pooling::chapter(),
        activations::chapter(),
        backprop::chapter(),
    ]
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
