//! Weights by lot, as large as they have to be.

use backprop::Dense;
use convolution::Convolution;
use digits::{Error, Network};
use ndarray::{Array1, Array4};
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use weights::standard_normal;

// ANCHOR: start
/// The network whose weights are drawn by this `seed`.
pub(crate) fn network(seed: u64) -> Result<Network, Error> {
    let mut random = Pcg64::seed_from_u64(seed);
    Ok(Network {
        first: convolution(6, 1, 2, &mut random),
        second: convolution(16, 6, 0, &mut random),
        dense: [
            dense(400, 120, &mut random)?,
            dense(120, 84, &mut random)?,
            dense(84, 10, &mut random)?,
        ],
    })
}
// ANCHOR_END: start

// ANCHOR: scale
/// `filters` kernels of 5×5 over `channels`.
fn convolution(
    filters: usize,
    channels: usize,
    padding: usize,
    random: &mut Pcg64,
) -> Convolution {
    let scale = scale(channels * 5 * 5);
    let weight = || standard_normal(random) * scale;
    Convolution {
        kernels: Array4::from_shape_simple_fn((filters, channels, 5, 5), weight),
        bias: Array1::zeros(filters),
        stride: 1,
        padding,
    }
}

fn dense(inputs: usize, outputs: usize, random: &mut Pcg64) -> Result<Dense, Error> {
    Ok(Dense::random(inputs, outputs, scale(inputs), random)?)
}

fn scale(n: usize) -> f64 {
    // scale = √(2 / n)
    (2.0 / n as f64).sqrt()
}
// ANCHOR_END: scale
