//! Exclusive or: learned, not learned, and never learned.

use backprop::book::worked::Small;
use show::{InputValues, Outputs};

show::inputs! {
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

/// The loss before the first step (`start`) and after the last (`end`), and the answers to the four
/// points after it (`y1` … `y4`).
///
/// # Errors
/// None within the ranges.
pub fn xor(input: &Xor) -> show::Result<Outputs> {
    input.check()?;
    let start = Small::random(2, input.seed as u64)?;
    Ok(learning(
        &start,
        &start.trained(input.eta, input.steps as usize),
    ))
}

fn learning(start: &Small, end: &Small) -> Outputs {
    Outputs::new()
        .with("start", start.loss())
        .with("end", end.loss())
        .with_each("y", end.outputs())
}

show::inputs! {
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
pub fn xor_seeds(input: &XorSeeds) -> show::Result<Outputs> {
    input.check()?;
    let (mut learned, mut worst) = (0.0, 0.0_f64);
    for seed in 0..input.seeds as u64 {
        let network = Small::random(input.hidden as usize, seed)?;
        let loss = network.trained(input.eta, input.steps as usize).loss();
        worst = worst.max(loss);
        if loss < 0.1 {
            learned += 1.0;
        }
    }
    Ok(Outputs::new().with("learned", learned).with("worst", worst))
}

/// How many of ten starts end with a loss below a tenth after five hundred steps at a rate of two, where
/// the first weights are normal deviates times `size`.
///
/// # Errors
/// None: the sizes fit.
pub fn learned_of_ten(size: f64) -> show::Result<f64> {
    let mut learned = 0.0;
    for seed in 0..10 {
        let network = Small::scaled(2, size, seed)?;
        if network.trained(2.0, 500).loss() < 0.1 {
            learned += 1.0;
        }
    }
    Ok(learned)
}

show::inputs! {
    /// Ten starts whose first weights are of some size.
    pub struct XorSize = "xor-size" {
        /// the size of the first weights
        size = 0.1 in 0.1..=10.0 by 0.1,
    }
}

/// How many of ten starts have `learned`.
///
/// # Errors
/// None within the ranges.
pub fn xor_size(input: &XorSize) -> show::Result<Outputs> {
    input.check()?;
    Ok(Outputs::new().with("learned", learned_of_ten(input.size)?))
}

/// The same where the first weights are as large as in [`xor`] (`same`), and ten times as large (`large`).
///
/// # Errors
/// None: the sizes fit.
pub fn xor_scales() -> show::Result<Outputs> {
    Ok(Outputs::new()
        .with("same", learned_of_ten(1.0)?)
        .with("large", learned_of_ten(10.0)?))
}

/// As [`xor`], with no hidden layer.
///
/// # Errors
/// None within the ranges.
pub fn one_neuron(input: &Xor) -> show::Result<Outputs> {
    input.check()?;
    let start = Small::random(0, input.seed as u64)?;
    Ok(learning(
        &start,
        &start.trained(input.eta, input.steps as usize),
    ))
}

/// As [`xor`], with a backward pass that leaves the last bias out.
///
/// # Errors
/// None within the ranges.
pub fn forgotten(input: &Xor) -> show::Result<Outputs> {
    input.check()?;
    let start = Small::random(2, input.seed as u64)?;
    let end = start.trained_forgetfully(input.eta, input.steps as usize);
    Ok(learning(&start, &end))
}

show::inputs! {
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
pub fn twins(input: &Twins) -> show::Result<Outputs> {
    input.check()?;
    let start = Small::filled(input.start)?;
    let end = start.trained(input.eta, input.steps as usize);
    let mut weights = end.first_weights();
    Ok(Outputs::new()
        .with("first", weights.next().unwrap_or(f64::NAN))
        .with("second", weights.next().unwrap_or(f64::NAN))
        .with("end", end.loss()))
}
