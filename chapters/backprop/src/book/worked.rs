//! The chapter's worked examples, in the order of its pages.

mod chain;
mod checking;
mod images;
mod layers;
mod neuron;
mod paths;
mod small;
mod whole_network;
mod xor;

pub use chain::*;
pub use checking::*;
pub use images::*;
pub use layers::*;
pub use neuron::*;
pub use paths::*;
pub use small::Small;
pub use whole_network::*;
pub use xor::*;

use show::{Example, SourceNumber};

/// All but those of the page about convolution and pooling.
pub fn examples() -> Vec<Example> {
    vec![
        Example::new(chain),
        Example::new(fork),
        Example::new(perceptron),
        Example::named("perceptron-rounded", rounded_chain),
        Example::new(batch),
        Example::new(dense),
        Example::new(dense_size),
        Example::new(whole_network),
        Example::new(paths),
        Example::new(wide_paths),
        Example::new(order_trap),
        Example::new(xor),
        Example::new(xor_seeds),
        Example::new(xor_size),
        Example::named("xor-one-neuron", one_neuron),
        Example::new(twins),
        Example::named("forgotten-bias", forgotten),
        Example::new(witnesses),
        Example::new(step_sizes),
        Example::new(kink),
        Example::new(saturated),
    ]
}

/// Those of the page about convolution and pooling.
pub fn of_windows() -> Vec<Example> {
    vec![
        Example::new(convolution),
        Example::new(strided),
        Example::new(pooling),
    ]
}

/// What the Perceptron article prints.
pub fn source_numbers() -> Vec<SourceNumber> {
    let printed = |quantity, digits, output| {
        SourceNumber::new("perceptron", "000", quantity, digits, output)
    };
    vec![
        printed("x₁w₁", "0.05", &["p1"]),
        printed("x₂w₂", "0.36", &["p2"]),
        printed("z", "0.41", &["z"]),
        printed("sigmoid(z)", "0.6011", &["sigmoid"]),
        printed("sigmoid′(z)", "0.2398", &["derivative"]),
        printed("δ", "0.0480", &["delta"]),
        printed("∂L/∂w₁", "0.0240", &["dw1"]),
        printed("∂L/∂w₂", "−0.0576", &["dw2"]),
        printed("∂L/∂b", "0.0480", &["db"]),
        printed("∂L/∂x₁", "0.0048", &["dx1"]),
        printed("∂L/∂x₂", "−0.0144", &["dx2"]),
        printed("w₁ after the update", "0.0976", &["w1_new"]),
        printed("w₂ after the update", "−0.2942", &["w2_new"]),
        printed("b after the update", "−0.0048", &["b_new"]),
    ]
}
