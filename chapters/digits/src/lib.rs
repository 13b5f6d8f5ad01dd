//! A convolutional network out of the book's own layers, and the handwriting that it learns.
//!
//! - [`clean`](fn@clean): from a [`Drawing`] to an image such as MNIST has.
//! - [`Dataset`]: handwritten digits as bytes; [`Sample::image`] is what a network reads.
//! - [`nearest`](fn@nearest): reading a digit by the picture most like it, which does not go well.
//! - [`origin`]: where a pixel of a map comes from.
//! - [`split`](fn@split): digits to learn from, and digits to be judged by.
//! - `idx`, with the feature `train`: the files that MNIST and Fashion-MNIST come in.
//!
//! An image has shape 1×28×28: channels, rows, columns, row 0 at the top. Ink lies from 0.0 (paper)
//! to 1.0.
#![forbid(unsafe_code)]

// A listing names the crate as a reader's own program would.
extern crate self as digits;

pub mod clean;
mod dataset;
pub mod drawing;
mod error;
pub mod figures;
#[cfg(feature = "train")]
pub mod idx;
mod nearest;
pub mod origin;
mod split;
#[cfg(feature = "train")]
mod transcripts;
pub mod worked;

pub use clean::clean;
pub use dataset::{Dataset, LABELS, PIXELS, SIDE, Sample};
pub use drawing::Drawing;
pub use error::Error;
pub use nearest::{distance, nearest};
pub use split::{Split, split};

use plate::{Chapter, Example, Figure};

/// What a page can ask of the chapter.
pub fn chapter() -> Chapter {
    Chapter {
        package: env!("CARGO_PKG_NAME"),
        examples: vec![
            Example::new(worked::look_alike),
            Example::new(worked::pixel),
        ],
        figures: vec![
            Figure::new("look-alike", figures::look_alike),
            Figure::new("pixel", figures::pixel),
        ],
    }
}

/// All that the chapter shows.
#[cfg(feature = "train")]
pub fn paper() -> plate::Paper {
    use plate::{Paper, Still, Transcript};
    Paper {
        transcripts: vec![Transcript::new("wrong-files", transcripts::wrong_files)],
        numbers: vec![
            Still::new("look-alikes", worked::look_alikes),
            Still::new("mnist", worked::whole),
            Still::new("mnist-tail", worked::tail),
            Still::new("mnist-test", worked::test),
            Still::new("mnist-train", worked::train),
        ],
        figures: vec![Still::new("handwriting", figures::handwriting)],
        ..Paper::of(chapter())
    }
}
