//! Squared error, gradients and the update of a neuron's weights.
//!
//! - [`squared_error`] and its [slope](squared_error_slope): how wrong an answer is.
//! - [`gradient`]: how the loss changes with each weight and the bias of a sigmoid neuron.
//! - [`updated`]: one step downhill, as a pure function.
//! - [`standard_normal`] and [`small_normal`]: the weights before the first step.
//!
//! Values are never refused: NaN in gives NaN out. Shapes are: see [`Error`].
#![forbid(unsafe_code)]

// A listing names the crate as a reader's own program would.
extern crate self as weights;

mod error;
mod gradient;
mod loss;
mod random;
mod update;

pub use error::Error;
pub use gradient::{Gradient, gradient};
pub use loss::{squared_error, squared_error_slope};
pub use random::{small_normal, standard_normal};
pub use update::updated;

/// All that the chapter shows.
pub fn chapter() -> plate::Chapter {
    plate::Chapter {
        package: env!("CARGO_PKG_NAME"),
        examples: Vec::new(),
        figures: Vec::new(),
        transcripts: Vec::new(),
    }
}
