//! How well the trained network reads.

use crate::trained::{judged, network};
use digits::LABELS;
use digits::worked::no_digit::taken;
use plate::{Outputs, Refusal};

/// What the trained network makes of the digits held out.
///
/// # Errors
/// As [`judged`].
pub fn reading() -> Result<Outputs, Refusal> {
    let evaluation = &judged()?.evaluation;
    let (right, of) = (evaluation.right(), evaluation.readings.len());
    let mistakes = evaluation.mistakes();
    let mut outputs = Outputs::new()
        .with("right", right as f64)
        .with("wrong", (of - right) as f64)
        .with("of", of as f64)
        .with("accuracy", 100.0 * evaluation.accuracy());
    let matrix = evaluation.confusion();
    // The mistake that is made most often.
    let pairs = (0..LABELS).flat_map(|i| (0..LABELS).map(move |j| (i, j)));
    let most = pairs
        .filter(|(i, j)| i != j)
        .max_by_key(|&(i, j)| (matrix[i][j], LABELS - i, LABELS - j));
    if let Some((is, taken)) = most {
        outputs = outputs
            .with("often", is as f64)
            .with("often_for", taken as f64)
            .with("often_times", matrix[is][taken] as f64);
    }
    for (label, row) in matrix.iter().enumerate() {
        let all: usize = row.iter().sum();
        outputs = outputs
            .with(format!("of{label}"), all as f64)
            .with(format!("wrong{label}"), (all - row[label]) as f64);
    }
    for (k, worst) in mistakes.iter().take(3).enumerate() {
        let n = k + 1;
        outputs = outputs
            .with(format!("worst{n}"), f64::from(worst.label))
            .with(format!("worst{n}_for"), f64::from(worst.answer))
            .with(format!("worst{n}_p"), 100.0 * worst.p)
            .with(format!("worst{n}_loss"), worst.loss);
    }
    let sure = |limit: f64| {
        let wrong = mistakes.iter().filter(|reading| reading.p > limit);
        wrong.count() as f64
    };
    Ok(outputs.with("sure", sure(0.9)))
}

/// What it takes for digits that are none.
///
/// # Errors
/// As [`network`] and [`taken`].
pub fn no_digits() -> Result<Outputs, Refusal> {
    let all = taken(&network()?)?;
    let outputs = Outputs::new()
        .with_each("answer", all.iter().map(|taken| taken.answer as f64))
        .with_each("percent", all.iter().map(|taken| 100.0 * taken.p))
        .with_each("lead", all.iter().map(|taken| taken.lead));
    Ok(outputs)
}
