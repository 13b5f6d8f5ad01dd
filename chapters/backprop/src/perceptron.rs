//! The Perceptron article's neuron: forward, backward, update.

use activations::Activation;
use backprop::Error;
use neurons::weighted_sum;
use weights::small_normal;

// ANCHOR: perceptron
/// One neuron that can learn: n weights, a bias, and an activation or none.
#[derive(Debug, Clone, PartialEq)]
pub struct Perceptron {
    /// One weight for each input (n values).
    pub weights: Vec<f64>,
    /// What the sum starts from when every input is 0.
    pub bias: f64,
    /// What happens to the weighted sum; `None` hands it out as it is.
    pub activation: Option<Activation>,
}

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

/// How fast the loss grows with each input, each weight and the bias.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradients {
    /// ∂L/∂x (n values): what an earlier layer receives as its `d_output`.
    pub d_input: Vec<f64>,
    /// ∂L/∂w (n values).
    pub d_weights: Vec<f64>,
    /// ∂L/∂b.
    pub d_bias: f64,
}
// ANCHOR_END: perceptron

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
    // ANCHOR: new
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
    // ANCHOR_END: new

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

    /// δ = ∂L/∂z: what arrives at the output, times the activation's derivative at z.
    // ANCHOR: delta
    pub fn delta(&self, pass: &Pass, d_output: f64) -> f64 {
        // δ = ∂L/∂y · f′(z)
        self.activation
            .map_or(d_output, |f| d_output * f.derivative(pass.z))
    }
    // ANCHOR_END: delta

    /// The backward pass: from `d_output`, which is ∂L/∂y, to the gradients of everything before it.
    ///
    /// It changes nothing: the weights wait for [`updated`](Self::updated).
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
    /// let gradients = perceptron.backward(&pass, 0.2)?;
    /// let [dw1, dw2] = gradients.d_weights[..] else { unreachable!() };
    /// assert_eq!(format!("{dw1:.4} {dw2:.4}"), "0.0240 -0.0575"); // the article prints -0.0576
    /// approx::assert_abs_diff_eq!(dw1, 0.023978124074993733, epsilon = 1e-12);
    /// approx::assert_abs_diff_eq!(dw2, -0.057547497779984955, epsilon = 1e-12);
    /// # Ok::<(), backprop::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Shape`] unless the pass is one of n inputs.
    // ANCHOR: backward
    pub fn backward(&self, pass: &Pass, d_output: f64) -> Result<Gradients, Error> {
        let (inputs, weights) = (&pass.input, &self.weights);
        Error::unless_same("the pass's input", &[weights.len()], &[inputs.len()])?;
        let delta = self.delta(pass, d_output);
        Ok(Gradients {
            // ∂L/∂xᵢ = δ wᵢ
            d_input: weights.iter().map(|w| delta * w).collect(),
            // ∂L/∂wᵢ = δ xᵢ
            d_weights: inputs.iter().map(|x| delta * x).collect(),
            // ∂L/∂b = δ
            d_bias: delta,
        })
    }
    // ANCHOR_END: backward

    /// The perceptron after one step down the `gradients` at the learning `rate`.
    ///
    /// # Errors
    /// [`Error::Shape`] unless there is one gradient for each weight.
    // ANCHOR: updated
    pub fn updated(&self, gradients: &Gradients, rate: f64) -> Result<Self, Error> {
        let (weights, d_weights) = (&self.weights, &gradients.d_weights);
        Error::unless_same(
            "the gradient of the weights",
            &[weights.len()],
            &[d_weights.len()],
        )?;
        let steps = weights.iter().zip(d_weights);
        Ok(Self {
            // wᵢ ← wᵢ − η ∂L/∂wᵢ
            weights: steps.map(|(w, d_w)| w - rate * d_w).collect(),
            // b ← b − η ∂L/∂b
            bias: self.bias - rate * gradients.d_bias,
            activation: self.activation,
        })
    }
    // ANCHOR_END: updated
}
