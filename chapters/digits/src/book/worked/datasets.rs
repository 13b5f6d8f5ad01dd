//! The 10,000 digits and their parts, in numbers.

use digits::{Dataset, LABELS, PIXELS, SIDE, train_validation_test};
use show::Outputs;

/// What the labels are called in the names of numbers.
const LABEL_NAMES: [&str; LABELS] = [
    "zeros", "ones", "twos", "threes", "fours", "fives", "sixes", "sevens", "eights",
    "nines",
];

fn counted(outputs: Outputs, dataset: &Dataset) -> Outputs {
    let counts = LABEL_NAMES.into_iter().zip(dataset.counts());
    counts.fold(
        outputs.with("digits", dataset.len() as f64),
        |o, (name, count)| o.with(name, count as f64),
    )
}

/// How many digits there are, of each label too, and how long their file is.
///
/// # Errors
/// As [`Dataset::embedded`].
pub fn whole() -> show::Result<Outputs> {
    let all = Dataset::embedded()?;
    let outputs = counted(Outputs::new(), &all)
        .with("side", SIDE as f64)
        .with("pixels", PIXELS as f64)
        .with("packed", data::mnist::FILE.len() as f64)
        .with("bytes", data::mnist::LENGTH as f64);
    Ok(outputs)
}

/// What the last fifth of the file would be.
///
/// # Errors
/// As [`Dataset::embedded`].
pub fn tail() -> show::Result<Outputs> {
    let all = Dataset::embedded()?;
    let tail = all.samples()[all.len() * 4 / 5..].to_vec();
    Ok(counted(Outputs::new(), &Dataset::new(tail)?))
}

/// What is held out.
///
/// # Errors
/// As [`train_validation_test`].
pub fn test() -> show::Result<Outputs> {
    let [.., test] = train_validation_test()?;
    let all = Dataset::embedded()?;
    let [fives, digits, held_out] =
        [all.counts()[5], all.len(), test.len()].map(|n| n as f64);
    let share = fives / digits * held_out;
    Ok(counted(Outputs::new(), &test).with("share_of_fives", share))
}

/// What is learned from, validation included.
///
/// # Errors
/// As [`train_validation_test`].
pub fn train() -> show::Result<Outputs> {
    let [fit, validation, _] = train_validation_test()?;
    Ok(Outputs::new()
        .with("digits", (fit.len() + validation.len()) as f64)
        .with("fit", fit.len() as f64)
        .with("validation", validation.len() as f64))
}
