//! The Perceptron article's neuron, and its forward pass.

mod backward;

pub use backward::Gradients;

use activations::Activation;
use backprop::Error;
use neurons::weighted_sum;
use weights::small_normal;

/// One neuron that can learn: n weights, a bias, and an activation or none.
#[derive(Debug, Clone, PartialEq)]
pub struct Perceptron {
    /// One weight for each input (n values).
    pub weights: Vec<f64>,
    /// What the sum starts from when every input is 0.
    pub bias: f64,
    /// What happens to the weighted sum; `None` hands it on as it is.
    pub activation: Option<Activation>,
}

// ANCHOR: pass
/// What a forward pass leaves behind for the backward pass.
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    /// The inputs x (n values).
    pub input: Vec<f64>,
    /// The weighted sum z.
    pub z: f64,
    /// The output y.
    pub output: f64,
}
// ANCHOR_END: pass

impl Perceptron {
    /// A perceptron with small random weights, the bias 0 and the activation `f`, the same for the
    /// same `seed`.
    ///
    /// ```
    /// use backprop::Perceptron;
    /// let perceptron = Perceptron::new(3, None, 7)?;
    /// assert_eq!(perceptron, Perceptron::new(3, None, 7)?);
    /// assert_eq!((perceptron.weights.len(), perceptron.bias), (3, 0.0));
    /// # Ok::<(), backprop::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Empty`] for no inputs, [`Error::TooLarge`] for more than [`Error::LIMIT`].
    pub fn new(inputs: usize, f: Option<Activation>, seed: u64) -> Result<Self, Error> {
        Error::unless_sensible("the perceptron's weights", &[inputs])?;
        // wᵢ = 0.1 · nᵢ, with nᵢ drawn from the standard normal distribution
        let weights = small_normal(inputs, seed)?;
        Ok(Self {
            weights,
            bias: 0.0,
            activation: f,
        })
    }

    /// The forward pass of `input` (n values).
    ///
    /// ```
    /// # use activations::Activation;
    /// # use backprop::Perceptron;
    /// # let perceptron = Perceptron {
    /// #     weights: vec![0.1, -0.3],
    /// #     bias: 0.0,
    /// #     activation: Some(Activation::Sigmoid),
    /// # };
    /// let pass = perceptron.forward(&[0.5, -1.2])?;
    /// assert_eq!(format!("{:.2} {:.4}", pass.z, pass.output), "0.41 0.6011");
    /// approx::assert_abs_diff_eq!(pass.z, 0.41, epsilon = 1e-12);
    /// approx::assert_abs_diff_eq!(pass.output, 0.6010878788483698, epsilon = 1e-12);
    /// # Ok::<(), backprop::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Neurons`] unless `input` has one value for each weight.
    // ANCHOR: forward
    pub fn forward(&self, input: &[f64]) -> Result<Pass, Error> {
        // z = x₁w₁ + x₂w₂ + … + xₙwₙ + b
        let z = weighted_sum(input, &self.weights, self.bias)?;
        // y = f(z)
        let output = self.activation.map_or(z, |f| f.value(z));
        Ok(Pass {
            input: input.to_vec(),
            z,
            output,
        })
    }
    // ANCHOR_END: forward
}
