//! One digit held out, and what one neuron of the last layer weighs.

use crate::trained::{held_out, network};
use digits::{Pass, Sample, cross_entropy};
use ndarray::Array1;
use show::Outputs;

/// What the digit that is shown was meant to be.
const SHOWN: u8 = 4;

/// The first digit held out of a label, its way through the trained network, and what the neuron of
/// that label adds up.
pub(crate) struct Evidence {
    pub(crate) sample: &'static Sample,
    pub(crate) pass: Pass,
    /// The probabilities of the ten labels.
    pub(crate) p: Array1<f64>,
    /// Each input of the neuron times its weight, the largest product first.
    pub(crate) products: Vec<f64>,
    pub(crate) bias: f64,
}

impl Evidence {
    /// The label, and the place of its neuron among the ten.
    pub(crate) fn label(&self) -> usize {
        usize::from(self.sample.label)
    }

    /// What the neuron answers: its logit.
    pub(crate) fn z(&self) -> f64 {
        self.pass.logits()[self.label()]
    }

    /// The sum of the products above zero, and of those below.
    pub(crate) fn sides(&self) -> (f64, f64) {
        let sum = |keep: fn(&f64) -> bool| -> f64 {
            self.products.iter().copied().filter(keep).sum()
        };
        (sum(|p| *p > 0.0), sum(|p| *p < 0.0))
    }
}

/// The evidence of the first digit held out whose label is the one shown.
///
/// # Errors
/// As [`held_out`] and [`digits::Network::forward`].
pub(crate) fn gathered() -> show::Result<Evidence> {
    let network = network()?;
    let mut samples = held_out()?.digits.samples().iter();
    let sample = samples.find(|sample| sample.label == SHOWN);
    let sample = sample.ok_or("no digit of this label is held out")?;
    let pass = network.forward(&sample.image())?;
    let p = cross_entropy(pass.logits(), sample.label)?.p;
    let last = &network.dense[2];
    let label = usize::from(sample.label);
    let weights = last.weights.row(label);
    let products = weights.iter().zip(&pass.x[2]).map(|(w, x)| w * x);
    let mut products: Vec<f64> = products.collect();
    products.sort_by(|a, b| b.total_cmp(a));
    Ok(Evidence {
        sample,
        bias: last.bias[label],
        pass,
        p,
        products,
    })
}

/// The digit's `label`, how many `inputs` its neuron has, what speaks `for` it and `against` it, the
/// `bias`, `z`, and the probability `p`.
///
/// # Errors
/// As [`held_out`] and [`digits::Network::forward`].
pub fn evidence() -> show::Result<Outputs> {
    let evidence = gathered()?;
    let (speaks_for, against) = evidence.sides();
    Ok(Outputs::new()
        .with("label", evidence.label() as f64)
        .with("inputs", evidence.products.len() as f64)
        .with("for", speaks_for)
        .with("against", against)
        .with("bias", evidence.bias)
        .with("z", evidence.z())
        .with("p", evidence.p[evidence.label()]))
}
