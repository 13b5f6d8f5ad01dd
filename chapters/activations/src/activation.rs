//! One name for all the activations of a single number.

use activations::{
    gelu, gelu_slope, leaky_relu, leaky_relu_slope, relu, relu_slope, tanh, tanh_slope,
};
use neurons::{identity, sigmoid, sigmoid_slope};

/// What a neuron does to its weighted sum.
///
/// ```
/// use activations::Activation;
/// // The Perceptron article's neuron, at its own precision and at ours.
/// let (y, slope) = (Activation::Sigmoid.value(0.41), Activation::Sigmoid.slope(0.41));
/// assert_eq!(format!("{y:.4} {slope:.4}"), "0.6011 0.2398");
/// approx::assert_abs_diff_eq!(y, 0.6010878788483698, epsilon = 1e-12);
/// approx::assert_abs_diff_eq!(slope, 0.2397812407499373, epsilon = 1e-12);
/// ```
// ANCHOR: activation
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Activation {
    /// f(z) = z: no activation at all.
    Identity,
    /// f(z) = max(0, z).
    Relu,
    /// f(z) = z above 0, and this number (the leak) times z elsewhere.
    LeakyRelu(f64),
    /// f(z) = 1 / (1 + e⁻ᶻ).
    Sigmoid,
    /// f(z) = tanh(z).
    Tanh,
    /// f(z) = z · Φ(z).
    Gelu,
}

impl Activation {
    /// f(z): the neuron's output.
    pub fn value(self, z: f64) -> f64 {
        match self {
            Self::Identity => identity(z),
            Self::Relu => relu(z),
            Self::LeakyRelu(leak) => leaky_relu(z, leak),
            Self::Sigmoid => sigmoid(z),
            Self::Tanh => tanh(z),
            Self::Gelu => gelu(z),
        }
    }

    /// f′(z): the slope at the weighted sum z, not at the output.
    pub fn slope(self, z: f64) -> f64 {
        match self {
            // a leaky ReLU that leaks everything
            Self::Identity => leaky_relu_slope(z, 1.0),
            Self::Relu => relu_slope(z),
            Self::LeakyRelu(leak) => leaky_relu_slope(z, leak),
            Self::Sigmoid => sigmoid_slope(z),
            Self::Tanh => tanh_slope(z),
            Self::Gelu => gelu_slope(z),
        }
    }
}
// ANCHOR_END: activation
