//! A network: dense layers with their activations, one after another.

use activations::Activation;
use backprop::{Dense, Error, dense};
use ndarray::Array1;

// ANCHOR: network
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

/// How fast the loss grows with everything that the network holds and is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradients {
    /// For each layer, in order.
    pub layers: Vec<dense::Gradients>,
    /// ∂L/∂x of the network's own inputs.
    pub d_input: Array1<f64>,
}
// ANCHOR_END: network

impl Network {
    /// The forward pass of the inputs `x`.
    ///
    /// # Errors
    /// [`Error::Shape`] where the outputs of one layer are not the inputs of the next; what
    /// [`Dense::forward`] refuses.
    // ANCHOR: forward
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
    // ANCHOR_END: forward

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
        Error::unless_same(
            "the pass's layers",
            &[self.layers.len()],
            &[pass.cache.len()],
        )?;
        let mut layers = Vec::with_capacity(self.layers.len());
        let mut d_y = d_output.clone();
        let from_the_last = self.layers.iter().zip(&pass.cache).rev();
        for (Layer { dense, activation }, (x, z)) in from_the_last {
            Error::unless_same("d_output", z.shape(), d_y.shape())?;
            // δ = ∂L/∂y ⊙ f′(z)
            let delta = &d_y * &z.mapv(|z| activation.derivative(z));
            let gradients = dense.backward(x, &delta)?;
            // ∂L/∂x, and the earlier layer's ∂L/∂y
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
