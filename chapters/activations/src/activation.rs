//! One name for all the activations of a single number.

use activations::{
    gelu, gelu_derivative, leaky_relu, leaky_relu_derivative, relu, relu_derivative,
    tanh, tanh_derivative,
};
use neurons::{identity, sigmoid, sigmoid_derivative};

/// What a neuron does to its weighted sum.
///
/// ```
/// use activations::Activation;
/// // The Perceptron article's neuron, at its own precision and at ours.
/// let (y, derivative) = (Activation::Sigmoid.value(0.41), Activation::Sigmoid.derivative(0.41));
/// assert_eq!(format!("{y:.4} {derivative:.4}"), "0.6011 0.2398");
/// approx::assert_abs_diff_eq!(y, 0.6010878788483698, epsilon = 1e-12);
/// approx::assert_abs_diff_eq!(derivative, 0.2397812407499373, epsilon = 1e-12);
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

    /// f′(z): the derivative at the weighted sum z, not at the output.
    pub fn derivative(self, z: f64) -> f64 {
        // FOLD
        match self {
            // a leaky ReLU that leaks everything
            Self::Identity => leaky_relu_derivative(z, 1.0),
            Self::Relu => relu_derivative(z),
            Self::LeakyRelu(leak) => leaky_relu_derivative(z, leak),
            Self::Sigmoid => sigmoid_derivative(z),
            Self::Tanh => tanh_derivative(z),
            Self::Gelu => gelu_derivative(z),
        }
        // FOLD_END
    }
}
// ANCHOR_END: activation
