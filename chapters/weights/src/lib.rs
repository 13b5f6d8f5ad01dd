//! Squared error, gradients and the update of a neuron's weights.
//!
//! - [`squared_error`] and its [derivative](squared_error_derivative): how wrong an answer is.
//! - [`gradient`]: how the loss changes with each weight and the bias of a sigmoid neuron.
//! - [`updated`]: one step downhill, as a pure function.
//! - [`descent`]: step after step, on the [mean loss](mean_loss) of many points.
//! - [`update_in_place`]: the notebook's update, which overwrites the weights it was lent.
//! - [`draw_points`] and [`share_right`]: points to learn from, and others to be tested on.
//! - [`standard_normal`] and [`small_normal`]: the weights before the first step.
//!
//! Values are never refused: NaN in gives NaN out. Shapes are: see [`Error`].
#![forbid(unsafe_code)]

// A listing names the crate as a reader's own program would.
extern crate self as weights;

#[cfg(feature = "book")]
pub mod book;
mod descent;
mod error;
mod generalise;
mod gradient;
mod in_place;
mod loss;
mod random;
mod update;

pub use descent::{descent, mean_gradient, mean_loss, step};
pub use error::Error;
pub use generalise::{draw_points, share_right};
pub use gradient::{Gradient, gradient};
pub use in_place::update_in_place;
pub use loss::{squared_error, squared_error_derivative};
pub use random::{small_normal, standard_normal};
pub use update::updated;
