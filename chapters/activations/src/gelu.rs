//! The Gaussian error linear unit.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// Φ(z): how likely a standard normal deviate is to come out below z.
///
/// Good to about 1e-16, absolutely: far out on the left, where Φ is smaller than that, it is 0.
///
/// ```
/// use activations::normal_below;
/// assert_eq!(normal_below(0.0), 0.5);
/// assert_eq!(format!("{:.3}", normal_below(1.96)), "0.975");
/// ```
pub fn normal_below(z: f64) -> f64 {
    // Φ(z) = ½ (1 + erf(z / √2))
    0.5 * (1.0 + libm::erf(z * FRAC_1_SQRT_2))
}

/// φ(z): the density of the standard normal distribution, the derivative of Φ.
///
/// ```
/// assert_eq!(format!("{:.4}", activations::normal_density(0.0)), "0.3989");
/// ```
pub fn normal_density(z: f64) -> f64 {
    // φ(z) = e^(−z²/2) / √(2π)
    libm::exp(-z * z / 2.0) / (2.0 * PI).sqrt()
}

/// The Gaussian error linear unit: z, times the probability that a standard normal deviate is
/// below it.
///
/// NaN gives NaN, +∞ gives +∞. At −∞ the product is −∞ · 0, which IEEE arithmetic calls NaN; every
/// finite z below −9 gives −0.
///
/// Source: D. Hendrycks and K. Gimpel, "Gaussian Error Linear Units (GELUs)" (2016), the exact
/// form, not one of its approximations.
///
/// ```
/// use activations::gelu;
/// assert_eq!(gelu(0.0), 0.0);
/// approx::assert_abs_diff_eq!(gelu(1.0), 0.8413447460685429, epsilon = 1e-12);
/// approx::assert_abs_diff_eq!(gelu(-1.0), -0.15865525393145707, epsilon = 1e-12);
/// ```
// ANCHOR: gelu
pub fn gelu(z: f64) -> f64 {
    // GELU(z) = z · Φ(z)
    z * normal_below(z)
}
// ANCHOR_END: gelu

/// The derivative of the GELU at z. It is negative left of about −0.75 and exceeds 1 right of 1.
///
/// NaN gives NaN, and so do both infinities (∞ · 0).
///
/// ```
/// use activations::gelu_derivative;
/// assert_eq!(gelu_derivative(0.0), 0.5);
/// approx::assert_abs_diff_eq!(gelu_derivative(1.0), 1.0833154705876864, epsilon = 1e-12);
/// ```
// ANCHOR: gelu_derivative
pub fn gelu_derivative(z: f64) -> f64 {
    // GELU′(z) = Φ(z) + z · φ(z)
    normal_below(z) + z * normal_density(z)
}
// ANCHOR_END: gelu_derivative
