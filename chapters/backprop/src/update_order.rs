//! The order trap: what comes of changing a layer before its gradients have been handed on.

use backprop::network::{Network, Pass};
use backprop::{Error, Layer};
use ndarray::Array1;

/// One step of descent in the wrong order: each layer is updated as soon as its own gradients are
/// known, and only then passes a gradient to the layer before it.
///
/// The right order is [`Network::backward`], then [`Network::updated`].
///
/// # Errors
/// As [`Network::backward`].
// ANCHOR: too_early
pub fn updated_too_early(
    network: &Network,
    pass: &Pass,
    d_output: &Array1<f64>,
    rate: f64,
) -> Result<Network, Error> {
    Error::unless_same(
        "the pass's layers",
        &[network.layers.len()],
        &[pass.cache.len()],
    )?;
    let mut layers = Vec::with_capacity(network.layers.len());
    let mut d_y = d_output.clone();
    let from_the_last = network.layers.iter().zip(&pass.cache).rev();
    for (Layer { dense, activation }, (x, z)) in from_the_last {
        Error::unless_same("d_output", z.shape(), d_y.shape())?;
        let delta = &d_y * &z.mapv(|z| activation.derivative(z));
        let dense = dense.updated(&dense.backward(x, &delta)?, rate)?;
        // ∂L/∂x belongs to the weights of the forward pass, not to these new ones
        d_y = dense.backward(x, &delta)?.d_input;
        layers.push(Layer {
            dense,
            activation: *activation,
        });
    }
    layers.reverse();
    Ok(Network { layers })
}
// ANCHOR_END: too_early
