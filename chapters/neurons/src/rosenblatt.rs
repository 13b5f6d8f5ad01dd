//! Rosenblatt's perceptron of 1958: a hard threshold and a learning rule of its own.

use neurons::{Error, Neuron};

// ANCHOR: threshold
/// Rosenblatt's activation: the neuron fires or it does not.
///
/// At z = 0 it does not fire. NaN gives NaN.
///
/// ```
/// use neurons::threshold;
/// assert_eq!([threshold(-0.1), threshold(0.0), threshold(0.1)], [0.0, 0.0, 1.0]);
/// ```
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

// ANCHOR: corrected
/// Rosenblatt's rule: the neuron after seeing the inputs `x` (n values) and the target `t`, 0 or 1.
///
/// A right answer changes nothing. A wrong one moves each weight by the input it weighs, towards
/// firing or away from it. There is no slope in it, and no learning rate.
///
/// Source: F. Rosenblatt, "The perceptron", Psychological Review 65 (1958).
///
/// # Errors
/// [`Error::Lengths`] unless `x` has one value for each weight, [`Error::Empty`] for none.
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
