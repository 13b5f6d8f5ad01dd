//! One neuron, one target, several learning rates.

use neurons::{Neuron, Point, sigmoid, sigmoid_derivative};
use show::{InputValues, Outputs};
use weights::{descent, gradient, squared_error, updated};

/// The notebook's inputs.
pub const X: [f64; 3] = [0.5, 0.3, 0.1];

/// The notebook's neuron before its first update.
pub fn notebook_neuron() -> Neuron {
    Neuron {
        weights: vec![0.4, 0.2, 0.6],
        bias: 0.1,
    }
}

show::inputs! {
    /// The notebook's neuron learns its one target at three learning rates.
    pub struct Rates = "three-rates" unfolding steps {
        /// a small rate
        small = 0.1 in 0.1..=2.0 by 0.1,
        /// a middling rate
        middle = 3.0 in 1.0..=10.0 by 0.5,
        /// a large rate
        large = 20.0 in 10.0..=100.0 by 1.0,
        /// the target
        t = 0.4 in 0.1..=0.9 by 0.05,
        /// how many steps are made
        steps = 30.0 in 0.0..=30.0 by 1.0,
    }
}

/// The outputs of the notebook's neuron at `rate`, before the first step and after each.
///
/// # Errors
/// None: the shapes fit.
pub(crate) fn answers(rate: f64, t: f64, steps: usize) -> show::Result<Vec<f64>> {
    let points = [Point { x: X.to_vec(), t }];
    let mut answers = Vec::new();
    for neuron in descent(&notebook_neuron(), &points, rate, steps)? {
        answers.push(neuron.output(&X, sigmoid)?);
    }
    Ok(answers)
}

/// The loss at the `start`; the losses after all steps at each rate,
/// `after_small`, `after_middle`, `after_large`, and the outputs, `y_small`, `y_middle`, `y_large`.
/// At the large rate the least and the largest output on the way, `below` and `above`, and the
/// `lowest` and the `highest` loss.
///
/// # Errors
/// None within the ranges.
pub fn three_rates(rates: &Rates) -> show::Result<Outputs> {
    rates.check()?;
    let loss = |y: f64| squared_error(y, rates.t);
    let run = |rate| answers(rate, rates.t, rates.steps as usize);
    let last = |answers: &[f64]| answers.last().copied().unwrap_or(f64::NAN);
    let (small, middle, large) =
        (run(rates.small)?, run(rates.middle)?, run(rates.large)?);
    let start = notebook_neuron().output(&X, sigmoid)?;
    let mut outputs = Outputs::new().with("start", loss(start));
    for (name, run) in [("small", &small), ("middle", &middle), ("large", &large)] {
        outputs = outputs
            .with(format!("after_{name}"), loss(last(run)))
            .with(format!("y_{name}"), last(run));
    }
    let least = |all: &[f64]| all.iter().copied().fold(f64::INFINITY, f64::min);
    let most = |all: &[f64]| all.iter().copied().fold(0.0, f64::max);
    let losses: Vec<f64> = large.iter().map(|y| loss(*y)).collect();
    Ok(outputs
        .with("below", least(&large))
        .with("above", most(&large))
        .with("lowest", least(&losses))
        .with("highest", most(&losses)))
}

show::inputs! {
    /// One step of the notebook's neuron at a rate far too large, and the steps after it.
    pub struct Leap = "leap" {
        /// the learning rate
        rate = 100.0 in 40.0..=150.0 by 5.0,
        /// how many steps are made in all
        steps = 1000.0 in 100.0..=1000.0 by 100.0,
    }
}

/// Where the first step lands: `z`, the output `y`, its `loss` and the sigmoid's `derivative` there; and
/// the loss after all steps, `after`.
///
/// # Errors
/// None within the ranges.
pub fn leap(leap: &Leap) -> show::Result<Outputs> {
    leap.check()?;
    let start = notebook_neuron();
    let landed = updated(&start, &gradient(&start, &X, 0.4)?, leap.rate)?;
    let z = landed.z(&X)?;
    let answers = answers(leap.rate, 0.4, leap.steps as usize)?;
    let last = answers.last().copied().unwrap_or(f64::NAN);
    Ok(Outputs::new()
        .with("z", z)
        .with("y", sigmoid(z))
        .with("loss", squared_error(sigmoid(z), 0.4))
        .with("derivative", sigmoid_derivative(z))
        .with("after", squared_error(last, 0.4)))
}
