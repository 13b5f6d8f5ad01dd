//! Exclusive or: the smallest thing that one neuron cannot learn.

use activations::Activation;
use backprop::network::{Gradients, Network};
use backprop::{Dense, Error, Layer};
use ndarray::{Array1, Array2, array};
use weights::{squared_error, squared_error_derivative};

// ANCHOR: points
/// The four points with their targets: 1 where exactly one of the inputs is 1.
pub const POINTS: [([f64; 2], f64); 4] = [
    ([0.0, 0.0], 0.0),
    ([0.0, 1.0], 1.0),
    ([1.0, 0.0], 1.0),
    ([1.0, 1.0], 0.0),
];
// ANCHOR_END: points

/// The network's outputs for the four points, in their order.
///
/// # Errors
/// [`Error::Shape`] unless the network has two inputs and one output.
pub fn outputs(network: &Network) -> Result<[f64; 4], Error> {
    let mut outputs = [0.0; 4];
    for (output, (x, _)) in outputs.iter_mut().zip(POINTS) {
        *output = only(&network.forward(&array![x[0], x[1]])?.output)?;
    }
    Ok(outputs)
}

/// The squared errors of the four outputs, added up.
///
/// # Errors
/// As [`outputs`].
pub fn loss(network: &Network) -> Result<f64, Error> {
    // L = Σ (y − t)²
    let pairs = outputs(network)?.into_iter().zip(POINTS);
    Ok(pairs.fold(0.0, |loss, (y, (_, t))| loss + squared_error(y, t)))
}

/// The gradients of that loss: those of the four points, added up.
///
/// # Errors
/// As [`outputs`].
// ANCHOR: gradients
pub fn gradients(network: &Network) -> Result<Gradients, Error> {
    let mut sum: Option<Gradients> = None;
    for (x, t) in POINTS {
        let pass = network.forward(&array![x[0], x[1]])?;
        let d_output = array![squared_error_derivative(only(&pass.output)?, t)];
        let gradients = network.backward(&pass, &d_output)?;
        sum = Some(match sum {
            Some(sum) => sum.plus(&gradients)?,
            None => gradients,
        });
    }
    sum.ok_or(Error::Empty {
        what: "the points",
        found: vec![0],
    })
}
// ANCHOR_END: gradients

/// The network after so many `steps`, each down the gradients of all four points.
///
/// # Errors
/// As [`outputs`].
// ANCHOR: trained
pub fn trained(network: &Network, rate: f64, steps: usize) -> Result<Network, Error> {
    let mut network = network.clone();
    for _ in 0..steps {
        network = network.updated(&gradients(&network)?, rate)?;
    }
    Ok(network)
}
// ANCHOR_END: trained

/// Two inputs, two hidden neurons, one output, and the same number everywhere.
pub fn filled(value: f64) -> Network {
    let layer = |inputs, outputs| Layer {
        dense: Dense {
            weights: Array2::from_elem((outputs, inputs), value),
            bias: Array1::from_elem(outputs, value),
        },
        activation: Activation::Sigmoid,
    };
    Network {
        layers: vec![layer(2, 2), layer(2, 1)],
    }
}

/// The one number of a single output.
fn only(output: &Array1<f64>) -> Result<f64, Error> {
    Error::unless_same("the network's output", &[1], output.shape())?;
    Ok(output[0])
}
