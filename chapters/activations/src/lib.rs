//! Activations, their derivatives, and what depth does to them.
//!
//! - [`Activation`]: ReLU, leaky ReLU, sigmoid, tanh and GELU under one name, each with its value
//!   and its derivative at z. The functions themselves: [`relu`], [`leaky_relu`], [`tanh`], [`gelu`]
//!   (the sigmoid is taken from [`neurons`]).
//! - [`softmax`]: several numbers into shares of 1, and its [derivatives](softmax_jacobian).
//! - [`derivative_from_output`]: which derivatives the output alone can tell, and [two z](gelu_twin) for which
//!   it cannot.
//! - [`Linear`]: a layer without an activation, and why two of them are one.
//! - [`chain`]: what happens to a derivative along neurons in single file; [`tents`]: what layers can
//!   do that one layer cannot.
//! - [`Polyline`]: a layer of ReLUs that follows any curve, and [how near](bound_by_curvature).
//!
//! Values are not refused: NaN in gives NaN out. Shapes are, and places out of order: see [`Error`].
#![forbid(unsafe_code)]

// A listing names the crate as a reader's own program would.
extern crate self as activations;

mod activation;
#[cfg(feature = "book")]
pub mod book;
mod bound;
mod chain;
mod error;
mod gelu;
mod linear;
mod polyline;
mod recover;
mod relu;
mod softmax;
mod tanh;
mod tent;

pub use activation::Activation;
pub use bound::{bound_by_curvature, bound_by_steepness, evenly};
pub use chain::{Link, chain};
pub use error::Error;
pub use gelu::{gelu, gelu_derivative, normal_below, normal_density};
pub use linear::Linear;
pub use polyline::Polyline;
pub use recover::{derivative_from_output, gelu_twin};
pub use relu::{leaky_relu, leaky_relu_derivative, relu, relu_derivative};
pub use softmax::{softmax, softmax_jacobian, softmax_textbook};
pub use tanh::{tanh, tanh_derivative};
pub use tent::{tent, tents};
