//! What can be wrong with a file of weights, or of anything else that a training leaves.

use digits::Error;
use std::path::Path;
use thiserror::Error as ThisError;

/// What is wrong with a file of weights.
#[derive(Debug, Clone, PartialEq, ThisError)]
#[non_exhaustive]
pub enum ErrorKind {
    /// It cannot be read.
    #[error("expected a file that can be read to its end: {0}")]
    Unreadable(String),
    /// It cannot be written.
    #[error("expected a place that can be written to: {0}")]
    Unwritable(String),
    /// It is larger than any such file.
    #[error("expected at most {} bytes", ErrorKind::LARGEST)]
    TooLarge,
    /// It is not of the format.
    #[error("expected a whole safetensors file: {0}")]
    Format(String),
    /// An array is missing, or there is one more.
    #[error("expected the {expected} arrays of {whose} and no others: {name}")]
    Arrays {
        /// Whose they are.
        whose: &'static str,
        /// How many there are.
        expected: usize,
        /// The first that is missing, or the first that is too much.
        name: String,
    },
    /// The numbers of an array are of another type.
    #[error("{name}: expected numbers of type {expected}, got {found}")]
    Type {
        /// The array.
        name: String,
        /// Their type.
        expected: String,
        /// That of the file.
        found: String,
    },
    /// An array has another shape.
    #[error("{name}: expected the shape {expected:?}, got {found:?}")]
    Shape {
        /// The array.
        name: String,
        /// Its shape.
        expected: Vec<usize>,
        /// That of the file.
        found: Vec<usize>,
    },
    /// An array holds what no weight can be.
    #[error("{name}: expected finite numbers, got {found}")]
    NotFinite {
        /// The array.
        name: String,
        /// The first such number.
        found: f64,
    },
    /// A checkpoint does not say what it was made with, or was made with something else.
    #[error("expected a checkpoint of {what} `{expected}`, got `{found}`")]
    Other {
        /// What differs: the options, the digits, or the values themselves.
        what: &'static str,
        /// What was asked for.
        expected: String,
        /// What the file has; nothing if it does not say.
        found: String,
    },
}

impl ErrorKind {
    /// The most bytes that are read: many times as many as any of these files has.
    pub const LARGEST: u64 = 1 << 26;

    /// The error of the file at `path`.
    pub(crate) fn of(self, path: &Path) -> Error {
        Error::Weights {
            file: path.to_path_buf(),
            kind: self,
        }
    }
}
