//! Softmax and cross-entropy, as one step.

use activations::softmax;
use digits::Error;
use ndarray::Array1;

// ANCHOR: loss
/// What answers are worth, against the right one.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The probabilities that the answers stand for: one each, 1 in total.
    pub p: Array1<f64>,
    /// The cross-entropy: how surprising the right answer was, from 0 up.
    pub loss: f64,
    /// How fast the loss grows with each answer.
    pub d_answers: Array1<f64>,
}
// ANCHOR_END: loss

/// Judges `answers`, of which number `label` would be the right one to be large.
///
/// ```
/// use digits::judge;
/// use ndarray::arr1;
///
/// // Two equal answers: the right one had a chance of one half.
/// let judged = judge(&arr1(&[5.0, 5.0]), 0)?;
/// assert_eq!(judged.p, arr1(&[0.5, 0.5]));
/// assert_eq!(judged.loss, std::f64::consts::LN_2);
/// assert_eq!(judged.d_answers, arr1(&[-0.5, 0.5]));
/// # Ok::<(), digits::Error>(())
/// ```
///
/// # Errors
/// [`Error::Answers`] where there is no answer of that number. NaN in gives NaN out.
// ANCHOR: judge
pub fn judge(answers: &Array1<f64>, label: u8) -> Result<Judged, Error> {
    let t = usize::from(label);
    let (Some(z_t), Ok(p)) = (answers.get(t), softmax(&answers.to_vec())) else {
        return Err(Error::Answers {
            label,
            answers: answers.len(),
        });
    };
    let p = Array1::from(p);
    // L = −ln p_t = ln Σᵢ exp(zᵢ − m) − (z_t − m),  m = max(z₁, …, zₙ)
    let m = answers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let s = answers.iter().fold(0.0, |s, z| s + libm::exp(z - m));
    let loss = libm::log(s) - (z_t - m);
    // ∂L/∂zᵢ = pᵢ − 1 for i = t, pᵢ elsewhere
    let mut d_answers = p.clone();
    d_answers[t] -= 1.0;
    Ok(Judged { p, loss, d_answers })
}
// ANCHOR_END: judge
