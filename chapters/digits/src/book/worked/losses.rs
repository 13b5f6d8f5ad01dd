//! Cross-entropy and squared error, compared.

use activations::{softmax, softmax_jacobian};
use digits::{LABELS, cross_entropy};
use ndarray::{Array1, arr1};
use show::Outputs;

/// Two logits of which the right one, the first, is behind by `lead`: its probability, and how fast
/// each loss grows with it.
pub(crate) struct Behind {
    /// The probability of the right answer.
    pub(crate) p: f64,
    /// The cross-entropy.
    pub(crate) loss: f64,
    /// ∂L/∂z of the right logit.
    pub(crate) derivative: f64,
    /// Σ (p − t)².
    pub(crate) squared: f64,
    /// The derivative of that by the right logit.
    pub(crate) squared_derivative: f64,
}

impl Behind {
    pub(crate) fn by(lead: f64) -> show::Result<Self> {
        let z = [0.0, lead];
        let entropy = cross_entropy(&arr1(&z), 0)?;
        let p = softmax(&z)?;
        let error = [p[0] - 1.0, p[1]];
        // ∂Σ(p − t)²/∂z₀ = Σᵢ 2 (pᵢ − tᵢ) ∂pᵢ/∂z₀
        let jacobian = softmax_jacobian(&z)?;
        let derivatives = error.iter().zip(jacobian.column(0));
        Ok(Self {
            p: p[0],
            loss: entropy.loss,
            derivative: entropy.d_logits[0],
            squared: error.iter().fold(0.0, |sum, e| sum + e * e),
            squared_derivative: derivatives.fold(0.0, |sum, (e, d)| sum + 2.0 * e * d),
        })
    }
}

/// How far the right answer is behind in the text.
const LEAD: f64 = 10.0;

/// Both losses and their derivatives where the right answer is far behind, and where both are equal.
///
/// # Errors
/// None: there are two logits.
pub fn behind() -> show::Result<Outputs> {
    let (far, level) = (Behind::by(LEAD)?, Behind::by(0.0)?);
    Ok(Outputs::new()
        .with("lead", LEAD)
        .with("p", far.p)
        .with("loss", far.loss)
        .with("derivative", far.derivative)
        .with("squared", far.squared)
        .with("squared_derivative", far.squared_derivative)
        .with("level_derivative", level.derivative)
        .with("level_squared_derivative", level.squared_derivative))
}

/// The cross-entropy of equal logits: of ten, and of two.
///
/// # Errors
/// None: there are logits.
pub fn ignorant() -> show::Result<Outputs> {
    let of = |n: usize| cross_entropy(&Array1::zeros(n), 0).map(|entropy| entropy.loss);
    Ok(Outputs::new()
        .with("logits", LABELS as f64)
        .with("p", 1.0 / LABELS as f64)
        .with("loss", of(LABELS)?)
        .with("two", of(2)?))
}
