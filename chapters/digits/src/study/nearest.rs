//! How well one reads by looking for the picture most like it.

use data::Digit;
use digits::{Dataset, Workers, distance};
use ndarray::Axis;
use serde::{Deserialize, Serialize};

/// How many digits the nearest of those learned from reads rightly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nearest {
    /// The SHA-256 of the digits among which the nearest was looked for.
    pub train: String,
    /// The SHA-256 of the digits that were to be read.
    pub evaluation: String,
    /// How many of them have the meaning of the nearest.
    pub right: usize,
    /// How many there were.
    pub of: usize,
}

impl Nearest {
    /// Looks for the nearest of `train` for each digit of `evaluation`.
    pub fn of(train: &Dataset, evaluation: &Dataset, workers: &Workers) -> Self {
        let [train_digits, evaluation_digits] = [train, evaluation].map(|digits| {
            let samples = digits.samples().iter();
            let digits = samples.map(|sample| Digit {
                label: sample.label,
                pixels: sample.image().remove_axis(Axis(0)),
            });
            digits.collect::<Vec<Digit>>()
        });
        let right = workers.map(&evaluation_digits, |digit| {
            let apart = train_digits
                .iter()
                .map(|other| (distance(digit, other), other.label));
            let nearest = apart.min_by(|a, b| a.0.total_cmp(&b.0));
            nearest.is_some_and(|(_, label)| label == digit.label)
        });
        Self {
            train: train.sha256(),
            evaluation: evaluation.sha256(),
            right: right.into_iter().filter(|right| *right).count(),
            of: evaluation.len(),
        }
    }

    /// What `results/nearest.json` has.
    ///
    /// # Errors
    /// Those of the format.
    pub fn recorded() -> Result<Self, serde_json::Error> {
        serde_json::from_slice(include_bytes!("../../results/nearest.json"))
    }

    /// The share that was read rightly, from 0 to 1.
    pub fn accuracy(&self) -> f64 {
        self.right as f64 / self.of as f64
    }
}
