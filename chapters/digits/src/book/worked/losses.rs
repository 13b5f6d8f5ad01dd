//! Two losses, against each other.

use activations::{softmax, softmax_jacobian};
use digits::{LABELS, judge};
use ndarray::{Array1, arr1};
use show::Outputs;

/// Two answers of which the right one, the first, is behind by `lead`: its probability, and how fast
/// each loss grows with it.
pub(crate) struct Behind {
    /// The probability of the right answer.
    pub(crate) p: f64,
    /// The cross-entropy.
    pub(crate) loss: f64,
    /// ∂L/∂z of the right answer.
    pub(crate) slope: f64,
    /// Σ (p − t)².
    pub(crate) squared: f64,
    /// The slope of that.
    pub(crate) squared_slope: f64,
}

impl Behind {
    pub(crate) fn by(lead: f64) -> show::Result<Self> {
        let z = [0.0, lead];
        let judged = judge(&arr1(&z), 0)?;
        let p = softmax(&z)?;
        let error = [p[0] - 1.0, p[1]];
        // ∂Σ(p − t)²/∂z₀ = Σᵢ 2 (pᵢ − tᵢ) ∂pᵢ/∂z₀
        let jacobian = softmax_jacobian(&z)?;
        let slopes = error.iter().zip(jacobian.column(0));
        Ok(Self {
            p: p[0],
            loss: judged.loss,
            slope: judged.d_answers[0],
            squared: error.iter().fold(0.0, |sum, e| sum + e * e),
            squared_slope: slopes.fold(0.0, |sum, (e, slope)| sum + 2.0 * e * slope),
        })
    }
}

/// How far the right answer is behind in the text.
const LEAD: f64 = 10.0;

/// Both losses and their slopes where the right answer is hopelessly behind, and where both are equal.
///
/// # Errors
/// None: there are two answers.
pub fn behind() -> show::Result<Outputs> {
    let (far, level) = (Behind::by(LEAD)?, Behind::by(0.0)?);
    Ok(Outputs::new()
        .with("lead", LEAD)
        .with("p", far.p)
        .with("loss", far.loss)
        .with("slope", far.slope)
        .with("squared", far.squared)
        .with("squared_slope", far.squared_slope)
        .with("level_slope", level.slope)
        .with("level_squared_slope", level.squared_slope))
}

/// The cross-entropy of who knows nothing: ten equal answers; and of two.
///
/// # Errors
/// None: there are answers.
pub fn ignorant() -> show::Result<Outputs> {
    let of = |n: usize| judge(&Array1::zeros(n), 0).map(|judged| judged.loss);
    Ok(Outputs::new()
        .with("answers", LABELS as f64)
        .with("p", 1.0 / LABELS as f64)
        .with("loss", of(LABELS)?)
        .with("two", of(2)?))
}
