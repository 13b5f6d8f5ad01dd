//! Three witnesses for every gradient: by hand, by the tape, by central differences.
//!
//! A [`Case`] is a layer with its numbers. Its loss is Σ c·y over the outputs y, with weights c
//! drawn at random, so that `d_output` is c.

pub mod cases;
pub mod on_tape;

use backprop::{Error, Tape, Var, deviation, numeric_gradient};
use proptest::strategy::Strategy;
use proptest::test_runner::{
    Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner,
};
use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt::Debug;
use std::io::Write;

/// Hand-derived against the tape.
pub const BY_TAPE: f64 = 1e-12;
/// Hand-derived against central differences.
pub const BY_DIFFERENCES: f64 = 1e-7;
/// The step of the differences.
pub const STEP: f64 = 1e-5;
/// Random cases a layer.
pub const CASES: u32 = 1000;

/// Groups of numbers: a layer's inputs, its weights, its biases.
pub type Groups<T> = Vec<Vec<T>>;

/// A layer with its numbers.
pub trait Case: Debug {
    /// What the groups of numbers are, in order.
    const GROUPS: &'static [&'static str];
    /// The numbers themselves.
    fn numbers(&self) -> Groups<f64>;
    /// The weights c of the outputs in the loss.
    fn d_output(&self) -> Vec<f64>;
    /// The outputs for other numbers: the forward pass under test.
    fn forward(&self, numbers: &Groups<f64>) -> Result<Vec<f64>, Error>;
    /// The gradients by hand: the backward pass under test.
    fn backward(&self) -> Result<Groups<f64>, Error>;
    /// The outputs on a tape, spelt out in single steps. Calls nothing of the layer.
    fn on_tape<'t>(&self, tape: &'t Tape, numbers: &Groups<Var<'t>>) -> Vec<Var<'t>>;
    /// The lengths that make two cases of a layer differ.
    fn shape(&self) -> Vec<usize>;
    /// The stride, for layers that have one.
    fn stride(&self) -> Option<usize> {
        None
    }
    /// The padding, for layers that have one.
    fn padding(&self) -> Option<usize> {
        None
    }
}

/// Who contradicts the backward pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Witness {
    Tape,
    Differences,
}

impl Witness {
    pub fn tolerance(self) -> f64 {
        match self {
            Self::Tape => BY_TAPE,
            Self::Differences => BY_DIFFERENCES,
        }
    }

    /// The gradients as this witness sees them.
    fn gradient<C: Case>(self, case: &C) -> Result<Groups<f64>, Error> {
        match self {
            Self::Tape => Ok(by_tape(case)),
            Self::Differences => by_differences(case),
        }
    }
}

fn by_tape<C: Case>(case: &C) -> Groups<f64> {
    let tape = Tape::new();
    let var = |group: Vec<f64>| group.into_iter().map(|v| tape.var(v)).collect();
    let numbers: Groups<Var> = case.numbers().into_iter().map(var).collect();
    let outputs = case.on_tape(&tape, &numbers);
    let weighted = outputs.into_iter().zip(case.d_output());
    let loss = weighted.fold(tape.var(0.0), |loss, (y, c)| loss + tape.var(c) * y);
    numbers.iter().map(|group| loss.gradient(group)).collect()
}

fn by_differences<C: Case>(case: &C) -> Result<Groups<f64>, Error> {
    let numbers = case.numbers();
    let c = case.d_output();
    let of_group = |(index, group): (usize, &Vec<f64>)| {
        let loss = |moved: &[f64]| {
            let mut numbers = numbers.clone();
            numbers[index] = moved.to_vec();
            let outputs = case.forward(&numbers)?;
            assert_eq!(outputs.len(), c.len(), "one weight for each output");
            Ok(outputs
                .iter()
                .zip(&c)
                .fold(0.0, |loss, (y, c)| loss + c * y))
        };
        numeric_gradient(loss, group, STEP)
    };
    numbers.iter().enumerate().map(of_group).collect()
}

/// The largest deviation of the gradients `by_hand` from those of a witness, or where they differ by
/// more than it tolerates.
pub fn compare<C: Case>(
    case: &C,
    by_hand: &Groups<f64>,
    witness: Witness,
) -> Result<f64, String> {
    let found = witness.gradient(case).map_err(|error| error.to_string())?;
    let mut worst = 0.0_f64;
    assert_eq!(by_hand.len(), C::GROUPS.len());
    assert_eq!(found.len(), C::GROUPS.len());
    for ((of, hand), found) in C::GROUPS.iter().zip(by_hand).zip(&found) {
        assert_eq!(hand.len(), found.len(), "{of}");
        for (i, (hand, found)) in hand.iter().zip(found).enumerate() {
            let error = deviation(*hand, *found);
            if error.is_nan() || error > witness.tolerance() {
                return Err(format!(
                    "{of} {i}: {hand} by hand, {found} by {witness:?}"
                ));
            }
            worst = worst.max(error);
        }
    }
    Ok(worst)
}

/// The same cases on every run, so that a failure is one for everybody.
pub fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 64,
        max_global_rejects: 100_000,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// What a run met.
#[derive(Debug, Default)]
struct Met {
    cases: usize,
    shapes: HashSet<Vec<usize>>,
    strides: HashSet<usize>,
    paddings: HashSet<usize>,
    worst: [f64; 2],
}

/// Holds the backward pass of a layer against `witnesses` on [`CASES`] random cases, and prints what
/// they were and how far the witnesses ever were apart.
pub fn agree<C: Case>(
    line: &str,
    strategy: impl Strategy<Value = C>,
    witnesses: &[Witness],
) {
    let met = RefCell::new(Met::default());
    let result = runner(CASES).run(&strategy, |case| {
        let by_hand = case.backward().map_err(fail)?;
        let mut worst = [0.0; 2];
        for witness in witnesses {
            worst[*witness as usize] =
                compare(&case, &by_hand, *witness).map_err(fail)?;
        }
        let mut met = met.borrow_mut();
        met.cases += 1;
        met.shapes.insert(case.shape());
        met.strides.extend(case.stride());
        met.paddings.extend(case.padding());
        for (met, worst) in met.worst.iter_mut().zip(worst) {
            *met = met.max(worst);
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{line}: {error}");
    }
    let Met {
        cases,
        shapes,
        strides,
        paddings,
        worst: [by_tape, by_differences],
    } = met.into_inner();
    assert!(cases >= CASES as usize);
    let by_differences = match witnesses.contains(&Witness::Differences) {
        true => format!("{by_differences:.1e}"),
        false => "none".to_string(),
    };
    // Not by `println!`, which the harness keeps to itself when a test passes.
    let line = format!(
        "\ngradients {line} cases={cases} shapes={} strides={} paddings={} worst_autodiff={by_tape:.1e} worst_difference={by_differences}\n",
        shapes.len(),
        strides.len(),
        paddings.len(),
    );
    std::io::stdout().lock().write_all(line.as_bytes()).unwrap();
}

/// Turns the sign of each group of gradients in turn, and holds that each witness alone notices.
pub fn wrong_signs_are_caught<C: Case>(strategy: impl Strategy<Value = C>) {
    for (index, of) in C::GROUPS.iter().enumerate() {
        for witness in [Witness::Tape, Witness::Differences] {
            let result = runner(CASES).run(&strategy, |case| {
                let mut by_hand = case.backward().map_err(fail)?;
                by_hand[index]
                    .iter_mut()
                    .for_each(|derivative| *derivative = -*derivative);
                compare(&case, &by_hand, witness).map_err(fail)?;
                Ok(())
            });
            assert!(
                matches!(result, Err(TestError::Fail(..))),
                "{witness:?} did not notice the wrong sign of {of}"
            );
        }
    }
}

fn fail(error: impl ToString) -> TestCaseError {
    TestCaseError::fail(error.to_string())
}
