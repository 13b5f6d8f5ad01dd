//! What the chapter's code refuses.

use crate::geometry::{LARGEST_BATCH, LAYERS};
use thiserror::Error;

/// Why there is no result.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum Error {
    /// A batch that is none, or too large.
    #[error("a batch of {samples} samples: expected from 1 to {LARGEST_BATCH}")]
    Batch {
        /// How many samples.
        samples: usize,
    },
    /// Images that are not whole, or too many.
    #[error(
        "{values} pixels of images: expected 784 for each image, at least one image and at most {room}"
    )]
    Images {
        /// How many numbers came.
        values: usize,
        /// How many images there is room for.
        room: usize,
    },
    /// Samples that do not fill the lanes.
    #[error("{values} numbers: expected whole blocks of {each}, one at least")]
    Blocks {
        /// How many numbers came.
        values: usize,
        /// How many a block has.
        each: usize,
    },
    /// Logits that have no place, or too much of it.
    #[error("room for {got} logits: expected {expected}, ten for each image")]
    Logits {
        /// How many numbers there is room for.
        got: usize,
        /// How many there are.
        expected: usize,
    },
    /// More images than labels, or fewer.
    #[error("{labels} labels for {samples} images: expected one for each")]
    Labels {
        /// How many labels.
        labels: usize,
        /// How many images.
        samples: usize,
    },
    /// A label that is no digit.
    #[error("the label {label}: expected one from 0 to 9")]
    Label {
        /// The label.
        label: u8,
    },
    /// A layer that the network does not have.
    #[error("layer {layer}: expected one from 1 to {}", LAYERS.len())]
    NoLayer {
        /// The layer, counted from 1.
        layer: usize,
    },
    /// A network of other sizes than this one.
    #[error(
        "layer {layer} has {got} weights: expected {expected}, and a bias for each output"
    )]
    Layer {
        /// The layer, counted from 1.
        layer: usize,
        /// How many weights it should have.
        expected: usize,
        /// How many it has.
        got: usize,
    },
    /// A matrix that does not fit into its memory.
    #[error(
        "{rows}×{columns} values, {stride} from one row to the next: expected room for them, found {len} values"
    )]
    Matrix {
        /// Its rows.
        rows: usize,
        /// Its columns.
        columns: usize,
        /// From one row to the next.
        stride: usize,
        /// How many values the memory has.
        len: usize,
    },
    /// Threads that the machine does not give.
    #[error("{threads} threads: expected as many as the machine can start: {reason}")]
    Threads {
        /// How many.
        threads: usize,
        /// Why there are not so many.
        reason: String,
    },
    /// Options that move digits, which only the chapter Digits does.
    #[error(
        "digits that are moved while they are learned: expected digits as they are"
    )]
    Moved,
    /// Weights that no file can hold.
    #[error(transparent)]
    Weights(#[from] digits::weights_file::ErrorKind),
    /// What the chapter Digits refuses.
    #[error(transparent)]
    Digits(#[from] digits::Error),
}
