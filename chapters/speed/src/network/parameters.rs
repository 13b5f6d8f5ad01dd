//! The weights and biases.

use crate::Error;
use crate::memory::Memory;

/// How large a layer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Its filters, or its neurons.
    pub outputs: usize,
    /// The inputs of each, which has as many weights.
    pub inputs: usize,
    /// How far one row of weights is from the next.
    pub pitch: usize,
}

// ANCHOR: layers
/// The two convolutions and the three dense layers. The rows of a dense layer are filled up with zeros
/// to a whole number of registers.
#[rustfmt::skip]
pub const LAYERS: [Size; 5] = [
    Size { outputs: 6, inputs: 25, pitch: 25 },
    Size { outputs: 16, inputs: 150, pitch: 150 },
    Size { outputs: 120, inputs: 400, pitch: 400 },
    Size { outputs: 84, inputs: 120, pitch: 128 },
    Size { outputs: 10, inputs: 84, pitch: 96 },
];
// ANCHOR_END: layers

/// The weights and biases of a layer, or their velocities.
#[derive(Debug, Clone)]
pub struct Layer {
    /// outputs×pitch.
    pub weights: Memory,
    /// One for each output.
    pub bias: Vec<f32>,
}

/// Those of all layers, in the order of [`LAYERS`].
#[derive(Debug, Clone)]
pub struct Parameters(pub [Layer; 5]);

impl Parameters {
    /// All 0.
    pub fn zeros() -> Self {
        Self(LAYERS.map(|size| Layer {
            weights: Memory::zeros(size.outputs * size.pitch),
            bias: vec![0.0; size.outputs],
        }))
    }

    /// Whether each of them is a finite number.
    pub fn are_finite(&self) -> bool {
        let mut numbers = self.0.iter().flat_map(|l| l.weights.iter().chain(&l.bias));
        numbers.all(|w| w.is_finite())
    }

    /// The rows of weights of layer `n`, counted from 0, without what fills them up.
    pub fn rows(&self, n: usize) -> impl Iterator<Item = &[f32]> {
        let rows = self.0[n].weights.chunks_exact(LAYERS[n].pitch);
        rows.map(move |row| &row[..LAYERS[n].inputs])
    }

    /// The same, to write to.
    pub fn rows_mut(&mut self, n: usize) -> impl Iterator<Item = &mut [f32]> {
        let rows = self.0[n].weights.chunks_exact_mut(LAYERS[n].pitch);
        rows.map(move |row| &mut row[..LAYERS[n].inputs])
    }

    /// Those of a `network` of the chapter Digits, each rounded to the nearest `f32`.
    ///
    /// # Errors
    /// [`Error::Layer`] for a network of other sizes.
    pub fn of(network: &digits::Network) -> Result<Self, Error> {
        let mut parameters = Self::zeros();
        let arrays = network.parameters();
        for (n, [weights, bias]) in arrays.as_chunks().0.iter().enumerate() {
            let Size {
                outputs, inputs, ..
            } = LAYERS[n];
            let (expected, got) = (outputs * inputs, weights.len());
            if got != expected || bias.len() != outputs {
                let layer = n + 1;
                return Err(Error::Layer {
                    layer,
                    expected,
                    got,
                });
            }
            for (to, from) in parameters.rows_mut(n).flatten().zip(weights) {
                *to = *from as f32;
            }
            for (to, from) in parameters.0[n].bias.iter_mut().zip(bias) {
                *to = *from as f32;
            }
        }
        Ok(parameters)
    }

    /// The network of the chapter Digits that has exactly these.
    ///
    /// # Errors
    /// As [`digits::Network::start`].
    pub fn network(&self) -> Result<digits::Network, Error> {
        let mut network = digits::Network::start(0)?;
        let mut arrays = network.parameters_mut();
        for (n, [weights, bias]) in arrays.as_chunks_mut().0.iter_mut().enumerate() {
            for (to, from) in weights.iter_mut().zip(self.rows(n).flatten()) {
                *to = f64::from(*from);
            }
            for (to, from) in bias.iter_mut().zip(&self.0[n].bias) {
                *to = f64::from(*from);
            }
        }
        Ok(network)
    }
}
