//! The sigmoid, its two forms and its derivative.

/// The sigmoid as it is always written, and as both sources compute it.
///
/// For z below about −709.8 the exponential overflows to infinity. The quotient then comes out as
/// 0: the right limit, by luck. [`sigmoid`] gets there without the overflow.
///
/// ```
/// use neurons::sigmoid_textbook;
/// assert_eq!(format!("{:.4}", sigmoid_textbook(0.41)), "0.6011");
/// assert_eq!(libm::exp(1000.0), f64::INFINITY); // what sigmoid_textbook(-1000.0) divides by
/// assert_eq!(sigmoid_textbook(-1000.0), 0.0);
/// ```
// ANCHOR: textbook
pub fn sigmoid_textbook(z: f64) -> f64 {
    // σ(z) = 1 / (1 + e⁻ᶻ)
    1.0 / (1.0 + libm::exp(-z))
}
// ANCHOR_END: textbook

/// The sigmoid σ: any real z, squeezed between 0 and 1.
///
/// The exponential is only ever taken of a number that is not positive, so it cannot overflow.
/// NaN gives NaN, −∞ gives 0 and +∞ gives 1.
///
/// ```
/// use neurons::sigmoid;
/// assert_eq!(format!("{:.4}", sigmoid(0.41)), "0.6011"); // the Perceptron article
/// approx::assert_abs_diff_eq!(sigmoid(0.41), 0.6010878788483698, epsilon = 1e-12);
/// assert_eq!(sigmoid(0.0), 0.5);
/// assert!(sigmoid(-720.0) > 0.0); // where the textbook form has given up
/// ```
// ANCHOR: sigmoid
pub fn sigmoid(z: f64) -> f64 {
    if z >= 0.0 {
        // σ(z) = 1 / (1 + e⁻ᶻ)
        1.0 / (1.0 + libm::exp(-z))
    } else {
        // σ(z) = eᶻ / (1 + eᶻ)
        let e = libm::exp(z);
        e / (1.0 + e)
    }
}
// ANCHOR_END: sigmoid

/// The derivative of the sigmoid at z (not at its output).
///
/// It is at most 1/4, at z = 0, and falls towards 0 on both sides. 1 − σ(z) is computed as σ(−z):
/// the same number, without the subtraction that loses its digits once σ(z) is close to 1.
/// NaN gives NaN, both infinities give 0.
///
/// ```
/// use neurons::sigmoid_derivative;
/// assert_eq!(format!("{:.4}", sigmoid_derivative(0.41)), "0.2398"); // the Perceptron article
/// approx::assert_abs_diff_eq!(sigmoid_derivative(0.41), 0.2397812407499373, epsilon = 1e-12);
/// assert_eq!(sigmoid_derivative(0.0), 0.25);
/// ```
// ANCHOR: derivative
pub fn sigmoid_derivative(z: f64) -> f64 {
    // σ′(z) = σ(z) · (1 − σ(z)) = σ(z) · σ(−z)
    sigmoid(z) * sigmoid(-z)
}
// ANCHOR_END: derivative
