//! What the chapter's listings print.

use neurons::{Neuron, book::worked::and_points, pass, sigmoid, sigmoid_textbook};
use std::fmt::Write;

/// Three forms of the sigmoid, where z is far from 0.
// ANCHOR: overflow
pub fn overflow() -> show::Result<String> {
    // The textbook form times eᶻ/eᶻ: as good an equation, another program.
    let mirrored = |z: f64| libm::exp(z) / (libm::exp(z) + 1.0);

    let mut page = String::from("    z  textbook  mirrored    stable\n");
    for z in [-1000.0, -720.0, -37.0, 37.0, 720.0, 1000.0] {
        write!(page, "{z:5}")?;
        for y in [sigmoid_textbook(z), mirrored(z), sigmoid(z)] {
            match y {
                0.0 | 1.0 => write!(page, "{y:10}")?,
                _ => write!(page, "{y:10.1e}")?,
            }
        }
        writeln!(page)?;
    }
    Ok(page)
}
// ANCHOR_END: overflow

/// Rosenblatt's perceptron learns AND, starting from nothing.
// ANCHOR: learning_and
pub fn learning_and() -> show::Result<String> {
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

/// The introduction's first minute: the notebook's neuron, which it saved without its output.
pub fn first_minute() -> show::Result<String> {
    // ANCHOR: first_minute
    let neuron = Neuron {
        weights: vec![0.4, 0.2, 0.6],
        bias: 0.1,
    };
    let y = neuron.output(&[0.5, 0.3, 0.1], sigmoid)?;
    let line = format!("Output of the neuron: {y}");
    // ANCHOR_END: first_minute
    Ok(line + "\n")
}
