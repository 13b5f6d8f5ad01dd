//! What can be wrong with an IDX file.

use digits::SIDE;
use std::io;
use thiserror::Error;

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ErrorKind {
    /// There is no such folder.
    #[error("expected a folder with the four IDX files of MNIST")]
    NoFolder,
    /// There is no such file.
    #[error(
        "expected a file of this name, or with `.idx` for `-idx`, or with `.gz` at its end"
    )]
    Missing,
    /// It cannot be read, or is a gzip file that does not unpack.
    #[error("expected a file that can be read to its end: {0}")]
    Unreadable(String),
    /// It ends too early.
    #[error("expected {expected} bytes of {part}, got {found}")]
    Short {
        /// What ends too early: the header or the values.
        part: &'static str,
        /// How many bytes there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The first four bytes are others.
    #[error("expected the magic number {expected:#010x}, got {found:#010x}")]
    Magic {
        /// The four bytes as one number.
        expected: u32,
        /// Those that are there.
        found: u32,
    },
    /// The images are of another size.
    #[error("expected images of {SIDE}×{SIDE} pixels, got {rows}×{columns}")]
    Size {
        /// The rows of an image.
        rows: usize,
        /// Its columns.
        columns: usize,
    },
    /// The header promises nothing, or more than any dataset of digits has.
    #[error("expected from 1 to {} samples, got {found}", ErrorKind::MOST)]
    Samples {
        /// What the header promises.
        found: usize,
    },
    /// It goes on after the last value.
    #[error(
        "expected the end of the file after {expected} bytes of values, and it goes on"
    )]
    Long {
        /// How many bytes of values there should be.
        expected: usize,
    },
    /// A label that is no digit.
    #[error("expected labels from 0 to 9, got {label} for sample {sample}")]
    Label {
        /// The place of the sample, counted from 0.
        sample: usize,
        /// Its label.
        label: u8,
    },
    /// All values are the same: there is nothing to tell apart.
    #[error("expected values that differ, and every one is {0}")]
    AllEqual(u8),
    /// Images and labels are not as many.
    #[error("expected {images} labels, one for each image, got {labels}")]
    Counts {
        /// How many images there are.
        images: usize,
        /// How many labels.
        labels: usize,
    },
}

impl ErrorKind {
    /// The most samples that a file may have. MNIST has 60,000.
    pub const MOST: usize = 300_000;
}

impl From<io::Error> for ErrorKind {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}
