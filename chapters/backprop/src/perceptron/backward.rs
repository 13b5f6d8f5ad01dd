//! The backward pass of one neuron, and the step that may follow.

use backprop::perceptron::Pass;
use backprop::{Error, Perceptron};

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

impl Perceptron {
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
        one_for_each("the pass's input", weights, inputs)?;
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
        one_for_each("the gradient of the weights", weights, d_weights)?;
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

/// Refuses `numbers` that are not one for each weight: `zip` would drop the surplus without a word.
// ANCHOR: one_for_each
fn one_for_each(
    what: &'static str,
    weights: &[f64],
    numbers: &[f64],
) -> Result<(), Error> {
    Error::unless_same(what, &[weights.len()], &[numbers.len()])
}
// ANCHOR_END: one_for_each
