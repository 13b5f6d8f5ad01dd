//! A network: dense layers with their activations, one after another.

mod gradients;

pub use gradients::Gradients;

use activations::Activation;
use backprop::{Dense, Error};
use ndarray::Array1;

/// A dense layer and what happens to each of its weighted sums.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    /// The weights and biases.
    pub dense: Dense,
    /// The activation of each of its neurons.
    pub activation: Activation,
}

/// Layers in order: the outputs of each are the inputs of the next.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// From the first hidden layer to the output layer.
    pub layers: Vec<Layer>,
}

/// What a forward pass leaves behind for the backward pass.
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    /// For each layer: its inputs x, and its weighted sums z.
    pub cache: Vec<(Array1<f64>, Array1<f64>)>,
    /// The output of the last layer.
    pub output: Array1<f64>,
}

impl Network {
    /// The forward pass of the inputs `x`.
    ///
    /// # Errors
    /// [`Error::Shape`] where the outputs of one layer are not the inputs of the next; what
    /// [`Dense::forward`] refuses.
    pub fn forward(&self, x: &Array1<f64>) -> Result<Pass, Error> {
        let mut cache = Vec::with_capacity(self.layers.len());
        let mut x = x.clone();
        for Layer { dense, activation } in &self.layers {
            // z = W x + b
            let z = dense.forward(&x)?;
            // y = f(z), and the next layer's x
            let y = z.mapv(|z| activation.value(z));
            cache.push((x, z));
            x = y;
        }
        Ok(Pass { cache, output: x })
    }
    /// The backward pass: from `d_output` = ∂L/∂y, through the layers from the last to the first.
    ///
    /// Every derivative is taken with the weights that the forward pass used; nothing is changed.
    ///
    /// # Errors
    /// [`Error::Shape`] unless the pass is one of this network and `d_output` has its output's shape.
    // ANCHOR: backward
    pub fn backward(
        &self,
        pass: &Pass,
        d_output: &Array1<f64>,
    ) -> Result<Gradients, Error> {
        self.check(pass)?;
        let mut layers = Vec::with_capacity(self.layers.len());
        let mut d_y = d_output.clone();
        for (layer, (x, z)) in self.layers.iter().zip(&pass.cache).rev() {
            // δ = ∂L/∂y ⊙ f′(z)
            let delta = layer.delta(z, &d_y)?;
            // ∂L/∂W = δ xᵀ, ∂L/∂b = δ, ∂L/∂x = Wᵀ δ
            let gradients = layer.dense.backward(x, &delta)?;
            // the earlier layer's ∂L/∂y
            d_y = gradients.d_input.clone();
            layers.push(gradients);
        }
        layers.reverse();
        Ok(Gradients {
            layers,
            d_input: d_y,
        })
    }
    // ANCHOR_END: backward

    /// The network after one step down the `gradients` at the learning `rate`: all layers at once.
    ///
    /// # Errors
    /// [`Error::Shape`] unless the gradients are those of a network of these shapes.
    pub fn updated(&self, gradients: &Gradients, rate: f64) -> Result<Self, Error> {
        let (layers, gradients) = (&self.layers, &gradients.layers);
        Error::unless_same(
            "the gradients' layers",
            &[layers.len()],
            &[gradients.len()],
        )?;
        let layer = |(layer, gradients): (&Layer, _)| {
            Ok(Layer {
                dense: layer.dense.updated(gradients, rate)?,
                activation: layer.activation,
            })
        };
        let layers = layers.iter().zip(gradients).map(layer);
        Ok(Self {
            layers: layers.collect::<Result<_, Error>>()?,
        })
    }

    /// Refuses a pass of a network of another depth.
    ///
    /// # Errors
    /// [`Error::Shape`] unless the pass has as many layers.
    pub fn check(&self, pass: &Pass) -> Result<(), Error> {
        let (layers, kept) = (self.layers.len(), pass.cache.len());
        Error::unless_same("the pass's layers", &[layers], &[kept])
    }
}

impl Layer {
    /// δ = ∂L/∂z of the layer's weighted sums `z`, from `d_y` = ∂L/∂y of its outputs.
    ///
    /// ```
    /// use activations::Activation;
    /// use backprop::{Dense, Layer};
    /// use ndarray::array;
    /// let layer = Layer { dense: Dense::zeros(3, 2)?, activation: Activation::Sigmoid };
    /// assert_eq!(layer.delta(&array![0.0, 0.0], &array![2.0, -4.0])?, array![0.5, -1.0]);
    /// # Ok::<(), backprop::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Shape`] unless both have the same shape.
    // ANCHOR: delta
    pub fn delta(
        &self,
        z: &Array1<f64>,
        d_y: &Array1<f64>,
    ) -> Result<Array1<f64>, Error> {
        Error::unless_same("d_output", z.shape(), d_y.shape())?;
        // δ = ∂L/∂y ⊙ f′(z)
        Ok(d_y * &z.mapv(|z| self.activation.derivative(z)))
    }
    // ANCHOR_END: delta
}
