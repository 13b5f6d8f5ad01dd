//! One name for all the activations of a single number.

use activations::{
    gelu, gelu_slope, leaky_relu, leaky_relu_slope, relu, relu_slope, tanh, tanh_slope,
};
use neurons::{identity, sigmoid, sigmoid_slope};

// ANCHOR: activation
/// What a neuron does to its weighted sum.
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
    ///
    /// ```
    /// use activations::Activation;
    /// assert_eq!(format!("{:.4}", Activation::Sigmoid.value(0.41)), "0.6011");
    /// ```
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
    ///
    /// ```
    /// use activations::Activation;
    /// assert_eq!(format!("{:.4}", Activation::Sigmoid.slope(0.41)), "0.2398");
    /// ```
    pub fn slope(self, z: f64) -> f64 {
        match self {
            // f′(z) = 1; NaN stays NaN
            Self::Identity => {
                if z.is_nan() {
                    z
                } else {
                    1.0
                }
            }
            Self::Relu => relu_slope(z),
            Self::LeakyRelu(leak) => leaky_relu_slope(z, leak),
            Self::Sigmoid => sigmoid_slope(z),
            Self::Tanh => tanh_slope(z),
            Self::Gelu => gelu_slope(z),
        }
    }
}
// ANCHOR_END: activation
