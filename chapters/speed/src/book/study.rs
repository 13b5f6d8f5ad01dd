//! The trainings whose outcome the chapter states.

use crate::train::{F32Dataset, Training};
use crate::{Error, Isa};
use digits::study::{Run, Study, design};
use digits::{Dataset, Options, weights_file};

/// One training for each of the seeds of the chapter Digits, on digits as they are.
pub fn design() -> Vec<Options> {
    let seeds = design::SEEDS.into_iter();
    let options = seeds.map(|seed| Options {
        seed,
        ..Options::default()
    });
    options.collect()
}

/// The study that is committed.
///
/// # Errors
/// As [`Study::read`].
pub fn accuracy() -> Result<Study, serde_json::Error> {
    Study::read(include_bytes!("../../results/accuracy.json"))
}

/// The training with these `options`, on the first of these digits, scored on the second.
///
/// # Errors
/// As [`Training::start`] and [`Training::epoch`].
pub fn run(options: Options, digits: (&Dataset, &Dataset)) -> Result<Run, Error> {
    let mut training = Training::start(options, Isa::best(), 1)?;
    let (train, held_out) = (F32Dataset::new(digits.0), F32Dataset::new(digits.1));
    let (mut epochs, mut first) = (Vec::new(), String::new());
    for epoch in 0..design::EPOCHS {
        epochs.push(training.epoch(&train, |_| ())?);
        if epoch == 0 {
            first = hash(&training)?;
        }
    }
    Ok(Run {
        options: options.to_string(),
        epochs,
        scores: vec![training.evaluate(&held_out)?],
        first,
        last: hash(&training)?,
    })
}

/// The SHA-256 of the file of the weights, which holds all their bits.
///
/// # Errors
/// [`Error::Weights`] for weights that are not finite.
pub fn hash(training: &Training) -> Result<String, Error> {
    let network = training.network().parameters().to_network()?;
    Ok(weights_file::sha256(&weights_file::bytes(&network)?))
}
