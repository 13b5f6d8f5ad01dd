//! The notebook's cell, run twice.

use neurons::Neuron;
use plate::{Outputs, Refusal};
use weights::worked::{X, notebook_neuron};
use weights::{gradient, update_in_place, updated};

plate::inputs! {
    /// The notebook's cell, run twice.
    pub struct Twice = "cell-twice" {
        /// the target
        t = 0.4 in 0.0..=1.0 by 0.05,
        /// the learning rate
        rate = 0.1 in 0.1..=20.0 by 0.1,
    }
}

/// What the notebook's cell prints when it runs a second time (`twice_w1` …, `twice_b`), and what
/// two proper updates give (`right_w1` …, `right_b`).
///
/// # Errors
/// None: the shapes fit.
pub fn cell_twice(twice: &Twice) -> Result<Outputs, Refusal> {
    let Neuron { weights, bias: b } = notebook_neuron();
    let mut w = weights;
    let once_b = update_in_place(&X, twice.t, &mut w, b, twice.rate)?;
    let twice_b = update_in_place(&X, twice.t, &mut w, b, twice.rate)?;

    let start = notebook_neuron();
    let once = updated(&start, &gradient(&start, &X, twice.t)?, twice.rate)?;
    let right = updated(&once, &gradient(&once, &X, twice.t)?, twice.rate)?;
    Ok(Outputs::new()
        .with("once_b", once_b)
        .with_each("twice_w", w)
        .with("twice_b", twice_b)
        .with_each("right_w", right.weights)
        .with("right_b", right.bias))
}
