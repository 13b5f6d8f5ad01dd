//! One digit held out, and what two neurons of the last layer weigh.

use crate::trained::{held_out, network};
use digits::{Pass, Sample, cross_entropy};
use ndarray::Array1;
use show::Outputs;

/// What the digit that is shown was meant to be.
const SHOWN: u8 = 4;

/// What one neuron of the last layer makes of its inputs.
pub(crate) struct Weighed {
    /// The label that it stands for.
    pub(crate) label: usize,
    /// Each input that is not 0 times its weight.
    pub(crate) products: Vec<f64>,
    pub(crate) bias: f64,
    /// The logit.
    pub(crate) z: f64,
}

impl Weighed {
    /// The sum of the products above zero, and of those below.
    pub(crate) fn sides(&self) -> (f64, f64) {
        let sum = |keep: fn(&f64) -> bool| -> f64 {
            self.products.iter().copied().filter(keep).sum()
        };
        (sum(|p| *p > 0.0), sum(|p| *p < 0.0))
    }
}

/// The first digit held out of a label, its way through the trained network, and what two neurons of
/// the last layer make of the same inputs.
pub(crate) struct Evidence {
    pub(crate) sample: &'static Sample,
    pub(crate) pass: Pass,
    /// The probabilities of the ten labels.
    pub(crate) p: Array1<f64>,
    /// The neuron of the label, its largest product first.
    pub(crate) own: Weighed,
    /// The neuron with the largest logit of the others, its products in the same order.
    pub(crate) rival: Weighed,
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

    let (last, x, label) = (&network.dense[2], &pass.x[2], usize::from(SHOWN));
    let product = |label: usize, i: usize| last.weights[[label, i]] * x[i];
    let mut active: Vec<usize> = (0..x.len()).filter(|i| x[*i] != 0.0).collect();
    active.sort_by(|i, j| product(label, *j).total_cmp(&product(label, *i)));
    let weighed = |label: usize| Weighed {
        label,
        products: active.iter().map(|i| product(label, *i)).collect(),
        bias: last.bias[label],
        z: pass.logits()[label],
    };
    let others = (0..p.len()).filter(|other| *other != label);
    let rival = others.max_by(|a, b| p[*a].total_cmp(&p[*b]));
    Ok(Evidence {
        sample,
        own: weighed(label),
        rival: weighed(rival.ok_or("there is one answer only")?),
        pass,
        p,
    })
}

/// How many `inputs` a neuron of the last layer has, and how many of them are not 0 (`active`); of
/// the neuron of the right answer its `label`, what speaks `for` it and `against` it, its `bias` and
/// its `z`; the same of the one that comes next, with `rival_` before each name.
///
/// # Errors
/// As [`held_out`] and [`digits::Network::forward`].
pub fn evidence() -> show::Result<Outputs> {
    let Evidence {
        pass, own, rival, ..
    } = gathered()?;
    let mut outputs = Outputs::new()
        .with("inputs", pass.x[2].len() as f64)
        .with("active", own.products.len() as f64);
    for (name, weighed) in [("", own), ("rival_", rival)] {
        let (speaks_for, against) = weighed.sides();
        outputs = outputs
            .with(format!("{name}label"), weighed.label as f64)
            .with(format!("{name}for"), speaks_for)
            .with(format!("{name}against"), against)
            .with(format!("{name}bias"), weighed.bias)
            .with(format!("{name}z"), weighed.z);
    }
    Ok(outputs)
}
