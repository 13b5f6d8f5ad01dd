//! Softmax and cross-entropy, as one step.

use activations::softmax;
use digits::Error;
use ndarray::Array1;

// ANCHOR: loss
/// The softmax of logits, and their cross-entropy against a label.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossEntropy {
    /// The probabilities that the logits stand for: one each, 1 in total.
    pub p: Array1<f64>,
    /// The cross-entropy: how surprising the right answer was, from 0 up.
    pub loss: f64,
    /// How fast the loss grows with each logit.
    pub d_logits: Array1<f64>,
}
// ANCHOR_END: loss

/// The cross-entropy of `logits`, of which number `label` is the one that should be large.
///
/// ```
/// use digits::cross_entropy;
/// use ndarray::arr1;
///
/// // Two equal logits: the right one had a probability of one half.
/// let entropy = cross_entropy(&arr1(&[5.0, 5.0]), 0)?;
/// assert_eq!(entropy.p, arr1(&[0.5, 0.5]));
/// assert_eq!(entropy.loss, std::f64::consts::LN_2);
/// assert_eq!(entropy.d_logits, arr1(&[-0.5, 0.5]));
/// # Ok::<(), digits::Error>(())
/// ```
///
/// # Errors
/// [`Error::Logits`] where there is no logit of that number. NaN in gives NaN out.
// ANCHOR: cross_entropy
pub fn cross_entropy(logits: &Array1<f64>, label: u8) -> Result<CrossEntropy, Error> {
    let t = usize::from(label);
    let (Some(z_t), Ok(p)) = (logits.get(t), softmax(&logits.to_vec())) else {
        return Err(Error::Logits {
            label,
            logits: logits.len(),
        });
    };
    let p = Array1::from(p);
    // L = −ln p_t = ln Σᵢ exp(zᵢ − m) − (z_t − m),  m = max(z₁, …, zₙ)
    let m = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let s = logits.iter().fold(0.0, |s, z| s + libm::exp(z - m));
    let loss = libm::log(s) - (z_t - m);
    // ∂L/∂zᵢ = pᵢ − 1 for i = t, pᵢ elsewhere
    let mut d_logits = p.clone();
    d_logits[t] -= 1.0;
    Ok(CrossEntropy { p, loss, d_logits })
}
// ANCHOR_END: cross_entropy
