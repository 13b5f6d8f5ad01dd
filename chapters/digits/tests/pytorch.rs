//! PyTorch's network from the same start and in the same order: `pytorch.py` has written what it got.

use digits::{
    Dataset, Error, Options, Split, Training, Workers, train_validation_test,
};

/// All weights after the first step of seed 1, in float64.
const ONE_STEP: &[u8] = include_bytes!("fixtures/one-step.f64");

const RESULTS: &str = include_str!("../results/pytorch.json");

/// |a − b| ≤ tol · max(1, |a|, |b|)
fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-10 * 1_f64.max(a.abs()).max(b.abs())
}

fn train_digits() -> Dataset {
    let Split { train, .. } = Split::embedded().unwrap();
    train
}

#[test]
fn one_step_of_the_whole_network_is_pytorchs() -> Result<(), Error> {
    let mut training = Training::start(Options::default())?;
    let before: Vec<f64> = numbers(&training);
    training.step(&train_digits(), &Workers::new(0)?)?;
    let ours = numbers(&training);
    let (words, rest) = ONE_STEP.as_chunks::<8>();
    let theirs: Vec<f64> = words.iter().map(|word| f64::from_le_bytes(*word)).collect();
    assert_eq!((ours.len(), rest.len()), (theirs.len(), 0));
    for (place, (a, b)) in ours.iter().zip(&theirs).enumerate() {
        assert!(close(*a, *b), "number {place}: {a} and PyTorch's {b}");
    }
    // A step was taken: most numbers are elsewhere.
    let moved = before.iter().zip(&theirs).filter(|(a, b)| !close(**a, **b));
    assert!(moved.count() > ours.len() / 2);
    Ok(())
}

fn numbers(training: &Training) -> Vec<f64> {
    let arrays = training.network().parameters();
    arrays.iter().flatten().copied().collect()
}

#[test]
fn the_losses_of_the_first_batches_are_pytorchs() -> Result<(), Error> {
    let results: serde_json::Value = serde_json::from_str(RESULTS).unwrap();
    let theirs = results["losses"].as_array().unwrap();
    assert!(theirs.len() >= 3, "the third knows of the velocity");
    let (mut training, digits) = (Training::start(Options::default())?, train_digits());
    let mut before = 0.0;
    for loss in theirs {
        let now = training.step(&digits, &Workers::new(0)?)?;
        // The loss so far is given as its mean.
        let so_far = now.so_far.loss * now.samples as f64;
        let ours = (so_far - before) / training.options().batch as f64;
        before = so_far;
        let loss = loss.as_f64().unwrap();
        assert!(close(ours, loss), "{ours} and PyTorch's {loss}");
    }
    Ok(())
}

#[test]
fn pytorch_was_judged_by_the_same_digits() {
    let results: serde_json::Value = serde_json::from_str(RESULTS).unwrap();
    let [.., evaluation] = train_validation_test().unwrap();
    assert_eq!(results["of"], evaluation.len());
}
