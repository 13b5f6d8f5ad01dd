//! A network of two layers, 2-2-1, with all its numbers; and what its layers look like for many points.

use activations::Activation;
use backprop::network::{Gradients, Pass};
use backprop::{Dense, Error, Layer, Network};
use ndarray::array;
use show::Outputs;
use weights::{squared_error, squared_error_derivative};

show::inputs! {
    /// Two inputs, two hidden neurons, one output, all of them sigmoids.
    pub struct WholeNetwork = "whole-network" {
        /// the first input
        x1 = 1.0 in -2.0..=2.0 by 0.5,
        /// the second input
        x2 = 0.5 in -2.0..=2.0 by 0.5,
        /// the target
        t = 1.0 in 0.0..=1.0 by 0.1,
        /// from the first input to the first hidden neuron
        w11 = 1.0 in -3.0..=3.0 by 0.5,
        /// from the second input to the first hidden neuron
        w12 = -1.0 in -3.0..=3.0 by 0.5,
        /// from the first input to the second hidden neuron
        w21 = -1.0 in -3.0..=3.0 by 0.5,
        /// from the second input to the second hidden neuron
        w22 = 2.0 in -3.0..=3.0 by 0.5,
        /// the first hidden neuron's bias
        b1 = 0.5 in -3.0..=3.0 by 0.5,
        /// the second hidden neuron's bias
        b2 = 0.0 in -3.0..=3.0 by 0.5,
        /// from the first hidden neuron to the output
        v1 = 2.0 in -3.0..=3.0 by 0.5,
        /// from the second hidden neuron to the output
        v2 = -1.0 in -3.0..=3.0 by 0.5,
        /// the output's bias
        c = -0.5 in -3.0..=3.0 by 0.5,
        /// the learning rate
        eta = 1.0 in 0.5..=4.0 by 0.5,
    }
}

/// All that the two passes leave behind, in plain numbers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Carried {
    /// The weighted sums of the hidden neurons.
    pub z: [f64; 2],
    /// Their outputs.
    pub h: [f64; 2],
    /// The weighted sum of the output neuron.
    pub z_out: f64,
    /// Its output.
    pub y: f64,
    /// How wrong it is.
    pub loss: f64,
    /// ∂L/∂y at the output.
    pub d_y: f64,
    /// δ of the output neuron.
    pub delta_out: f64,
    /// ∂L/∂y at the hidden neurons.
    pub d_h: [f64; 2],
    /// δ of the hidden neurons.
    pub delta: [f64; 2],
    /// ∂L/∂w of the weights to the output.
    pub d_v: [f64; 2],
    /// ∂L/∂w of the weights to the hidden neurons, a row for each of these.
    pub d_w: [[f64; 2]; 2],
    /// ∂L/∂x.
    pub d_x: [f64; 2],
}

impl WholeNetwork {
    /// The network.
    pub fn network(&self) -> Network {
        let layer = |weights, bias| Layer {
            dense: Dense { weights, bias },
            activation: Activation::Sigmoid,
        };
        let hidden = array![[self.w11, self.w12], [self.w21, self.w22]];
        Network {
            layers: vec![
                layer(hidden, array![self.b1, self.b2]),
                layer(array![[self.v1, self.v2]], array![self.c]),
            ],
        }
    }

    /// Both passes of the network.
    fn passes(&self, network: &Network) -> Result<(Pass, Gradients), Error> {
        let pass = network.forward(&array![self.x1, self.x2])?;
        let d_output = pass.output.mapv(|y| squared_error_derivative(y, self.t));
        let gradients = network.backward(&pass, &d_output)?;
        Ok((pass, gradients))
    }

    /// How wrong the network is after a step down its gradients.
    ///
    /// # Errors
    /// None: the shapes fit.
    pub fn loss_after(&self) -> Result<f64, Error> {
        let network = self.network();
        let (_, gradients) = self.passes(&network)?;
        let network = network.updated(&gradients, self.eta)?;
        let output = network.forward(&array![self.x1, self.x2])?.output;
        Ok(output.iter().map(|y| squared_error(*y, self.t)).sum())
    }

    /// Every number on the way forward and back.
    ///
    /// # Errors
    /// None: the shapes fit.
    pub fn carried(&self) -> Result<Carried, Error> {
        let (pass, gradients) = self.passes(&self.network())?;
        let ([(_, z), (h, z_out)], [first, last]) =
            (&pass.cache[..], &gradients.layers[..])
        else {
            return Ok(Carried::default());
        };
        let y = pass.output[0];
        let pair = |list: &ndarray::Array1<f64>| [list[0], list[1]];
        let w = |j, i| first.d_weights[[j, i]];
        Ok(Carried {
            z: pair(z),
            h: pair(h),
            z_out: z_out[0],
            y,
            loss: squared_error(y, self.t),
            d_y: squared_error_derivative(y, self.t),
            delta_out: last.d_bias[0],
            d_h: pair(&last.d_input),
            delta: pair(&first.d_bias),
            d_v: [last.d_weights[[0, 0]], last.d_weights[[0, 1]]],
            d_w: [[w(0, 0), w(0, 1)], [w(1, 0), w(1, 1)]],
            d_x: pair(&first.d_input),
        })
    }
}

/// Forward: `z1`, `z2`, `h1`, `h2`, `z`, `y`, `loss`. Back: `d_y`, `slope` (the output's own), `delta`;
/// `dh1`, `dh2`, `slope1`, `slope2`, `delta1`, `delta2`; the gradients `dv1`, `dv2`, `dw11` … `dw22`, and
/// those of the inputs, `dx1` and `dx2`, each with what comes by either hidden neuron (`dx1_by1`,
/// `dx1_by2`). After a step: `loss_after`, and how far the loss should have moved by its gradients
/// (`promised`) and has (`changed`).
///
/// ```
/// use backprop::book::worked::{WholeNetwork, whole_network};
/// let outputs = whole_network(&WholeNetwork::default()).unwrap();
/// let written = |name| format!("{:.4}", outputs.get(name).unwrap());
/// assert_eq!([written("h1"), written("h2"), written("y")], ["0.7311", "0.5000", "0.6135"]);
/// assert_eq!([written("delta"), written("delta1"), written("delta2")], ["-0.1833", "-0.0721", "0.0458"]);
/// ```
///
/// # Errors
/// None: the shapes fit.
pub fn whole_network(input: &WholeNetwork) -> show::Result<Outputs> {
    let at = input.carried()?;
    let slope = |z| Activation::Sigmoid.derivative(z);
    let loss_after = input.loss_after()?;
    let weights = at.d_w.iter().flatten().chain(&at.d_v);
    let biases = at.delta.iter().chain([&at.delta_out]);
    let squares = weights.chain(biases).fold(0.0, |sum, d| sum + d * d);
    Ok(Outputs::new()
        .with_each("z", at.z)
        .with_each("h", at.h)
        .with("z", at.z_out)
        .with("y", at.y)
        .with("loss", at.loss)
        .with("d_y", at.d_y)
        .with("slope", slope(at.z_out))
        .with("delta", at.delta_out)
        .with_each("dh", at.d_h)
        .with_each("slope", at.z.map(slope))
        .with_each("delta", at.delta)
        .with_each("dv", at.d_v)
        .with_each("dw1", at.d_w[0])
        .with_each("dw2", at.d_w[1])
        .with_each("dx", at.d_x)
        .with("dx1_by1", at.delta[0] * input.w11)
        .with("dx1_by2", at.delta[1] * input.w21)
        .with("loss_after", loss_after)
        .with("promised", -input.eta * squares)
        .with("changed", loss_after - at.loss))
}
