//! An epoch, in which every sample is read once: how it went, and how far it is.

use crate::batch::Sum;

/// How an epoch went.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "train", derive(serde::Serialize, serde::Deserialize))]
pub struct Epoch {
    /// The mean loss of its samples, each from when it was read.
    pub loss: f64,
    /// The share of them, from 0 to 1, that were read rightly then.
    pub accuracy: f64,
}

/// How far a training has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// The epoch, counted from 0.
    pub epoch: usize,
    /// How many of its samples have been read.
    pub samples: usize,
    /// How many there are.
    pub of: usize,
    /// How the epoch has gone so far.
    pub so_far: Epoch,
}

/// An epoch that is not done yet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UnderWay {
    /// The places of the samples in the dataset, as they are shuffled.
    pub permutation: Vec<usize>,
    /// How many have been read.
    pub samples: usize,
    pub loss: f64,
    pub right: usize,
    /// The part of the batch that has been added up.
    pub sum: Option<Sum>,
}

impl UnderWay {
    /// Adds the next group, which has been read.
    pub fn add(&mut self, sum: Sum) {
        self.samples += sum.samples;
        self.loss += sum.loss;
        self.right += sum.right;
        self.sum = Some(match self.sum.take() {
            Some(before) => before.plus(&sum),
            None => sum,
        });
    }
}
