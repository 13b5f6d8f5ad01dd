//! The notebook's cell, run twice.

use neurons::Neuron;
use show::Outputs;
use weights::book::worked::Update;
use weights::{gradient, update_in_place, updated};

/// What the notebook's cell prints when it runs a second time (`twice_w1` …, `twice_b`), and what
/// two proper updates give (`right_w1` …, `right_b`).
///
/// # Errors
/// None: the shapes fit.
pub fn cell_twice(given: &Update) -> show::Result<Outputs> {
    let (x, start, t) = (given.x(), given.neuron(), given.t);
    let Neuron { weights, bias: b } = start.clone();
    let mut w = weights;
    let once_b = update_in_place(&x, t, &mut w, b, given.rate)?;
    let twice_b = update_in_place(&x, t, &mut w, b, given.rate)?;

    let once = updated(&start, &gradient(&start, &x, t)?, given.rate)?;
    let right = updated(&once, &gradient(&once, &x, t)?, given.rate)?;
    Ok(Outputs::new()
        .with("once_b", once_b)
        .with_each("twice_w", w)
        .with("twice_b", twice_b)
        .with_each("right_w", right.weights)
        .with("right_b", right.bias))
}
