//! The sigmoid here, far out, and in between.

use neurons::{difference_quotient, sigmoid, sigmoid_derivative, sigmoid_textbook};
use show::Outputs;

show::inputs! {
    /// The sigmoid and its slope at one place.
    pub struct At = "sigmoid" {
        /// where the sigmoid is taken
        z = 0.41 in -6.0..=6.0 by 0.01,
    }
}

/// Everything about the sigmoid at `z`: e⁻ᶻ as `exponential` and the `denominator` above it, `y`, its
/// `mirror` σ(−z), the `derivative` and what a nudge of a thousandth has `measured`, the `odds`
/// y ÷ (1 − y), and one unit further on the `tangent` and the `curve`.
///
/// # Errors
/// None.
pub fn sigmoid_at(at: &At) -> show::Result<Outputs> {
    let (y, mirror, derivative) =
        (sigmoid(at.z), sigmoid(-at.z), sigmoid_derivative(at.z));
    Ok(Outputs::new()
        .with("exponential", libm::exp(-at.z))
        .with("denominator", 1.0 + libm::exp(-at.z))
        .with("y", y)
        .with("mirror", mirror)
        .with("derivative", derivative)
        .with("measured", difference_quotient(sigmoid, at.z, 0.001))
        .with("odds", y / mirror)
        .with("tangent", y + derivative)
        .with("curve", sigmoid(at.z + 1.0)))
}

show::inputs! {
    /// Far out to the left, where the exponential of the textbook form overflows.
    pub struct FarLeft = "overflow" {
        /// a very negative weighted sum
        z = -710.0 in -740.0..=-690.0 by 1.0,
    }
}

/// What the two forms of the sigmoid answer at `z`: `textbook` and `stable`.
///
/// # Errors
/// None.
pub fn overflow(far: &FarLeft) -> show::Result<Outputs> {
    Ok(Outputs::new()
        .with("textbook", sigmoid_textbook(far.z))
        .with("stable", sigmoid(far.z)))
}

show::inputs! {
    /// The sigmoid's slope where z is large and where it is small.
    pub struct Saturation = "saturation" {
        /// a large weighted sum
        large = 10.0 in 1.0..=30.0 by 1.0,
        /// a small one
        small = 0.001 in 0.001..=0.1 by 0.001,
    }
}

/// The derivatives at `large`, at its mirror image `negative`, and at `small`.
///
/// # Errors
/// None.
pub fn saturation(saturation: &Saturation) -> show::Result<Outputs> {
    Ok(Outputs::new()
        .with("negative", -saturation.large)
        .with("at_large", sigmoid_derivative(saturation.large))
        .with("at_negative", sigmoid_derivative(-saturation.large))
        .with("at_small", sigmoid_derivative(saturation.small)))
}
