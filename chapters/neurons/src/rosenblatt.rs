//! Rosenblatt's perceptron: a hard threshold and a learning rule of its own.

use neurons::{Error, Neuron};

/// Rosenblatt's activation: the neuron fires or it does not.
///
/// At z = 0 it does not fire. NaN gives NaN.
///
/// Source: F. Rosenblatt, "The perceptron", Psychological Review 65 (1958).
///
/// ```
/// use neurons::threshold;
/// assert_eq!([threshold(-0.1), threshold(0.0), threshold(0.1)], [0.0, 0.0, 1.0]);
/// ```
// ANCHOR: threshold
pub fn threshold(z: f64) -> f64 {
    if z.is_nan() {
        z
    } else if z > 0.0 {
        1.0
    } else {
        0.0
    }
}
// ANCHOR_END: threshold

/// Rosenblatt's rule: the neuron after seeing the inputs `x` (n values) and the target `t`, 0 or 1.
///
/// A right answer changes nothing. A wrong one moves each weight by the input it weighs, towards
/// firing or away from it. There is no derivative in it, and no learning rate.
///
/// Source: F. Rosenblatt, "Principles of Neurodynamics" (1962), the error correction procedure.
///
/// # Errors
/// [`Error::Lengths`] unless `x` has one value for each weight, [`Error::Empty`] for none.
// ANCHOR: corrected
pub fn corrected(neuron: &Neuron, x: &[f64], t: f64) -> Result<Neuron, Error> {
    let y = neuron.output(x, threshold)?;
    // wᵢ ← wᵢ + (t − y) xᵢ
    let weights = (neuron.weights.iter().zip(x))
        .map(|(wi, xi)| wi + (t - y) * xi)
        .collect();
    // b ← b + (t − y)
    let bias = neuron.bias + (t - y);
    Ok(Neuron { weights, bias })
}
// ANCHOR_END: corrected

/// Inputs whose right answer is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The inputs (n values).
    pub x: Vec<f64>,
    /// The target: what the neuron should answer.
    pub t: f64,
}

/// The neuron after one pass over `points`, [corrected] by each in turn, and how many of them it
/// had got wrong when it met them.
///
/// # Errors
/// As [`corrected`], for the first point that does not fit.
pub fn pass(neuron: &Neuron, points: &[Point]) -> Result<(Neuron, usize), Error> {
    let (mut neuron, mut wrong) = (neuron.clone(), 0);
    for Point { x, t } in points {
        if neuron.output(x, threshold)? != *t {
            wrong += 1;
        }
        neuron = corrected(&neuron, x, *t)?;
    }
    Ok((neuron, wrong))
}
