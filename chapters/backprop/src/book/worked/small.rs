//! Networks for exclusive or, quick enough for a slider.

use activations::Activation;
use backprop::xor::{POINTS, filled};
use backprop::{Dense, Error, Layer, Network};
use neurons::sigmoid;
use weights::{squared_error, squared_error_derivative};

/// A network of sigmoids: two inputs, up to two hidden neurons or none, one output.
///
/// Its descent is that of [`xor::trained`](crate::xor::trained): the same arithmetic in the same
/// order, and so the same bits, in plain numbers where that one makes a new array of every product.
#[derive(Debug, Clone, PartialEq)]
pub struct Small {
    hidden: Vec<Neuron>,
    last: Neuron,
}

/// The weights and the bias of a neuron of up to two inputs; or the gradients of the loss in them.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Neuron {
    w: [f64; 2],
    b: f64,
}

impl Neuron {
    fn z(&self, x: [f64; 2]) -> f64 {
        // z = w₁x₁ + w₂x₂ + b
        self.w[0] * x[0] + self.w[1] * x[1] + self.b
    }

    /// Adds the gradients of one point.
    fn add(&mut self, delta: f64, x: [f64; 2]) {
        // ∂L/∂wᵢ = δ xᵢ, ∂L/∂b = δ
        self.w[0] += delta * x[0];
        self.w[1] += delta * x[1];
        self.b += delta;
    }

    fn update(&mut self, gradient: &Self, rate: f64) {
        // w ← w − η ∂L/∂w
        self.w[0] -= rate * gradient.w[0];
        self.w[1] -= rate * gradient.w[1];
        self.b -= rate * gradient.b;
    }
}

impl Small {
    /// A network with so many `hidden` neurons, as random as
    /// [`Network::random`] makes it.
    ///
    /// # Errors
    /// [`Error::Shape`] for more than two hidden neurons.
    pub fn random(hidden: usize, seed: u64) -> Result<Self, Error> {
        Self::scaled(hidden, 1.0, seed)
    }

    /// The same, with every weight times `scale`.
    ///
    /// # Errors
    /// As [`random`](Self::random).
    pub fn scaled(hidden: usize, scale: f64, seed: u64) -> Result<Self, Error> {
        let sizes: &[usize] = match hidden {
            0 => &[2, 1],
            _ => &[2, hidden, 1],
        };
        Self::of(&Network::random(sizes, Activation::Sigmoid, scale, seed)?)
    }

    /// Two hidden neurons, and the same number everywhere, as in [`filled`].
    ///
    /// # Errors
    /// None: the sizes fit.
    pub fn filled(value: f64) -> Result<Self, Error> {
        Self::of(&filled(value))
    }

    /// The same network in plain numbers.
    fn of(network: &Network) -> Result<Self, Error> {
        let (mut hidden, mut last) = (Vec::new(), Vec::new());
        for layer in &network.layers {
            hidden = last;
            last = neurons(layer)?;
        }
        Ok(Self {
            hidden,
            last: last.first().copied().unwrap_or_default(),
        })
    }

    /// The inputs of the output neuron: the hidden neurons' outputs, or else the network's inputs.
    fn last_inputs(&self, x: [f64; 2]) -> [f64; 2] {
        match self.hidden[..] {
            [] => x,
            [one] => [sigmoid(one.z(x)), 0.0],
            [one, other, ..] => [sigmoid(one.z(x)), sigmoid(other.z(x))],
        }
    }

    /// The output for the inputs `x`.
    pub fn output(&self, x: [f64; 2]) -> f64 {
        sigmoid(self.last.z(self.last_inputs(x)))
    }

    /// The outputs for the four points, in their order.
    pub fn outputs(&self) -> [f64; 4] {
        POINTS.map(|(x, _)| self.output(x))
    }

    /// The squared errors of the four outputs, added up.
    pub fn loss(&self) -> f64 {
        let errors = POINTS.map(|(x, t)| squared_error(self.output(x), t));
        errors.iter().fold(0.0, |loss, error| loss + error)
    }

    /// The first weight of each hidden neuron.
    pub fn first_weights(&self) -> impl Iterator<Item = f64> {
        self.hidden.iter().map(|neuron| neuron.w[0])
    }

    /// The gradients of the loss in everything that the network holds.
    fn gradient(&self) -> Self {
        let mut gradient = Self {
            hidden: vec![Neuron::default(); self.hidden.len()],
            last: Neuron::default(),
        };
        for (x, t) in POINTS {
            let h = self.last_inputs(x);
            let z = self.last.z(h);
            let y = sigmoid(z);
            // δ = ∂L/∂y · σ′(z), where σ′(z) = σ(z) · σ(−z)
            let delta = squared_error_derivative(y, t) * (y * sigmoid(-z));
            gradient.last.add(delta, h);
            let behind = self.last.w.iter().zip(h);
            let hidden = self.hidden.iter().zip(&mut gradient.hidden);
            for ((neuron, gradient), (w, y)) in hidden.zip(behind) {
                // the hidden neuron's ∂L/∂y = δ w
                gradient.add(delta * w * (y * sigmoid(-neuron.z(x))), x);
            }
        }
        gradient
    }

    /// The network after so many `steps` at the learning `rate`, each down the gradients of all four
    /// points.
    #[must_use]
    pub fn trained(&self, rate: f64, steps: usize) -> Self {
        self.descended(rate, steps, |_| ())
    }

    /// The same, when the backward pass forgets the last bias.
    #[must_use]
    pub fn trained_forgetfully(&self, rate: f64, steps: usize) -> Self {
        self.descended(rate, steps, |gradient| gradient.last.b = 0.0)
    }

    /// Descent, with a `bug` that changes the gradients.
    fn descended(&self, rate: f64, steps: usize, bug: impl Fn(&mut Self)) -> Self {
        let mut network = self.clone();
        for _ in 0..steps {
            let mut gradient = network.gradient();
            bug(&mut gradient);
            network.last.update(&gradient.last, rate);
            for (neuron, gradient) in network.hidden.iter_mut().zip(&gradient.hidden) {
                neuron.update(gradient, rate);
            }
        }
        network
    }
}

/// The neurons of a layer, of no more than two inputs.
fn neurons(layer: &Layer) -> Result<Vec<Neuron>, Error> {
    let Dense { weights, bias } = &layer.dense;
    let (neurons, inputs) = weights.dim();
    Error::unless_same(
        "a small layer",
        &[neurons.min(2), inputs.min(2)],
        weights.shape(),
    )?;
    let weight = |j: usize, i: usize| weights.get((j, i)).copied().unwrap_or(0.0);
    let neuron = |(j, b): (usize, &f64)| Neuron {
        w: [weight(j, 0), weight(j, 1)],
        b: *b,
    };
    Ok(bias.iter().enumerate().map(neuron).collect())
}
