//! Backpropagation, from one neuron to a network, with gradient checks.
//!
//! - [`chain`]: the chain rule on the two smallest graphs, one road and two.
//! - [`Perceptron`]: one neuron, forward, backward and updated; [`rounded`], for a chain by hand.
//! - [`Dense`]: a layer with its weight matrix. [`Network`]: hidden layers and an output layer.
//! - [`update_order`]: what comes of updating a layer too early.
//! - [`xor`]: what one neuron cannot learn, and two layers can.
//! - [`convolution`] and [`pooling`]: those layers, backwards.
//! - [`Tape`]: the gradient of any formula, as a second witness. [`numeric_gradient`]: a third, by trying.
//!
//! Values are never refused: NaN in gives NaN out. Shapes are: see [`Error`].
#![forbid(unsafe_code)]

// A listing names the crate as a reader's own program would.
extern crate self as backprop;

#[cfg(feature = "book")]
pub mod book;
mod check;
mod error;
mod rounding;
mod start;
mod tape;

pub mod chain;
pub mod convolution;
pub mod dense;
pub mod network;
pub mod perceptron;
pub mod pooling;
pub mod update_order;
pub mod xor;

pub use check::{central_difference, deviation, forward_difference, numeric_gradient};
pub use dense::Dense;
pub use error::Error;
pub use network::{Layer, Network};
pub use perceptron::Perceptron;
pub use rounding::rounded;
pub use tape::{Tape, Var};
