//! The weighted sum, the bias and the sigmoid.
//!
//! - [`weighted_sum`]: each input times its weight, added up, plus the bias.
//! - [`sigmoid`] and its [derivative](sigmoid_derivative); [`sigmoid_textbook`], the form that overflows.
//! - [`Neuron`]: the two together, for n inputs; [`identity`] where there is no activation.
//! - [`difference_quotient`]: a slope, measured by a nudge.
//! - [`threshold`], [`corrected`] and [`pass`]: what a perceptron was before the sigmoid.
//!
//! Values are never refused: NaN in gives NaN out. Shapes are: see [`Error`].
#![forbid(unsafe_code)]

// A listing names the crate as a reader's own program would.
extern crate self as neurons;

#[cfg(feature = "book")]
pub mod book;
mod error;
mod neuron;
mod rosenblatt;
mod sigmoid;
mod slope;
mod sum;

pub use error::Error;
pub use neuron::{Neuron, identity};
pub use rosenblatt::{Point, corrected, pass, threshold};
pub use sigmoid::{sigmoid, sigmoid_derivative, sigmoid_textbook};
pub use slope::difference_quotient;
pub use sum::weighted_sum;
