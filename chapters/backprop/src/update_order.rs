//! The order trap: what comes of changing a layer before its gradients have been handed on.

use activations::Activation;
use backprop::network::{Network, Pass};
use backprop::{Dense, Error, Layer, dense};
use ndarray::{Array1, array};

/// The weights through which a layer hands gradients to the layer before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Through {
    /// Those of the forward pass.
    OldWeights,
    /// Those after the step: the trap.
    NewWeights,
}

/// One step of descent that goes from the last layer to the first and updates each on the way. As in
/// Mazur's example, only weights learn; biases stay.
///
/// With [`Through::OldWeights`] the gradients are those of [`Network::backward`].
///
/// # Errors
/// As [`Network::backward`].
// ANCHOR: in_turn
pub fn updated_in_turn(
    network: &Network,
    pass: &Pass,
    d_output: &Array1<f64>,
    rate: f64,
    through: Through,
) -> Result<Network, Error> {
    network.check(pass)?;
    let mut layers = Vec::new();
    let mut d_y = d_output.clone();
    for (old, (x, z)) in network.layers.iter().zip(&pass.cache).rev() {
        let delta = old.delta(z, &d_y)?;
        let gradients = old.dense.backward(x, &delta)?;
        let new = with_new_weights(old, &gradients, rate)?;
        // ∂L/∂y of the layer before
        d_y = match through {
            Through::OldWeights => gradients.d_input,
            Through::NewWeights => new.dense.backward(x, &delta)?.d_input,
        };
        layers.push(new);
    }
    layers.reverse();
    Ok(Network { layers })
}
// ANCHOR_END: in_turn

/// The layer after a step of its weights alone.
fn with_new_weights(
    old: &Layer,
    gradients: &dense::Gradients,
    rate: f64,
) -> Result<Layer, Error> {
    let mut new = old.clone();
    new.dense.weights = old.dense.updated(gradients, rate)?.weights;
    Ok(new)
}

/// The network that Mazur's example starts from.
///
/// ```
/// let network = backprop::update_order::mazur();
/// let output = network.forward(&ndarray::array![0.05, 0.1])?.output;
/// approx::assert_abs_diff_eq!(output[0], 0.75136507, epsilon = 1e-8); // as he prints it
/// # Ok::<(), backprop::Error>(())
/// ```
pub fn mazur() -> Network {
    let layer = |weights, bias| Layer {
        dense: Dense { weights, bias },
        activation: Activation::Sigmoid,
    };
    Network {
        layers: vec![
            layer(array![[0.15, 0.20], [0.25, 0.30]], array![0.35, 0.35]),
            layer(array![[0.40, 0.45], [0.50, 0.55]], array![0.60, 0.60]),
        ],
    }
}
