//! Trainings whose outcome the chapter states, in a file with what is needed to make them again.

use crate::tensors::ErrorKind;
use crate::train::Epoch;
use crate::weights_file::{bytes, sha256, write};
use digits::{Dataset, Error, Jitter, Options, Training, Workers, evaluate};
use serde::{Deserialize, Serialize};
use std::path::Path;

pub mod design;
mod nearest;

pub use nearest::Nearest;

/// Trainings on the same digits, scored on the same digits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// The SHA-256 of the digits that were learned from, as [`Dataset::sha256`] has it.
    pub train: String,
    /// The SHA-256 of the digits that it was scored on.
    pub evaluation: String,
    /// The trainings.
    pub runs: Vec<Run>,
}

/// One training, and its results.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// Its options, as they are displayed.
    pub options: String,
    /// How each epoch went.
    pub epochs: Vec<Epoch>,
    /// The scores of the network after each epoch, or only after the last.
    pub scores: Vec<Score>,
    /// The SHA-256 of the file of its weights after the first epoch.
    pub first: String,
    /// The same after the last.
    pub last: String,
}

/// What a network knows of digits that it has not learned from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The mean loss.
    pub loss: f64,
    /// How many digits were read rightly.
    pub right: usize,
    /// How many there were.
    pub of: usize,
}

impl Score {
    /// The share that was read rightly, from 0 to 1.
    pub fn accuracy(&self) -> f64 {
        self.right as f64 / self.of as f64
    }
}

/// When the network is scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scored {
    /// After every epoch: for a validation part.
    EachEpoch,
    /// Once, after the last epoch.
    LastEpoch,
}

impl Study {
    /// A study without a run.
    pub fn new(train: &Dataset, evaluation: &Dataset) -> Self {
        Self {
            train: train.sha256(),
            evaluation: evaluation.sha256(),
            runs: Vec::new(),
        }
    }

    /// The run with these `options`.
    pub fn run(&self, options: Options) -> Option<&Run> {
        let options = options.to_string();
        self.runs.iter().find(|run| run.options == options)
    }

    /// How digits are best moved: scored on the validation part.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn validation() -> Result<Self, serde_json::Error> {
        Self::read(include_bytes!("../results/validation.json"))
    }

    /// How well the network reads: scored on the digits held out.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn accuracy() -> Result<Self, serde_json::Error> {
        Self::read(include_bytes!("../results/accuracy.json"))
    }

    /// All runs whose digits were moved in this way.
    pub fn with(&self, jitter: Jitter) -> Vec<&Run> {
        let with = |seed| Options {
            jitter,
            seed,
            ..Options::default()
        };
        let runs = design::SEEDS.into_iter().map(|seed| self.run(with(seed)));
        runs.flatten().collect()
    }

    /// The study in a file with these `bytes`.
    ///
    /// # Errors
    /// Those of the format, for what is no such file.
    pub fn read(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }
}

/// Writes `results` to the file at `path`, as JSON, whole or not at all.
///
/// # Errors
/// [`Error::Weights`] where it cannot be written.
pub fn write_json(results: &impl Serialize, path: &Path) -> Result<(), Error> {
    let text = serde_json::to_string_pretty(results)
        .map_err(|error| ErrorKind::Unwritable(error.to_string()).of(path))?;
    write(path, format!("{text}\n").as_bytes())
}

impl Run {
    /// Trains for [`design::EPOCHS`] epochs, and scores the network; `progress` hears of each epoch.
    ///
    /// # Errors
    /// As [`Training::start`], [`Training::step`] and [`evaluate`](fn@evaluate).
    pub fn of(
        options: Options,
        (train, held_out): (&Dataset, &Dataset),
        scored: Scored,
        workers: &Workers,
        mut progress: impl FnMut(&Self),
    ) -> Result<Self, Error> {
        let mut training = Training::start(options)?;
        let mut run = Self {
            options: options.to_string(),
            epochs: Vec::new(),
            scores: Vec::new(),
            first: String::new(),
            last: String::new(),
        };
        for epoch in 1..=design::EPOCHS {
            let how = training.epoch(train, workers, |_| ())?;
            run.epochs.push(how);
            if scored == Scored::EachEpoch || epoch == design::EPOCHS {
                let evaluation = evaluate(training.network(), held_out, workers)?;
                run.scores.push(Score {
                    loss: evaluation.loss(),
                    right: evaluation.right(),
                    of: held_out.len(),
                });
            }
            let file = bytes(training.network())
                .map_err(|kind| kind.of(Path::new("weights")))?;
            run.last = sha256(&file);
            if epoch == 1 {
                run.first.clone_from(&run.last);
            }
            progress(&run);
        }
        Ok(run)
    }
}
