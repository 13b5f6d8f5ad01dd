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
    /// How far the weights of one input are from those of the next.
    pub pitch: usize,
}

// ANCHOR: layers
/// The two convolutions and the three dense layers. The weights that an input has in a dense layer
/// are filled up with zeros to a whole number of registers.
#[rustfmt::skip]
pub const LAYERS: [Size; 5] = [
    Size { outputs: 6, inputs: 25, pitch: 6 },
    Size { outputs: 16, inputs: 150, pitch: 16 },
    Size { outputs: 120, inputs: 400, pitch: 128 },
    Size { outputs: 84, inputs: 120, pitch: 96 },
    Size { outputs: 10, inputs: 84, pitch: 16 },
];
// ANCHOR_END: layers

/// The weights and biases of a layer, or their velocities.
#[derive(Debug, Clone)]
pub struct Layer {
    /// inputs×pitch: side by side what one input is multiplied by, once for each output.
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
            weights: Memory::zeros(size.inputs * size.pitch),
            bias: vec![0.0; size.outputs],
        }))
    }

    /// Whether each of them is a finite number.
    pub fn are_finite(&self) -> bool {
        let mut numbers = self.0.iter().flat_map(|l| l.weights.iter().chain(&l.bias));
        numbers.all(|w| w.is_finite())
    }

    /// The weights of layer `n`, counted from 0, in the order of the other chapters: outputs×inputs.
    pub fn by_output(&self, n: usize) -> impl Iterator<Item = f32> {
        places(n).map(move |place| self.0[n].weights[place])
    }

    /// Sets the weights of layer `n` to some in the order of the other chapters.
    pub fn set_by_output(&mut self, n: usize, weights: impl IntoIterator<Item = f32>) {
        for (place, w) in places(n).zip(weights) {
            self.0[n].weights[place] = w;
        }
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
            parameters.set_by_output(n, weights.iter().map(|w| *w as f32));
            for (to, from) in parameters.0[n].bias.iter_mut().zip(bias) {
                *to = *from as f32;
            }
        }
        Ok(parameters)
    }

    /// The network of the chapter Digits that has exactly these.
    ///
    /// # Errors
    /// As [`digits::Network::zeros`].
    pub fn network(&self) -> Result<digits::Network, Error> {
        let mut network = digits::Network::zeros()?;
        let mut arrays = network.parameters_mut();
        for (n, [weights, bias]) in arrays.as_chunks_mut().0.iter_mut().enumerate() {
            for (to, from) in weights.iter_mut().zip(self.by_output(n)) {
                *to = f64::from(from);
            }
            for (to, from) in bias.iter_mut().zip(&self.0[n].bias) {
                *to = f64::from(*from);
            }
        }
        Ok(network)
    }
}

/// Where layer `n` has its weights: those of the first output, then those of the next.
fn places(n: usize) -> impl Iterator<Item = usize> {
    let Size {
        outputs,
        inputs,
        pitch,
    } = LAYERS[n];
    (0..outputs).flat_map(move |o| (0..inputs).map(move |k| k * pitch + o))
}
