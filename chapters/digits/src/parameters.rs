//! Everything that the network learns, as a list of arrays.

use digits::Network;
use ndarray::{ArrayD, ArrayViewD, ArrayViewMutD};

/// How many arrays of weights and biases the network has.
pub const ARRAYS: usize = 10;

/// The names of these arrays, in the order in which they are drawn, summed and written.
pub const NAMES: [&str; ARRAYS] = [
    "first.kernels",
    "first.bias",
    "second.kernels",
    "second.bias",
    "dense1.weights",
    "dense1.bias",
    "dense2.weights",
    "dense2.bias",
    "dense3.weights",
    "dense3.bias",
];

impl Network {
    /// The arrays of weights and biases, as [`NAMES`] has them.
    pub fn parameters(&self) -> [ArrayViewD<'_, f64>; ARRAYS] {
        let Self {
            first,
            second,
            dense: [one, two, three],
        } = self;
        [
            first.kernels.view().into_dyn(),
            first.bias.view().into_dyn(),
            second.kernels.view().into_dyn(),
            second.bias.view().into_dyn(),
            one.weights.view().into_dyn(),
            one.bias.view().into_dyn(),
            two.weights.view().into_dyn(),
            two.bias.view().into_dyn(),
            three.weights.view().into_dyn(),
            three.bias.view().into_dyn(),
        ]
    }

    /// The same arrays, to write to.
    pub fn parameters_mut(&mut self) -> [ArrayViewMutD<'_, f64>; ARRAYS] {
        let Self {
            first,
            second,
            dense: [one, two, three],
        } = self;
        [
            first.kernels.view_mut().into_dyn(),
            first.bias.view_mut().into_dyn(),
            second.kernels.view_mut().into_dyn(),
            second.bias.view_mut().into_dyn(),
            one.weights.view_mut().into_dyn(),
            one.bias.view_mut().into_dyn(),
            two.weights.view_mut().into_dyn(),
            two.bias.view_mut().into_dyn(),
            three.weights.view_mut().into_dyn(),
            three.bias.view_mut().into_dyn(),
        ]
    }
}

// ANCHOR: gradients
/// A number for each of the network's: how fast the loss grows with it, or how fast it
/// moves.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradients(pub [ArrayD<f64>; ARRAYS]);

impl Gradients {
    /// 0 for each number of the `network`.
    pub fn zeros(network: &Network) -> Self {
        Self(
            network
                .parameters()
                .map(|array| ArrayD::zeros(array.raw_dim())),
        )
    }
}
// ANCHOR_END: gradients
