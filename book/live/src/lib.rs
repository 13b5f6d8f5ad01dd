//! The chapters, for a page to ask.
//!
//! One list names the chapters ([`chapters`]): the press makes the pages of what they show. Each has a
//! program here as well (`src/bin`), which is compiled to WebAssembly, opens its chapter ([`open`]) and
//! answers when a reader changes an input. [`run`], [`draw`], [`fit`], [`advance`] and [`written`] are
//! all that a page calls: pure functions, the same ones that made the page.
//!
//! ```
//! live::open(live::interactive());
//! let answer = live::run("perceptron", &[0.5, -1.2, 0.3]).unwrap();
//! let z = answer.names().iter().position(|name| name == "z").unwrap();
//! assert!((answer.values()[z] - 0.51).abs() < 1e-12);
//! assert_eq!(live::written("0.41", answer.values()[z], 0.41), "0.51");
//! ```

use show::{Example, Figure, Inputs, Interactive, number};
use std::sync::{Mutex, OnceLock, PoisonError};
use wasm_bindgen::prelude::wasm_bindgen;

/// The one list of chapters, in reading order, and what each shows. A program of the pages holds one
/// chapter, and what a page can ask of it: it goes without the list.
#[cfg(not(target_arch = "wasm32"))]
pub fn chapters() -> Vec<show::Chapter> {
    vec![
        neurons::book::chapter(),
        weights::book::chapter(),
        convolution::book::chapter(),
        pooling::book::chapter(),
        activations::book::chapter(),
        backprop::book::chapter(),
        digits::book::chapter(),
        speed::book::chapter(),
    ]
}

/// What a page can ask of all chapters.
#[cfg(not(target_arch = "wasm32"))]
pub fn interactive() -> Vec<Interactive> {
    let chapters = chapters().into_iter();
    let all = chapters.flat_map(|chapter| {
        let apart = chapter
            .apart
            .into_iter()
            .map(|(_, interactive)| interactive);
        [chapter.interactive].into_iter().chain(apart)
    });
    all.collect()
}

static CHAPTERS: OnceLock<Vec<Interactive>> = OnceLock::new();

/// Opens the `chapters` that the functions below answer for; they stay those of the first call. From now on
/// [`last_panic`] knows what a panic says.
pub fn open(chapters: Vec<Interactive>) {
    remember_panics();
    // A second call finds them open.
    let _ = CHAPTERS.set(chapters);
}

/// The open chapters.
fn open_chapters() -> &'static [Interactive] {
    CHAPTERS.get().map_or(&[], Vec::as_slice)
}

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
    let mut examples = open_chapters().iter().flat_map(|chapter| &chapter.examples);
    let example: &Example = examples
        .find(|example| example.name == name)
        .ok_or_else(|| format!("no example is called {name}"))?;
    let outputs = example.run(values)?;
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
    let mut figures = open_chapters().iter().flat_map(|chapter| &chapter.figures);
    let figure: &Figure = figures
        .find(|figure| figure.name == name)
        .ok_or_else(|| format!("no figure is called {name}"))?;
    Ok(figure.draw(values)?)
}

/// The inputs of all examples and figures, some of them several times.
fn all_inputs() -> impl Iterator<Item = &'static Inputs> {
    open_chapters().iter().flat_map(|chapter| {
        let examples = chapter.examples.iter().map(|example| example.inputs);
        examples.chain(chapter.figures.iter().map(|figure| figure.inputs))
    })
}

/// The inputs called `name`.
fn inputs(name: &str) -> Option<&'static Inputs> {
    all_inputs().find(|inputs| inputs.name == name)
}

/// The value that input `i` of the inputs called `name` takes when a reader moves it to `value`, or
/// types it.
#[wasm_bindgen]
pub fn fit(name: &str, i: usize, value: f64, typed: bool) -> f64 {
    match inputs(name).and_then(|inputs| inputs.list.get(i)) {
        Some(input) if typed => input.typed(value),
        Some(input) => input.setting(value),
        None => value,
    }
}

/// The values of the inputs called `name` one step on, in what unfolds: the last input fastest, as in
/// an odometer. After the last step comes the first again.
///
/// ```
/// live::open(live::interactive());
/// let sliding = [0.0, 2.0, -1.0, -1.0, 1.0, 1.0];
/// assert_eq!(live::advance("sliding", &sliding)[..2], [1.0, 0.0]);
/// ```
#[wasm_bindgen]
pub fn advance(name: &str, values: &[f64]) -> Vec<f64> {
    let mut values = values.to_vec();
    let Some(inputs) = inputs(name) else {
        return values;
    };
    for unfolding in inputs.unfolds.iter().rev() {
        let known = inputs.list.iter().zip(&mut values);
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

/// `value` in the place of `literal`, which is what the page says for `default`.
#[wasm_bindgen]
pub fn written(literal: &str, value: f64, default: f64) -> String {
    number::instead(literal, value, default)
}

/// Rust's own allocator is twice the code of this one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

/// Keeps what a panic says, for [`last_panic`]: a trap tells a page nothing.
fn remember_panics() {
    std::panic::set_hook(Box::new(|panic| {
        *LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
    }));
}

/// What the last panic said, and where in the code.
#[wasm_bindgen]
pub fn last_panic() -> String {
    let message = LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner);
    message.clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use show::Input;
    use std::collections::BTreeSet;

    /// The inputs of all chapters, which are open then.
    fn of_the_book() -> impl Iterator<Item = &'static Inputs> {
        open(interactive());
        all_inputs()
    }

    fn defaults(inputs: &[Input]) -> Vec<f64> {
        inputs.iter().map(|input| input.default).collect()
    }

    #[test]
    fn what_unfolds_goes_through_all_its_settings_once_and_begins_again() {
        let mut unfolding = 0;
        for Inputs {
            name,
            list: inputs,
            unfolds,
            ..
        } in of_the_book()
        {
            let moves = |input: &&Input| unfolds.contains(&input.name);
            let count = inputs
                .iter()
                .filter(moves)
                .map(|i| i.settings().count())
                .product();
            let mut values: Vec<f64> = inputs
                .iter()
                .map(|input| {
                    if moves(&input) {
                        input.min
                    } else {
                        input.default
                    }
                })
                .collect();
            let first = values.clone();
            let mut seen = BTreeSet::new();
            for _ in 0..count {
                assert!(
                    seen.insert(format!("{values:?}")),
                    "{name} is twice at {values:?}"
                );
                values = advance(name, &values);
            }
            assert_eq!(values, first, "{name}");
            unfolding += usize::from(!unfolds.is_empty());
        }
        assert!(unfolding > 0);
    }

    #[test]
    fn a_value_that_is_moved_or_typed_stays_in_range_and_a_setting_stays_as_it_is() {
        for Inputs {
            name, list: inputs, ..
        } in of_the_book()
        {
            for (i, input) in inputs.iter().enumerate() {
                for value in input.settings().chain([input.default]) {
                    assert_eq!(
                        fit(name, i, value, false),
                        value,
                        "{name}.{}",
                        input.name
                    );
                    assert_eq!(
                        fit(name, i, value, true),
                        value,
                        "{name}.{}",
                        input.name
                    );
                }
                for value in [f64::NEG_INFINITY, -1e300, input.max + 1.0, f64::INFINITY]
                {
                    for typed in [false, true] {
                        let fitting = fit(name, i, value, typed);
                        assert!(
                            (input.min..=input.max).contains(&fitting),
                            "{name}: {fitting}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_value_out_of_range_and_an_unknown_name_are_refused_in_a_sentence() {
        open(interactive());
        let mut values = defaults(inputs("perceptron").unwrap().list);
        values[0] = f64::NAN;
        let refusal = run("perceptron", &values).unwrap_err();
        assert_eq!(refusal, "`x1` is NaN: expected a number from -4 to 4");
        let refusal = draw("backprop-graph", &values).unwrap_err();
        assert_eq!(refusal, "`x1` is NaN: expected a number from -4 to 4");
        assert_eq!(
            run("perceptrom", &[]).unwrap_err(),
            "no example is called perceptrom"
        );
        assert_eq!(draw("graph", &[]).unwrap_err(), "no figure is called graph");
        assert_eq!(advance("perceptrom", &[1.0]), [1.0]);
    }

    #[test]
    fn what_a_panic_says_is_kept() {
        remember_panics();
        let caught = std::panic::catch_unwind(|| panic!("a figure went wrong"));
        assert!(caught.is_err() && last_panic().contains("a figure went wrong"));
    }
}
