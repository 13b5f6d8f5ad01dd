//! A layer without an activation, and why two of them are one.

use activations::Error;
use ndarray::{Array2, ArrayView1};

/// A layer of neurons without an activation: row i of the weights belongs to neuron i.
///
/// ```
/// use activations::Linear;
/// use ndarray::array;
/// let first = Linear { weights: array![[1.0], [-1.0]], bias: vec![0.0, 0.0] };
/// let second = Linear { weights: array![[1.0, 1.0]], bias: vec![0.0] };
/// assert_eq!(first.then(&second)?.weights, array![[0.0]]);
/// # Ok::<(), activations::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Linear {
    /// One row for each output, one column for each input: shape outputs×inputs.
    pub weights: Array2<f64>,
    /// One value for each output.
    pub bias: Vec<f64>,
}

// ANCHOR: linear
impl Linear {
    /// One value for each output, from the inputs `x`. NaN in gives NaN out.
    ///
    /// # Errors
    /// [`Error::Inputs`] unless `x` has one value for each column of the weights,
    /// [`Error::Biases`] or [`Error::NoWeights`] where the layer itself is misshapen.
    pub fn forward(&self, x: &[f64]) -> Result<Vec<f64>, Error> {
        self.check(x.len())?;
        // h = W x + b
        let rows = self.weights.outer_iter().zip(&self.bias);
        Ok(rows.map(|(row, b)| dot(row, x) + b).collect())
    }

    /// The single layer that does what this one and then `next` do.
    ///
    /// # Errors
    /// As [`forward`](Self::forward), for `next` handed this layer's outputs;
    /// [`Error::TooLarge`] where the weights would exceed [`Error::LIMIT`].
    pub fn then(&self, next: &Linear) -> Result<Linear, Error> {
        self.check(self.weights.ncols())?;
        // b = W₂ b₁ + b₂
        let bias = next.forward(&self.bias)?;
        // W = W₂ W₁
        let weights = product(&next.weights, &self.weights)?;
        Ok(Linear { weights, bias })
    }
}
// ANCHOR_END: linear

impl Linear {
    /// Whether the layer is one, and takes that many inputs.
    fn check(&self, given: usize) -> Result<(), Error> {
        let (outputs, inputs) = self.weights.dim();
        let biases = self.bias.len();
        if outputs == 0 || inputs == 0 {
            return Err(Error::NoWeights { outputs, inputs });
        }
        if biases != outputs {
            return Err(Error::Biases {
                biases,
                outputs,
                inputs,
            });
        }
        if given != inputs {
            return Err(Error::Inputs {
                given,
                outputs,
                inputs,
            });
        }
        Ok(())
    }
}

/// The matrix product A B, for as many columns in A as there are rows in B.
fn product(a: &Array2<f64>, b: &Array2<f64>) -> Result<Array2<f64>, Error> {
    let (rows, columns) = (a.nrows(), b.ncols());
    if rows
        .checked_mul(columns)
        .is_none_or(|elements| elements > Error::LIMIT)
    {
        return Err(Error::TooLarge { rows, columns });
    }
    let mut product = Array2::zeros((rows, columns));
    for (mut cells, row) in product.outer_iter_mut().zip(a.outer_iter()) {
        for (cell, column) in cells.iter_mut().zip(b.columns()) {
            // (A B)ᵢⱼ = aᵢ₁ b₁ⱼ + aᵢ₂ b₂ⱼ + … + aᵢₙ bₙⱼ
            *cell = dot(row, column);
        }
    }
    Ok(product)
}

/// The products of pairs, added from the first to the last.
fn dot<'a>(a: ArrayView1<f64>, b: impl IntoIterator<Item = &'a f64>) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (ai, bi)| sum + ai * bi)
}
