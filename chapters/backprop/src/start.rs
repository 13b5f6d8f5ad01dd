//! What a layer and a network start from: zeros, or random weights from a seed.

use activations::Activation;
use backprop::{Dense, Error, Layer, Network};
use ndarray::{Array1, Array2};
use rand::SeedableRng;
use rand_pcg::Pcg64;
use weights::standard_normal;

impl Dense {
    /// A layer from `inputs` to `outputs` with 0 everywhere.
    ///
    /// # Errors
    /// As [`random`](Self::random).
    pub fn zeros(inputs: usize, outputs: usize) -> Result<Self, Error> {
        Error::unless_sensible("a dense layer's weights", &[outputs, inputs])?;
        Ok(Self {
            weights: Array2::zeros((outputs, inputs)),
            bias: Array1::zeros(outputs),
        })
    }

    /// A layer from `inputs` to `outputs` whose weights are normal deviates times `scale`, and whose
    /// biases are 0.
    ///
    /// # Errors
    /// [`Error::Empty`] for no input or no output, [`Error::TooLarge`] for more than
    /// [`Error::LIMIT`] weights.
    pub fn random(
        inputs: usize,
        outputs: usize,
        scale: f64,
        rng: &mut Pcg64,
    ) -> Result<Self, Error> {
        Error::unless_sensible("a dense layer's weights", &[outputs, inputs])?;
        let weights = Array2::from_shape_simple_fn((outputs, inputs), || {
            standard_normal(rng) * scale
        });
        let bias = Array1::zeros(outputs);
        Ok(Self { weights, bias })
    }
}

impl Network {
    /// A network with layers of these `sizes`, the inputs first, and random weights: normal deviates
    /// times `scale`. The output layer is a sigmoid, the hidden ones have the activation `hidden`.
    ///
    /// # Errors
    /// [`Error::Shape`] for fewer than two sizes; what [`Dense::random`] refuses.
    pub fn random(
        sizes: &[usize],
        hidden: Activation,
        scale: f64,
        seed: u64,
    ) -> Result<Self, Error> {
        if sizes.len() < 2 {
            Error::unless_same("the sizes of inputs and layers", &[2], &[sizes.len()])?;
        }
        let mut rng = Pcg64::seed_from_u64(seed);
        let mut layers = Vec::with_capacity(sizes.len() - 1);
        for (inputs, outputs) in sizes.iter().zip(sizes.iter().skip(1)) {
            layers.push(Layer {
                dense: Dense::random(*inputs, *outputs, scale, &mut rng)?,
                activation: hidden,
            });
        }
        if let Some(last) = layers.last_mut() {
            last.activation = Activation::Sigmoid;
        }
        Ok(Self { layers })
    }
}
