//! A neuron of n inputs.

use neurons::{Error, weighted_sum};

/// A neuron of n inputs: n weights and a bias.
///
/// ```
/// use neurons::{Neuron, sigmoid};
/// // The notebook's neuron, in a cell that was saved without its output.
/// let neuron = Neuron { weights: vec![0.4, 0.2, 0.6], bias: 0.1 };
/// let y = neuron.output(&[0.5, 0.3, 0.1], sigmoid)?;
/// approx::assert_abs_diff_eq!(y, 0.6034832498647263, epsilon = 1e-12);
/// # Ok::<(), neurons::Error>(())
/// ```
// ANCHOR: neuron
#[derive(Debug, Clone, PartialEq)]
pub struct Neuron {
    /// How much each input counts, and in which direction (n values).
    pub weights: Vec<f64>,
    /// What the sum amounts to when every input is 0.
    pub bias: f64,
}

impl Neuron {
    /// The weighted sum of the inputs `x` (n values), plus the bias.
    ///
    /// # Errors
    /// As [`weighted_sum`].
    pub fn z(&self, x: &[f64]) -> Result<f64, Error> {
        // z = x · w + b
        weighted_sum(x, &self.weights, self.bias)
    }

    /// The neuron's answer to the inputs `x` (n values) with the activation `f`.
    ///
    /// # Errors
    /// As [`weighted_sum`].
    pub fn output(&self, x: &[f64], f: fn(f64) -> f64) -> Result<f64, Error> {
        // y = f(z)
        Ok(f(self.z(x)?))
    }
}
// ANCHOR_END: neuron

/// No activation at all: the neuron answers its weighted sum.
///
/// ```
/// use neurons::{Neuron, identity};
/// let neuron = Neuron { weights: vec![0.1, -0.3], bias: 0.0 };
/// let x = [0.5, -1.2];
/// assert_eq!(neuron.output(&x, identity)?, neuron.z(&x)?);
/// # Ok::<(), neurons::Error>(())
/// ```
pub fn identity(z: f64) -> f64 {
    // f(z) = z
    z
}
