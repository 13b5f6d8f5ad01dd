//! The weighted sum, the bias and the sigmoid.
//!
//! - [`weighted_sum`]: each input times its weight, added up, plus the bias.
//! - [`sigmoid`] and its [slope](sigmoid_slope); [`sigmoid_textbook`], the form that overflows.
//! - [`Neuron`]: the two together, for n inputs; [`identity`] where there is no activation.
//! - [`threshold`], [`corrected`] and [`pass`]: what a perceptron was before the sigmoid.
//!
//! Values are never refused: NaN in gives NaN out. Shapes are: see [`Error`].
#![forbid(unsafe_code)]

// A listing names the crate as a reader's own program would.
extern crate self as neurons;

mod error;
pub mod figures;
mod neuron;
mod rosenblatt;
mod sigmoid;
mod sum;
mod transcripts;
pub mod worked;

pub use error::Error;
pub use neuron::{Neuron, identity};
pub use rosenblatt::{Point, corrected, pass, threshold};
pub use sigmoid::{sigmoid, sigmoid_slope, sigmoid_textbook};
pub use sum::weighted_sum;

use plate::{Chapter, Example, Figure, Paper, Printed, Transcript};

/// What a page can ask of the chapter.
pub fn chapter() -> Chapter {
    Chapter {
        package: env!("CARGO_PKG_NAME"),
        examples: vec![
            Example::new(worked::neuron),
            Example::new(worked::two_inputs),
            Example::new(worked::sigmoid_at),
            Example::new(worked::overflow),
            Example::new(worked::saturation),
            Example::new(worked::learning_and),
        ],
        figures: vec![
            Figure::new("neuron-diagram", figures::diagram),
            Figure::new("sigmoid-tangent", figures::tangent),
            Figure::new("neuron-plane", figures::plane),
        ],
    }
}

/// All that the chapter shows.
pub fn paper() -> Paper {
    Paper {
        transcripts: vec![
            Transcript::new("first-minute", transcripts::first_minute),
            Transcript::new("overflow", transcripts::overflow),
            Transcript::new("learning-and", transcripts::learning_and),
        ],
        printed: vec![Printed::new("neuron", "001", "neuron output", None, &["y"])],
        ..Paper::of(chapter())
    }
}
