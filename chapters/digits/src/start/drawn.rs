//! The shapes of the layers, and random weights as large as they have to be.

use backprop::Dense;
use convolution::Convolution;
use digits::{Error, Network};
use ndarray::{Array1, Array4};
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use weights::standard_normal;

// ANCHOR: start
/// The network whose weights are drawn by this `seed`.
pub(crate) fn network(seed: u64) -> Result<Network, Error> {
    let mut rng = Pcg64::seed_from_u64(seed);
    let mut network = zeros()?;
    // Every second array has weights; those between them are biases, and stay 0.
    for mut weights in network.parameters_mut().into_iter().step_by(2) {
        let scale = scale(weights.len() / weights.shape()[0]);
        weights.map_inplace(|w| *w = standard_normal(&mut rng) * scale);
    }
    Ok(network)
}

/// The spread of the weights of a neuron, or a kernel, with `n` inputs.
fn scale(n: usize) -> f64 {
    // scale = √(2 / n)
    (2.0 / n as f64).sqrt()
}
// ANCHOR_END: start

// ANCHOR: shapes
/// The layers in their shapes, each number 0.
pub(crate) fn zeros() -> Result<Network, Error> {
    Ok(Network {
        first: convolution(6, 1, 2),
        second: convolution(16, 6, 0),
        dense: [
            Dense::zeros(400, 120)?,
            Dense::zeros(120, 84)?,
            Dense::zeros(84, 10)?,
        ],
    })
}

/// `filters` kernels of 5×5 over `channels`.
fn convolution(filters: usize, channels: usize, padding: usize) -> Convolution {
    Convolution {
        kernels: Array4::zeros((filters, channels, 5, 5)),
        bias: Array1::zeros(filters),
        stride: 1,
        padding,
    }
}
// ANCHOR_END: shapes
