//! The ReLU and the leaky ReLU: straight lines with one bend, at 0.

/// The rectified linear unit: a positive z passes, anything else becomes 0.
///
/// NaN gives NaN: the comparison is written so that NaN takes the second branch. (`f64::max(z, 0.0)`
/// would turn NaN into 0.)
///
/// ```
/// use activations::relu;
/// assert_eq!([relu(-2.0), relu(0.0), relu(2.0)], [0.0, 0.0, 2.0]);
/// assert!(relu(f64::NAN).is_nan());
/// ```
// ANCHOR: relu
pub fn relu(z: f64) -> f64 {
    // f(z) = max(0, z)
    if z <= 0.0 { 0.0 } else { z }
}
// ANCHOR_END: relu

/// The derivative of the ReLU at z.
///
/// At z = 0 there is none: from the left it is 0, from the right 1. By convention this book takes 0.
/// NaN gives NaN.
///
/// ```
/// use activations::relu_derivative;
/// assert_eq!([relu_derivative(-2.0), relu_derivative(0.0), relu_derivative(2.0)], [0.0, 0.0, 1.0]);
/// ```
// ANCHOR: relu_derivative
pub fn relu_derivative(z: f64) -> f64 {
    // f′(z) = 0 for z ≤ 0, 1 for z > 0
    if z.is_nan() {
        z
    } else if z <= 0.0 {
        0.0
    } else {
        1.0
    }
}
// ANCHOR_END: relu_derivative

/// The leaky ReLU: a positive z passes, anything else is multiplied by `leak`.
///
/// NaN in z gives NaN. `leak` is read only where z is not positive.
///
/// ```
/// use activations::leaky_relu;
/// assert_eq!([leaky_relu(-2.0, 0.1), leaky_relu(2.0, 0.1)], [-0.2, 2.0]);
/// ```
// ANCHOR: leaky_relu
pub fn leaky_relu(z: f64, leak: f64) -> f64 {
    // f(z) = leak · z for z ≤ 0, z for z > 0
    if z <= 0.0 { leak * z } else { z }
}
// ANCHOR_END: leaky_relu

/// The derivative of the leaky ReLU at z: `leak` up to and including z = 0, by the convention of
/// [`relu_derivative`], and 1 above. NaN in z gives NaN.
///
/// ```
/// use activations::leaky_relu_derivative;
/// assert_eq!([-2.0, 0.0, 2.0].map(|z| leaky_relu_derivative(z, 0.1)), [0.1, 0.1, 1.0]);
/// ```
// ANCHOR: leaky_relu_derivative
pub fn leaky_relu_derivative(z: f64, leak: f64) -> f64 {
    // f′(z) = leak for z ≤ 0, 1 for z > 0
    if z.is_nan() {
        z
    } else if z <= 0.0 {
        leak
    } else {
        1.0
    }
}
// ANCHOR_END: leaky_relu_derivative
