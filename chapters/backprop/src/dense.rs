//! A dense layer: every output depends on every input.

use backprop::Error;
use ndarray::{Array1, Array2};

/// A layer of m neurons, each with its own weight for each of n inputs.
#[derive(Debug, Clone, PartialEq)]
pub struct Dense {
    /// Row j holds the weights of neuron j: shape outputs×inputs, m×n.
    pub weights: Array2<f64>,
    /// One bias for each neuron (m values).
    pub bias: Array1<f64>,
}

/// How fast the loss grows with each input, each weight and each bias.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradients {
    /// ∂L/∂x (n values): what the layer before receives.
    pub d_input: Array1<f64>,
    /// ∂L/∂W, in the shape of the weights: m×n.
    pub d_weights: Array2<f64>,
    /// ∂L/∂b (m values).
    pub d_bias: Array1<f64>,
}

impl Dense {
    /// The weighted sums z (m values) of the inputs `x` (n values).
    ///
    /// Terms are added from the first input to the last and the bias comes at the end, as in one
    /// neuron.
    ///
    /// ```
    /// use backprop::Dense;
    /// use ndarray::array;
    /// let dense = Dense {
    ///     weights: array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]],
    ///     bias: array![0.5, -0.5],
    /// };
    /// assert_eq!(dense.forward(&array![1.0, 0.0, -1.0])?, array![-1.5, -2.5]);
    /// # Ok::<(), backprop::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Shape`] unless `x` has n values and there are m biases, [`Error::Empty`] for a layer
    /// without weights.
    // ANCHOR: forward
    pub fn forward(&self, x: &Array1<f64>) -> Result<Array1<f64>, Error> {
        self.check(x)?;
        let mut z = Array1::zeros(self.bias.len());
        let rows = self.weights.outer_iter().zip(&self.bias);
        for (z, (weights, b)) in z.iter_mut().zip(rows) {
            // zⱼ = wⱼ₁x₁ + wⱼ₂x₂ + … + wⱼₙxₙ + bⱼ
            *z = weights.iter().zip(x).fold(0.0, |sum, (w, x)| sum + w * x) + b;
        }
        Ok(z)
    }
    // ANCHOR_END: forward

    /// The gradients, from `d_z` = ∂L/∂z (m values) at the inputs `x` (n values).
    ///
    /// ```
    /// # use backprop::Dense;
    /// # use ndarray::array;
    /// # let dense = Dense {
    /// #     weights: array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]],
    /// #     bias: array![0.5, -0.5],
    /// # };
    /// let gradients = dense.backward(&array![1.0, 0.0, -1.0], &array![1.0, 10.0])?;
    /// assert_eq!(gradients.d_input, array![41.0, 52.0, 63.0]);
    /// assert_eq!(gradients.d_weights, array![[1.0, 0.0, -1.0], [10.0, 0.0, -10.0]]);
    /// assert_eq!(gradients.d_bias, array![1.0, 10.0]);
    /// # Ok::<(), backprop::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Shape`] unless `x` has n values, and `d_z` and the biases have m; [`Error::Empty`]
    /// for a layer without weights.
    // ANCHOR: backward
    pub fn backward(
        &self,
        x: &Array1<f64>,
        d_z: &Array1<f64>,
    ) -> Result<Gradients, Error> {
        self.check(x)?;
        Error::unless_same("d_z", self.bias.shape(), d_z.shape())?;
        let mut d_input = Array1::zeros(x.len());
        let mut d_weights = Array2::zeros(self.weights.dim());
        for (j, d_z) in d_z.iter().enumerate() {
            let (weights, mut d_weights) = (self.weights.row(j), d_weights.row_mut(j));
            for (i, x) in x.iter().enumerate() {
                // ∂L/∂wⱼᵢ = ∂L/∂zⱼ · xᵢ
                d_weights[i] = d_z * x;
                // ∂L/∂xᵢ = Σⱼ ∂L/∂zⱼ · wⱼᵢ
                d_input[i] += d_z * weights[i];
            }
        }
        Ok(Gradients {
            d_input,
            d_weights,
            // ∂L/∂bⱼ = ∂L/∂zⱼ
            d_bias: d_z.clone(),
        })
    }
    // ANCHOR_END: backward

    /// The layer after one step down the `gradients` at the learning `rate`.
    ///
    /// # Errors
    /// [`Error::Shape`] unless the gradients have the shapes of the weights and the biases.
    pub fn updated(&self, gradients: &Gradients, rate: f64) -> Result<Self, Error> {
        let Gradients {
            d_weights, d_bias, ..
        } = gradients;
        Error::unless_same("d_weights", self.weights.shape(), d_weights.shape())?;
        Error::unless_same("d_bias", self.bias.shape(), d_bias.shape())?;
        Ok(Self {
            // W ← W − η ∂L/∂W
            weights: &self.weights - &(rate * d_weights),
            // b ← b − η ∂L/∂b
            bias: &self.bias - &(rate * d_bias),
        })
    }

    /// Refuses what does not fit together: `zip` would drop the surplus without a word.
    fn check(&self, x: &Array1<f64>) -> Result<(), Error> {
        Error::unless_sensible("a dense layer's weights", self.weights.shape())?;
        Error::unless_same(
            "a dense layer's bias",
            &[self.weights.nrows()],
            self.bias.shape(),
        )?;
        Error::unless_same("a dense layer's input", &[self.weights.ncols()], x.shape())
    }
}
