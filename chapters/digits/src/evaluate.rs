//! How well a network reads a dataset.

use crate::batch::argmax;
use digits::{Dataset, Error, LABELS, Network, Workers, cross_entropy};

/// One sample, as the network reads it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Its place in the dataset.
    pub place: usize,
    /// What it was meant to be.
    pub label: u8,
    /// What the network takes it for.
    pub predicted: u8,
    /// How sure the network is of that, from 0 to 1.
    pub p: f64,
    /// The cross-entropy.
    pub loss: f64,
}

/// A dataset, as the network reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// Each sample, in the order of the dataset.
    pub readings: Vec<Reading>,
}

/// Has the network read every one of the `digits`.
///
/// # Errors
/// As [`Network::forward`]; [`Error::Layer`] also for a network without exactly ten
/// logits.
pub fn evaluate(
    network: &Network,
    digits: &Dataset,
    workers: &Workers,
) -> Result<Evaluation, Error> {
    let samples: Vec<_> = digits.samples().iter().enumerate().collect();
    let readings = workers.map(&samples, |(place, sample)| {
        let pass = network.forward(&sample.image())?;
        backprop::Error::unless_same("the logits", &[LABELS], pass.logits().shape())?;
        let entropy = cross_entropy(pass.logits(), sample.label)?;
        let predicted = argmax(pass.logits().iter());
        Ok(Reading {
            place: *place,
            label: sample.label,
            predicted: predicted as u8,
            p: entropy.p[predicted],
            loss: entropy.loss,
        })
    });
    Ok(Evaluation {
        readings: readings.into_iter().collect::<Result<_, Error>>()?,
    })
}

impl Evaluation {
    /// How many samples are read rightly.
    pub fn right(&self) -> usize {
        let right = self.readings.iter().filter(|r| r.predicted == r.label);
        right.count()
    }

    /// The share of samples that are read rightly, from 0 to 1; NaN for no sample.
    pub fn accuracy(&self) -> f64 {
        self.right() as f64 / self.readings.len() as f64
    }

    /// The mean loss; NaN for no sample.
    pub fn loss(&self) -> f64 {
        let sum = self.readings.iter().fold(0.0, |sum, r| sum + r.loss);
        sum / self.readings.len() as f64
    }

    // ANCHOR: confusion
    /// The confusion matrix: row i, column j has the number of samples that are i and
    /// were taken for j.
    pub fn confusion(&self) -> [[usize; LABELS]; LABELS] {
        let mut matrix = [[0; LABELS]; LABELS];
        for reading in &self.readings {
            matrix[usize::from(reading.label)][usize::from(reading.predicted)] += 1;
        }
        matrix
    }

    /// The mistakes, those with the largest loss first; of equals, the first in the
    /// dataset.
    pub fn mistakes(&self) -> Vec<Reading> {
        let wrong = self.readings.iter().filter(|r| r.predicted != r.label);
        let mut wrong: Vec<Reading> = wrong.copied().collect();
        wrong.sort_by(|a, b| b.loss.total_cmp(&a.loss));
        wrong
    }
    // ANCHOR_END: confusion
}
