//! Where the weights start.

use backprop::Dense;
use convolution::Convolution;
use digits::{Error, Network};
use ndarray::{Array1, Array4};
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use weights::standard_normal;

impl Network {
    /// The network before it has learned anything: each weight is a normal deviate times √(2 / n),
    /// where n is the number of inputs of its neuron, and each bias is 0. One seed, one network.
    ///
    /// The deviates are drawn layer by layer, and in each in the order of the array.
    ///
    /// Source: K. He, X. Zhang, S. Ren and J. Sun, "Delving deep into rectifiers", ICCV 2015: a
    /// ReLU silences half of its inputs, and the 2 makes up for it.
    ///
    /// ```
    /// use digits::Network;
    /// assert_eq!(Network::start(1)?, Network::start(1)?);
    /// assert_ne!(Network::start(1)?, Network::start(2)?);
    /// # Ok::<(), digits::Error>(())
    /// ```
    ///
    /// # Errors
    /// None for these shapes; a layer could refuse others.
    pub fn start(seed: u64) -> Result<Self, Error> {
        start(seed)
    }
}

// ANCHOR: start
fn start(seed: u64) -> Result<Network, Error> {
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
