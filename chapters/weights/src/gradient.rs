//! Which way is downhill, for each weight and the bias.

use neurons::{Neuron, sigmoid, sigmoid_derivative};
use weights::{Error, squared_error_derivative};

/// The derivative of the loss in each parameter of a neuron.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradient {
    /// ∂L/∂wᵢ, one derivative for each weight (n values).
    pub weights: Vec<f64>,
    /// ∂L/∂b.
    pub bias: f64,
}

/// The gradient of the squared error of a sigmoid neuron, for the inputs `x` (n values) and the
/// target `t`.
///
/// ```
/// use neurons::Neuron;
/// use weights::gradient;
/// let neuron = Neuron { weights: vec![0.4, 0.2, 0.6], bias: 0.1 };
/// let gradient = gradient(&neuron, &[0.5, 0.3, 0.1], 0.4)?;
/// // A tenth of it is what the notebook's update takes from the bias.
/// assert_eq!(0.1 - 0.1 * gradient.bias, 0.09026164910025532);
/// # Ok::<(), weights::Error>(())
/// ```
///
/// # Errors
/// [`Error::Neuron`] unless `x` has one value for each weight.
// ANCHOR: gradient
pub fn gradient(neuron: &Neuron, x: &[f64], t: f64) -> Result<Gradient, Error> {
    let z = neuron.z(x)?;
    let y = sigmoid(z);
    // δ = dL/dz = 2 (y − t) · σ′(z)
    let delta = squared_error_derivative(y, t) * sigmoid_derivative(z);
    Ok(Gradient {
        // ∂L/∂wᵢ = δ xᵢ
        weights: x.iter().map(|xi| delta * xi).collect(),
        // ∂L/∂b = δ
        bias: delta,
    })
}
// ANCHOR_END: gradient
