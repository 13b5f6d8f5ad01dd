//! The gradients of a network, and how those of several points add up.

use backprop::{Error, dense};
use ndarray::Array1;

/// How fast the loss grows with everything that the network holds and is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradients {
    /// For each layer, in order.
    pub layers: Vec<dense::Gradients>,
    /// ∂L/∂x of the network's own inputs.
    pub d_input: Array1<f64>,
}

impl Gradients {
    /// These gradients and `other`'s, added up: what two points together ask for.
    ///
    /// # Errors
    /// [`Error::Shape`] unless both are of networks of the same shapes.
    pub fn plus(mut self, other: &Self) -> Result<Self, Error> {
        let (mine, theirs) = (self.layers.len(), other.layers.len());
        Error::unless_same("the gradients' layers", &[mine], &[theirs])?;
        for (mine, theirs) in self.layers.iter_mut().zip(&other.layers) {
            let (weights, bias) = (mine.d_weights.shape(), mine.d_bias.shape());
            Error::unless_same("d_weights", weights, theirs.d_weights.shape())?;
            Error::unless_same("d_bias", bias, theirs.d_bias.shape())?;
            Error::unless_same(
                "d_input",
                mine.d_input.shape(),
                theirs.d_input.shape(),
            )?;
            mine.d_weights += &theirs.d_weights;
            mine.d_bias += &theirs.d_bias;
            mine.d_input += &theirs.d_input;
        }
        Error::unless_same("d_input", self.d_input.shape(), other.d_input.shape())?;
        self.d_input += &other.d_input;
        Ok(self)
    }
}
