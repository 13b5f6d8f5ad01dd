//! Activations, their slopes, and what depth does to them.
//!
//! - [`Activation`]: ReLU, leaky ReLU, sigmoid, tanh and GELU under one name, each with its value
//!   and its slope at z. The functions themselves: [`relu`], [`leaky_relu`], [`tanh`], [`gelu`]
//!   (the sigmoid is taken from [`neurons`]).
//! - [`softmax`]: several numbers into shares of 1, and its [slopes](softmax_jacobian).
//!
//! Values are never refused: NaN in gives NaN out. Shapes are: see [`Error`].
#![forbid(unsafe_code)]

// A listing names the crate as a reader's own program would.
extern crate self as activations;

mod activation;
mod error;
mod gelu;
mod relu;
mod softmax;
mod tanh;

pub use activation::Activation;
pub use error::Error;
pub use gelu::{gelu, gelu_slope, normal_below, normal_density};
pub use relu::{leaky_relu, leaky_relu_slope, relu, relu_slope};
pub use softmax::{softmax, softmax_jacobian, softmax_textbook};
pub use tanh::{tanh, tanh_slope};

/// All that the chapter shows.
pub fn chapter() -> plate::Chapter {
    plate::Chapter {
        package: env!("CARGO_PKG_NAME"),
        examples: Vec::new(),
        figures: Vec::new(),
        transcripts: Vec::new(),
    }
}
