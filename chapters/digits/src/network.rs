//! The network: two convolutions, three dense layers, and what lies between them.

use activations::{relu, relu_derivative};
use backprop::convolution::backward;
use backprop::pooling::max_backward;
use backprop::{Dense, dense};
use convolution::Convolution;
use digits::{Error, Gradients};
use ndarray::{Array1, Array3};
use pooling::{MaxPooled, Window, max_pool};

/// The window of both poolings.
pub const POOLING: Window = Window { size: 2, stride: 2 };

// ANCHOR: network
/// The layers that learn, from the image to the ten logits.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// From the image (1×28×28) to 6 maps of 28×28, pooled to 14×14.
    pub first: Convolution,
    /// From these to 16 maps of 10×10, pooled to 5×5.
    pub second: Convolution,
    /// From these 400 numbers to 120, to 84, to 10.
    pub dense: [Dense; 3],
}

/// What a convolution and its pooling computed; the backward pass reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct Maps {
    /// What it computed: channels×rows×columns.
    pub z: Array3<f64>,
    /// After the ReLU, in the same shape.
    pub y: Array3<f64>,
    /// After the pooling: half as many rows and columns.
    pub pooled: MaxPooled,
}

/// All that a forward pass computed: the cache of the backward pass.
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    /// The image: 1×28×28.
    pub image: Array3<f64>,
    /// What the first convolution made of it.
    pub first: Maps,
    /// What the second made of that.
    pub second: Maps,
    /// The inputs of the dense layers: 400, 120 and 84 values. The first are the pooled
    /// maps, one after the other, row by row; the others come out of a ReLU.
    pub x: [Array1<f64>; 3],
    /// The sums of the dense layers: 120, 84 and 10 values, the last the logits.
    pub z: [Array1<f64>; 3],
}
// ANCHOR_END: network

impl Pass {
    /// The ten logits: the larger, the surer. No ReLU and no softmax has touched them.
    pub fn logits(&self) -> &Array1<f64> {
        &self.z[2]
    }
}

impl Network {
    /// The forward pass of an `image` (1×28×28).
    ///
    /// # Errors
    /// [`Error::Layer`] where the output of one layer does not fit into the next. NaN in gives NaN out.
    // ANCHOR: forward
    pub fn forward(&self, image: &Array3<f64>) -> Result<Pass, Error> {
        let first = maps(&self.first, image)?;
        let second = maps(&self.second, &first.pooled.values)?;
        let [one, two, three] = &self.dense;
        // The maps become one row of numbers.
        let x1 = second.pooled.values.iter().copied().collect();
        let z1 = one.forward(&x1)?;
        let x2 = z1.mapv(relu);
        let z2 = two.forward(&x2)?;
        let x3 = z2.mapv(relu);
        let z3 = three.forward(&x3)?;
        Ok(Pass {
            image: image.clone(),
            first,
            second,
            x: [x1, x2, x3],
            z: [z1, z2, z3],
        })
    }
    // ANCHOR_END: forward

    /// The backward pass: how fast the loss grows with each weight and bias, from `d_logits`, how
    /// fast it grows with each logit (10 values).
    ///
    /// # Errors
    /// [`Error::Layer`] unless the pass is one of this network. NaN in gives NaN out.
    // ANCHOR: backward
    pub fn backward(
        &self,
        pass: &Pass,
        d_logits: &Array1<f64>,
    ) -> Result<Gradients, Error> {
        let ([one, two, three], [x1, x2, x3]) = (&self.dense, &pass.x);
        let [z1, z2, _] = &pass.z;
        let three = three.backward(x3, d_logits)?;
        let two = two.backward(x2, &(&three.d_input * &z2.mapv(relu_derivative)))?;
        let one = one.backward(x1, &(&two.d_input * &z1.mapv(relu_derivative)))?;
        // The row of numbers becomes maps again.
        let mut d_pooled = Array3::zeros(pass.second.pooled.values.dim());
        for (d_pooled, d_input) in d_pooled.iter_mut().zip(&one.d_input) {
            *d_pooled = *d_input;
        }
        let d_z = maps_backward(&pass.second, &d_pooled)?;
        let second = backward(&self.second, &pass.first.pooled.values, &d_z)?;
        let d_z = maps_backward(&pass.first, &second.d_input)?;
        let first = backward(&self.first, &pass.image, &d_z)?;
        let of = |dense: dense::Gradients| {
            [dense.d_weights.into_dyn(), dense.d_bias.into_dyn()]
        };
        let ([w1, b1], [w2, b2], [w3, b3]) = (of(one), of(two), of(three));
        Ok(Gradients([
            // FOLD
            first.d_kernels.into_dyn(),
            first.d_bias.into_dyn(),
            second.d_kernels.into_dyn(),
            second.d_bias.into_dyn(),
            w1,
            b1,
            w2,
            b2,
            w3,
            b3,
            // FOLD_END
        ]))
    }
    // ANCHOR_END: backward
}

// ANCHOR: maps
/// A convolution, its ReLU and its pooling.
fn maps(layer: &Convolution, x: &Array3<f64>) -> Result<Maps, Error> {
    let z = layer.forward(x)?;
    let y = z.mapv(relu);
    let pooled = max_pool(&y, POOLING)?;
    Ok(Maps { z, y, pooled })
}

/// ∂L/∂z of a convolution, from ∂L of its pooled maps.
fn maps_backward(maps: &Maps, d_pooled: &Array3<f64>) -> Result<Array3<f64>, Error> {
    let d_y = max_backward(maps.y.dim(), &maps.pooled, d_pooled)?;
    Ok(d_y * maps.z.mapv(relu_derivative))
}
// ANCHOR_END: maps
