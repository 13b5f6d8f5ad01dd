//! What a neuron's output tells of its derivative, and where it tells nothing.

use activations::{Activation, gelu, gelu_derivative};

/// The derivative that belongs to the output `y`, where `y` is enough to know it.
///
/// This is the formula that the Perceptron article's `activation.backward(self.output)` needs.
/// There is none for GELU, nor for a leaky ReLU with a negative leak: both reach the same output
/// from two different z. Where there is an answer, NaN gives NaN.
///
/// ```
/// use activations::{Activation, derivative_from_output};
/// let z = 0.41;
/// let y = Activation::Tanh.value(z);
/// let derivative = derivative_from_output(Activation::Tanh, y).unwrap();
/// approx::assert_abs_diff_eq!(derivative, Activation::Tanh.derivative(z), epsilon = 1e-12);
/// assert_eq!(derivative_from_output(Activation::Gelu, y), None);
/// ```
// ANCHOR: from_output
pub fn derivative_from_output(f: Activation, y: f64) -> Option<f64> {
    match f {
        // y > 0 exactly where z > 0, so the test of z is a test of y
        Activation::Identity | Activation::Relu => Some(f.derivative(y)),
        Activation::LeakyRelu(leak) => (leak >= 0.0).then(|| f.derivative(y)),
        // σ′ = y (1 − y)
        Activation::Sigmoid => Some(y * (1.0 - y)),
        // tanh′ = 1 − y²
        Activation::Tanh => Some(1.0 - y * y),
        Activation::Gelu => None,
    }
}
// ANCHOR_END: from_output

/// Another z with the same GELU: for a `z` between the bottom of GELU's dip (about −0.75) and 0,
/// the one on the far side of the dip. `None` for any other `z`, and for one so close to 0 that
/// its twin lies beyond −8.
///
/// ```
/// use activations::{gelu, gelu_twin};
/// let twin = gelu_twin(-0.5).unwrap();
/// approx::assert_abs_diff_eq!(gelu(twin), gelu(-0.5), epsilon = 1e-12);
/// assert_eq!(gelu_twin(0.5), None);
/// ```
pub fn gelu_twin(z: f64) -> Option<f64> {
    let far = -8.0;
    let bottom = crossing(gelu_derivative, -1.0, 0.0);
    let y = gelu(z);
    let has_twin = bottom < z && z < 0.0 && y < gelu(far);
    has_twin.then(|| crossing(|other| y - gelu(other), far, bottom))
}

/// Where `f`, negative at `left` and positive at `right`, is 0: by halving the gap sixty times.
fn crossing(f: impl Fn(f64) -> f64, mut left: f64, mut right: f64) -> f64 {
    for _ in 0..60 {
        let middle = (left + right) / 2.0;
        if f(middle) < 0.0 {
            left = middle;
        } else {
            right = middle;
        }
    }
    right
}
