//! The weights and biases.

use crate::Error;
use crate::aligned::AlignedBuffer;
use crate::geometry::{LAYERS, Layer};

/// The weights and biases of a layer, or their velocities.
#[derive(Debug, Clone)]
pub(crate) struct LayerParameters {
    /// inputs×row_stride: side by side what one input is multiplied by, once for each output.
    pub(crate) weights: AlignedBuffer,
    /// One for each output.
    pub(crate) bias: Vec<f32>,
}

/// The weights and biases of all layers, in the order of [`LAYERS`], from which layers are counted from 0.
#[derive(Debug, Clone)]
pub struct Parameters(pub(crate) [LayerParameters; LAYERS.len()]);

impl Parameters {
    /// All 0.
    pub fn zeros() -> Self {
        Self(LAYERS.map(|layer| LayerParameters {
            weights: AlignedBuffer::zeros(layer.inputs * layer.row_stride),
            bias: vec![0.0; layer.outputs],
        }))
    }

    /// Whether each of them is a finite number.
    pub fn are_finite(&self) -> bool {
        let mut numbers = self.0.iter().flat_map(|l| l.weights.iter().chain(&l.bias));
        numbers.all(|w| w.is_finite())
    }

    /// The weights of layer `n`, in the order of the other chapters: outputs×inputs. A layer that there
    /// is not has none.
    pub fn weights(&self, n: usize) -> impl Iterator<Item = f32> {
        let layers = self.0.iter().zip(LAYERS).skip(n).take(1);
        layers
            .flat_map(|(layer, sizes)| places(sizes).map(|place| layer.weights[place]))
    }

    /// The biases of layer `n`.
    pub fn bias(&self, n: usize) -> &[f32] {
        self.0.get(n).map_or(&[], |layer| &layer.bias)
    }

    /// Sets those of layer `n`: the weights in the order of the other chapters.
    ///
    /// # Errors
    /// [`Error::NoLayer`], and [`Error::Layer`] for as many as the layer does not have.
    pub fn set(
        &mut self,
        n: usize,
        weights: &[f32],
        bias: &[f32],
    ) -> Result<(), Error> {
        let layer = n.saturating_add(1);
        let (Some(to), Some(sizes)) = (self.0.get_mut(n), LAYERS.get(n)) else {
            return Err(Error::NoLayer { layer });
        };
        let (expected, got) = (sizes.weights(), weights.len());
        if got != expected || bias.len() != sizes.outputs {
            return Err(Error::Layer {
                layer,
                expected,
                got,
            });
        }
        for (place, w) in places(*sizes).zip(weights) {
            to.weights[place] = *w;
        }
        to.bias.copy_from_slice(bias);
        Ok(())
    }

    /// Those of a `network` of the chapter Digits, each rounded to the nearest `f32`.
    ///
    /// # Errors
    /// [`Error::Layer`] for a network of other sizes.
    pub fn from_network(network: &digits::Network) -> Result<Self, Error> {
        let mut parameters = Self::zeros();
        let arrays = network.parameters();
        for (n, [weights, bias]) in arrays.as_chunks().0.iter().enumerate() {
            let single = [weights, bias].map(|array| array.iter().map(|w| *w as f32));
            let [weights, bias] = single.map(Iterator::collect::<Vec<_>>);
            parameters.set(n, &weights, &bias)?;
        }
        Ok(parameters)
    }

    /// The network of the chapter Digits that has exactly these.
    ///
    /// # Errors
    /// As [`digits::Network::zeros`].
    pub fn to_network(&self) -> Result<digits::Network, Error> {
        let mut network = digits::Network::zeros()?;
        let mut arrays = network.parameters_mut();
        for (n, [weights, bias]) in arrays.as_chunks_mut().0.iter_mut().enumerate() {
            for (to, from) in weights.iter_mut().zip(self.weights(n)) {
                *to = f64::from(from);
            }
            for (to, from) in bias.iter_mut().zip(self.bias(n)) {
                *to = f64::from(*from);
            }
        }
        Ok(network)
    }
}

/// Where a layer has its weights: those of the first output, then those of the next.
fn places(layer: Layer) -> impl Iterator<Item = usize> {
    (0..layer.outputs)
        .flat_map(move |o| (0..layer.inputs).map(move |k| k * layer.row_stride + o))
}
