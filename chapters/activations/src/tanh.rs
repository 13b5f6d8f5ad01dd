//! The hyperbolic tangent: the sigmoid's sister, centred on 0.

/// The hyperbolic tangent: any real z, squeezed between −1 and 1.
///
/// NaN gives NaN, −∞ gives −1 and +∞ gives 1.
///
/// ```
/// use activations::tanh;
/// use neurons::sigmoid;
/// assert_eq!(tanh(0.0), 0.0);
/// // A sigmoid of twice the steepness, stretched from (0, 1) to (−1, 1):
/// approx::assert_abs_diff_eq!(tanh(0.41), 2.0 * sigmoid(0.82) - 1.0, epsilon = 1e-12);
/// ```
pub fn tanh(z: f64) -> f64 {
    // tanh(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)
    libm::tanh(z)
}

/// The derivative of the hyperbolic tangent at z: 1 at z = 0, falling towards 0 on both sides.
///
/// NaN gives NaN, both infinities give 0.
///
/// ```
/// assert_eq!(activations::tanh_derivative(0.0), 1.0);
/// ```
// ANCHOR: tanh_derivative
pub fn tanh_derivative(z: f64) -> f64 {
    // tanh′(z) = 1 − tanh²(z)
    let y = tanh(z);
    1.0 - y * y
}
// ANCHOR_END: tanh_derivative
