//! Softmax and cross entropy.

use crate::Error;
use crate::geometry::CLASSES;

/// The cross entropy of a sample's ten logits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CrossEntropy {
    /// The loss.
    pub loss: f32,
    /// ∂L/∂z, for each logit.
    pub gradient: [f32; CLASSES],
    /// Whether the argmax, the first of equals, is the label.
    pub correct: bool,
}

/// The cross entropy of the logits `z` for a `label`, as [`digits::cross_entropy`] computes it in `f64`.
///
/// # Errors
/// [`Error::Label`] for a label above 9.
pub fn cross_entropy(z: [f32; CLASSES], label: u8) -> Result<CrossEntropy, Error> {
    match usize::from(label) {
        t @ ..CLASSES => Ok(of_class(z, t)),
        _ => Err(Error::Label { label }),
    }
}

// ANCHOR: cross_entropy
/// The cross entropy for class `t`, which is one of those that there are.
pub(crate) fn of_class(z: [f32; CLASSES], t: usize) -> CrossEntropy {
    let m = z.into_iter().fold(f32::NEG_INFINITY, f32::max);
    // L = ln Σᵢ exp(zᵢ − m) − (z_t − m)
    let shares = z.map(|z| libm::expf(z - m));
    let sum = shares.iter().fold(0.0, |sum, share| sum + share);
    // ∂L/∂zᵢ = pᵢ − 1 for i = t, pᵢ elsewhere
    let mut gradient = shares.map(|share| share / sum);
    gradient[t] -= 1.0;
    CrossEntropy {
        loss: libm::logf(sum) - (z[t] - m),
        gradient,
        correct: z.iter().position(|z| *z == m) == Some(t),
    }
}
// ANCHOR_END: cross_entropy
