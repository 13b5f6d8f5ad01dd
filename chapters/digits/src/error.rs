//! The errors of the chapter's code.

use crate::dataset::RECORD;
use thiserror::Error;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum Error {
    /// Bytes that are not whole records.
    #[error(
        "{bytes} bytes of digits: expected one record of {RECORD} bytes or more, each of them whole"
    )]
    Records {
        /// How many bytes came.
        bytes: usize,
    },
    /// A label that is no digit.
    #[error("sample {sample} is labelled {label}: expected a label from 0 to 9")]
    Label {
        /// The place of the sample, counted from 0.
        sample: usize,
        /// Its label.
        label: u8,
    },
    /// A part of a dataset that would be empty.
    #[error(
        "cannot hold out {held_out} of {samples} samples: expected at least 1, and fewer than all"
    )]
    HeldOut {
        /// How many were to be held out.
        held_out: usize,
        /// How many there are.
        samples: usize,
    },
    /// What the layers refuse: shapes that do not fit.
    #[error(transparent)]
    Layer(#[from] backprop::Error),
    /// A label for which there is no logit.
    #[error(
        "the label {label} among {logits} logits: expected a label below their number"
    )]
    Logits {
        /// The label.
        label: u8,
        /// How many logits there are.
        logits: usize,
    },
    /// An option out of its range.
    #[error("{option} {value}: expected {expected}")]
    Option {
        /// Its name.
        option: &'static str,
        /// What it was set to.
        value: f64,
        /// What it can be.
        expected: &'static str,
    },
    /// Nothing to learn from.
    #[error("there is nothing to learn from: expected at least one sample")]
    NoSamples,
    /// The loss is not a finite number any more.
    #[error(
        "in epoch {} the loss is no finite number any more: expected a rate small enough to learn by",
        epoch + 1
    )]
    Diverged {
        /// The epoch, counted from 0.
        epoch: usize,
    },
    /// Threads that the machine does not give.
    #[cfg(feature = "train")]
    #[error("{threads} threads: expected as many as the machine can start: {reason}")]
    Threads {
        /// How many were asked for.
        threads: usize,
        /// What the machine says.
        reason: String,
    },
    /// A file of weights that is not what it should be.
    #[cfg(feature = "train")]
    #[error("{}: {kind}", file.display())]
    Weights {
        /// The file.
        file: std::path::PathBuf,
        /// What is wrong with it.
        kind: crate::weights_file::ErrorKind,
    },
    /// A file that is not what it should be.
    #[cfg(feature = "train")]
    #[error("{}: {kind}", file.display())]
    File {
        /// The file.
        file: std::path::PathBuf,
        /// What is wrong with it.
        kind: crate::idx::ErrorKind,
    },
    /// The digits in the program are not whole.
    #[cfg(feature = "train")]
    #[error(transparent)]
    Mnist(#[from] data::mnist::Error),
    /// A pad to draw on that has no size.
    #[error(
        "the pad's side is {side}: expected a number from {:e} to {:e}",
        Error::NEAREST,
        Error::FARTHEST
    )]
    PadSide {
        /// The side that was given.
        side: f64,
    },
    /// A place of a drawing that is no number, or that is too far out.
    #[error("a place of the drawing is at ({}, {}): expected two numbers, neither beyond {:e}", .place[0], .place[1], Error::FARTHEST)]
    Place {
        /// The place, x and y.
        place: [f64; 2],
    },
}

impl Error {
    /// Farther out than this no place of a drawing may be, in its own unit.
    pub const FARTHEST: f64 = 1e12;
    /// Smaller than this no pad may be.
    pub const NEAREST: f64 = 1e-12;
}

impl From<convolution::Error> for Error {
    fn from(error: convolution::Error) -> Self {
        Self::Layer(error.into())
    }
}

impl From<pooling::Error> for Error {
    fn from(error: pooling::Error) -> Self {
        Self::Layer(error.into())
    }
}
