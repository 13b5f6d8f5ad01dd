//! Exclusive or: learned, not learned, and never learned.

use activations::Activation;
use backprop::xor::{answers, gradients, loss, trained};
use backprop::{Dense, Error, Layer, Network};
use ndarray::{Array1, Array2};
use plate::{Inputs, Outputs, Refusal};

plate::inputs! {
    /// Two hidden neurons and one output learn exclusive or; one neuron tries.
    pub struct Xor = "xor" unfolding steps {
        /// where the random weights start from
        seed = 0.0 in 0.0..=9.0 by 1.0,
        /// the learning rate
        eta = 2.0 in 1.0..=4.0 by 1.0,
        /// the steps of descent
        steps = 400.0 in 0.0..=800.0 by 10.0,
    }
}

impl Xor {
    /// The network before the first step.
    ///
    /// # Errors
    /// None: the sizes are sensible.
    pub fn start(&self) -> Result<Network, Error> {
        Network::random(&[2, 2, 1], Activation::Sigmoid, 1.0, self.seed as u64)
    }

    /// One neuron without a hidden layer, before the first step.
    ///
    /// # Errors
    /// None: the sizes are sensible.
    pub fn lone(&self) -> Result<Network, Error> {
        Network::random(&[2, 1], Activation::Sigmoid, 1.0, self.seed as u64)
    }

    /// The network after the last step.
    ///
    /// # Errors
    /// None within the ranges.
    pub fn end(&self) -> Result<Network, Refusal> {
        self.check()?;
        Ok(trained(&self.start()?, self.eta, self.steps as usize)?)
    }
}

/// The loss before the first step (`start`) and after the last (`end`), and the answers to the four
/// points after it (`y1` … `y4`).
///
/// # Errors
/// None: the shapes fit.
pub fn xor(input: &Xor) -> Result<Outputs, Refusal> {
    learning(&input.start()?, &input.end()?)
}

fn learning(start: &Network, end: &Network) -> Result<Outputs, Refusal> {
    Ok(Outputs::new()
        .with("start", loss(start)?)
        .with("end", loss(end)?)
        .with_each("y", answers(end)?))
}

plate::inputs! {
    /// How many of ten starts learn exclusive or.
    pub struct XorSeeds = "xor-seeds" {
        /// how many hidden neurons there are
        hidden = 2.0 in 1.0..=2.0 by 1.0,
        /// the learning rate
        eta = 2.0 in 1.0..=2.0 by 1.0,
        /// the steps of descent
        steps = 500.0 in 250.0..=500.0 by 250.0,
        /// how many seeds are tried
        seeds = 10.0 in 5.0..=10.0 by 5.0,
    }
}

/// How many of the starts end with a loss below a tenth (`learned`), and the loss of the worst.
///
/// # Errors
/// None within the ranges.
pub fn xor_seeds(input: &XorSeeds) -> Result<Outputs, Refusal> {
    input.check()?;
    let sizes = [2, input.hidden as usize, 1];
    let (mut learned, mut worst) = (0.0, 0.0_f64);
    for seed in 0..input.seeds as u64 {
        let network = Network::random(&sizes, Activation::Sigmoid, 1.0, seed)?;
        let loss = loss(&trained(&network, input.eta, input.steps as usize)?)?;
        worst = worst.max(loss);
        if loss < 0.1 {
            learned += 1.0;
        }
    }
    Ok(Outputs::new().with("learned", learned).with("worst", worst))
}

/// As [`xor`], with no hidden layer.
///
/// # Errors
/// None within the ranges.
pub fn one_neuron(input: &Xor) -> Result<Outputs, Refusal> {
    input.check()?;
    let start = input.lone()?;
    let end = trained(&start, input.eta, input.steps as usize)?;
    learning(&start, &end)
}

/// As [`xor`], with a backward pass that leaves the last bias out.
///
/// # Errors
/// None within the ranges.
pub fn forgotten(input: &Xor) -> Result<Outputs, Refusal> {
    input.check()?;
    let start = input.start()?;
    let mut end = start.clone();
    for _ in 0..input.steps as usize {
        let mut gradients = gradients(&end)?;
        if let Some(last) = gradients.layers.last_mut() {
            last.d_bias.fill(0.0);
        }
        end = end.updated(&gradients, input.eta)?;
    }
    learning(&start, &end)
}

plate::inputs! {
    /// The network for exclusive or, with the same number in every place at the start.
    pub struct Twins = "xor-twins" {
        /// every weight and every bias at the start
        start = 0.5 in 0.1..=0.9 by 0.2,
        /// the learning rate
        eta = 2.0 in 1.0..=4.0 by 1.0,
        /// the steps of descent
        steps = 400.0 in 100.0..=800.0 by 100.0,
    }
}

/// The first weight of either hidden neuron after the last step (`first`, `second`), and the loss.
///
/// # Errors
/// None within the ranges.
pub fn twins(input: &Twins) -> Result<Outputs, Refusal> {
    input.check()?;
    let end = trained(&filled(input.start), input.eta, input.steps as usize)?;
    let hidden = end
        .layers
        .first()
        .map(|layer| layer.dense.weights.column(0));
    let mut weights = hidden.into_iter().flatten().copied();
    Ok(Outputs::new()
        .with("first", weights.next().unwrap_or(f64::NAN))
        .with("second", weights.next().unwrap_or(f64::NAN))
        .with("end", loss(&end)?))
}

// ANCHOR: filled
/// Two inputs, two hidden neurons, one output, and the same number everywhere.
pub fn filled(value: f64) -> Network {
    let layer = |inputs, outputs| Layer {
        dense: Dense {
            weights: Array2::from_elem((outputs, inputs), value),
            bias: Array1::from_elem(outputs, value),
        },
        activation: Activation::Sigmoid,
    };
    Network {
        layers: vec![layer(2, 2), layer(2, 1)],
    }
}
// ANCHOR_END: filled
