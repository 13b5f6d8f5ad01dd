//! How wrong an answer is.

/// The squared error of the output `y` against the target `t`.
///
/// ```
/// use weights::squared_error;
/// assert_eq!(squared_error(1.0, 0.5), 0.25);
/// assert_eq!(squared_error(0.0, 0.5), 0.25); // too low is as wrong as too high
/// ```
// ANCHOR: squared_error
pub fn squared_error(y: f64, t: f64) -> f64 {
    // L = (y − t)²
    (y - t) * (y - t)
}
// ANCHOR_END: squared_error

/// The derivative of the [squared error](squared_error) in `y`: how fast the loss grows with the output.
///
/// ```
/// use weights::squared_error_derivative;
/// assert_eq!(squared_error_derivative(1.0, 0.5), 1.0);
/// assert_eq!(squared_error_derivative(0.0, 0.5), -1.0); // too low: the loss falls as y grows
/// ```
// ANCHOR: squared_error_derivative
pub fn squared_error_derivative(y: f64, t: f64) -> f64 {
    // dL/dy = 2 (y − t)
    2.0 * (y - t)
}
// ANCHOR_END: squared_error_derivative
