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

    /// Those of a `network` of the chapter Digits, each rounded to the nearest `f32`.
    ///
    /// # Errors
    /// [`Error::Layer`] for a network of other sizes.
    pub fn of(network: &digits::Network) -> Result<Self, Error> {
        let mut parameters = Self::zeros();
        let arrays = network.parameters();
        let (pairs, _) = arrays.as_chunks::<2>();
        for (n, ([weights, bias], size)) in pairs.iter().zip(LAYERS).enumerate() {
            let (expected, got) = (size.outputs * size.inputs, weights.len());
            if got != expected || bias.len() != size.outputs {
                return Err(Error::Layer { layer: n + 1, expected, got });
            }
            let layer = &mut parameters.0[n];
            let mut weights = weights.iter();
            for row in layer.weights.chunks_exact_mut(size.pitch) {
                for (to, w) in row.iter_mut().zip(weights.by_ref().take(size.inputs)) {
                    *to = *w as f32;
                }
            }
            for (to, b) in layer.bias.iter_mut().zip(bias) {
                *to = *b as f32;
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
        let arrays = network.parameters_mut();
        let layers = self.0.iter().zip(LAYERS).flat_map(|(layer, size)| {
            [(&layer.weights[..], size.pitch, size.inputs), (&layer.bias[..], 1, 1)]
        });
        for (mut array, (values, pitch, inputs)) in arrays.into_iter().zip(layers) {
            let rows = values.chunks_exact(pitch);
            let values = rows.flat_map(|row| &row[..inputs]);
            for (w, value) in array.iter_mut().zip(values) {
                *w = f64::from(*value);
            }
        }
        Ok(network)
    }
}
