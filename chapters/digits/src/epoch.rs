//! An epoch: every sample has its turn once.

use crate::batch::Sum;

/// How an epoch went.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "train", derive(serde::Serialize, serde::Deserialize))]
pub struct Epoch {
    /// The mean loss of its samples, each as it was when its turn came.
    pub loss: f64,
    /// The share of them, from 0 to 1, that were answered rightly when their turn came.
    pub accuracy: f64,
}

/// How far a training has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// The epoch, counted from 0.
    pub epoch: usize,
    /// How many of its samples have had their turn.
    pub samples: usize,
    /// How many there are.
    pub of: usize,
    /// How the epoch has gone so far.
    pub so_far: Epoch,
}

/// An epoch that is not done yet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UnderWay {
    /// The places of the samples in the dataset, in the order of their turns.
    pub order: Vec<usize>,
    /// How many have had their turn.
    pub samples: usize,
    pub loss: f64,
    pub right: usize,
    /// The part of the batch that has been added up.
    pub sum: Option<Sum>,
}

impl UnderWay {
    /// The next group has had its turn.
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
