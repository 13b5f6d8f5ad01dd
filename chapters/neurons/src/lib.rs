//! The weighted sum, the bias and the sigmoid.
//!
//! - [`weighted_sum`]: each input times its weight, added up, plus the bias.
//! - [`sigmoid`] and its [slope](sigmoid_slope); [`sigmoid_textbook`], the form that overflows.
//! - [`Neuron`]: the two together, for n inputs; [`identity`] where there is no activation.
//! - [`threshold`] and [`corrected`]: what a perceptron was before the sigmoid.
//!
//! Values are never refused: NaN in gives NaN out. Shapes are: see [`Error`].
#![forbid(unsafe_code)]

// A listing names the crate as a reader's own program would.
extern crate self as neurons;

mod error;
mod neuron;
mod rosenblatt;
mod sigmoid;
mod sum;

pub use error::Error;
pub use neuron::{Neuron, identity};
pub use rosenblatt::{corrected, threshold};
pub use sigmoid::{sigmoid, sigmoid_slope, sigmoid_textbook};
pub use sum::weighted_sum;

/// All that the chapter shows.
pub fn chapter() -> plate::Chapter {
    plate::Chapter {
        package: env!("CARGO_PKG_NAME"),
        examples: Vec::new(),
        figures: Vec::new(),
        transcripts: Vec::new(),
    }
}
