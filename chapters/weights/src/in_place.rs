//! The notebook's update, as it is coded there: it overwrites the caller's weights.

use neurons::Neuron;
use weights::{Error, gradient};

/// One update as the notebook's code makes it: `w` (n values) is overwritten, the bias is not. What
/// comes back is the new bias, as a number of its own.
///
/// Here the `&mut` says so, in the signature and at every call.
///
/// # Errors
/// [`Error::Neuron`] unless there is one weight for each input; the weights then stay as they were.
// ANCHOR: update_in_place
pub fn update_in_place(
    x: &[f64],
    t: f64,
    w: &mut [f64], // lent for writing
    b: f64,        // copied
    rate: f64,
) -> Result<f64, Error> {
    let neuron = Neuron {
        weights: w.to_vec(),
        bias: b,
    };
    let gradient = gradient(&neuron, x, t)?;
    for (wi, derivative) in w.iter_mut().zip(gradient.weights) {
        *wi -= rate * derivative;
    }
    Ok(b - rate * gradient.bias)
}
// ANCHOR_END: update_in_place
