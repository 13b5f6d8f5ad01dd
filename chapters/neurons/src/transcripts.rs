//! What the chapter's listings print.

use neurons::{Neuron, pass, sigmoid, sigmoid_textbook, worked::and_points};
use plate::Refusal;
use std::fmt::Write;

/// Three forms of the sigmoid, where z is far from 0.
// ANCHOR: overflow
pub fn overflow() -> Result<String, Refusal> {
    // The textbook form times eᶻ/eᶻ: as good an equation, another program.
    let mirrored = |z: f64| libm::exp(z) / (libm::exp(z) + 1.0);

    let mut page = String::new();
    writeln!(page, "    z      e^-z   textbook   mirrored     stable")?;
    for z in [-1000.0, -720.0, -37.0, 37.0, 720.0, 1000.0] {
        let (exponential, textbook) = (libm::exp(-z), sigmoid_textbook(z));
        writeln!(
            page,
            "{z:5} {exponential:9.1e} {textbook:10.1e} {:10.1e} {:10.1e}",
            mirrored(z),
            sigmoid(z),
        )?;
    }
    Ok(page)
}
// ANCHOR_END: overflow

/// Rosenblatt's perceptron learns AND, starting from nothing.
// ANCHOR: learning_and
pub fn learning_and() -> Result<String, Refusal> {
    let mut neuron = Neuron {
        weights: vec![0.0, 0.0],
        bias: 0.0,
    };
    let mut page = String::new();
    loop {
        let (next, wrong) = pass(&neuron, &and_points())?;
        let Neuron { weights, bias } = &next;
        writeln!(page, "{wrong} wrong, now w = {weights:?}, b = {bias}")?;
        if wrong == 0 {
            return Ok(page);
        }
        neuron = next;
    }
}
// ANCHOR_END: learning_and
