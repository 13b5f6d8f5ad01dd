//! What the chapter's code refuses.

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
    /// A file that is not what it should be.
    #[cfg(feature = "train")]
    #[error("{}: {fault}", file.display())]
    File {
        /// The file.
        file: std::path::PathBuf,
        /// What is wrong with it.
        fault: crate::idx::Fault,
    },
    /// The digits in the program are not whole.
    #[cfg(feature = "train")]
    #[error(transparent)]
    Mnist(#[from] data::mnist::Error),
    /// A pad to draw on that has no size.
    #[error(
        "the pad's side is {pad}: expected a number from {:e} to {:e}",
        Error::NEAREST,
        Error::FARTHEST
    )]
    Pad {
        /// What was said to be its side.
        pad: f64,
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
