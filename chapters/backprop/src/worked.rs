//! The chapter's worked examples, in the order of its pages.

mod chain;
mod checking;
mod images;
mod layers;
mod neuron;
mod small;
mod xor;

pub use chain::*;
pub use checking::*;
pub use images::*;
pub use layers::*;
pub use neuron::*;
pub use small::Small;
pub use xor::*;

use plate::Example;

/// All of them, with what the sources print.
pub fn examples() -> Vec<Example> {
    vec![
        Example::new(chain),
        Example::new(fork),
        Example::new(perceptron)
            .printed("000", "x₁w₁", "0.05", &["p1"])
            .printed("000", "x₂w₂", "0.36", &["p2"])
            .printed("000", "z", "0.41", &["z"])
            .printed("000", "sigmoid(z)", "0.6011", &["sigmoid"])
            .printed("000", "sigmoid′(z)", "0.2398", &["slope"])
            .printed("000", "δ", "0.0480", &["delta"])
            .printed("000", "∂L/∂w₁", "0.0240", &["dw1"])
            .printed("000", "∂L/∂w₂", "−0.0576", &["dw2"])
            .printed("000", "∂L/∂b", "0.0480", &["db"])
            .printed("000", "∂L/∂x₁", "0.0048", &["dx1"])
            .printed("000", "∂L/∂x₂", "−0.0144", &["dx2"])
            .printed("000", "w₁ after the update", "0.0976", &["w1_new"])
            .printed("000", "w₂ after the update", "−0.2942", &["w2_new"])
            .printed("000", "b after the update", "−0.0048", &["b_new"]),
        Example::named("perceptron-rounded", rounded_chain),
        Example::new(batch),
        Example::new(dense),
        Example::new(dense_size),
        Example::new(order_trap),
        Example::new(xor),
        Example::new(xor_seeds),
        Example::named("xor-one-neuron", one_neuron),
        Example::new(twins),
        Example::named("forgotten-bias", forgotten),
        Example::new(convolution),
        Example::new(strided),
        Example::new(pooling),
        Example::new(witnesses),
        Example::new(step_sizes),
        Example::new(kink),
        Example::new(saturated),
    ]
}
