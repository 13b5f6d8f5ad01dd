//! Squared error, gradients and the update of a neuron's weights.
//!
//! - [`squared_error`] and its [slope](squared_error_slope): how wrong an answer is.
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

mod descent;
mod error;
pub mod figures;
mod generalise;
mod gradient;
mod in_place;
#[cfg(doctest)]
mod listings;
mod loss;
mod random;
mod update;
pub mod worked;

pub use descent::{descent, mean_gradient, mean_loss, step};
pub use error::Error;
pub use generalise::{draw_points, share_right};
pub use gradient::{Gradient, gradient};
pub use in_place::update_in_place;
pub use loss::{squared_error, squared_error_slope};
pub use random::{small_normal, standard_normal};
pub use update::updated;

use plate::{Chapter, Example, Figure, Paper, Printed};

/// What a page can ask of the chapter.
pub fn chapter() -> Chapter {
    Chapter {
        package: env!("CARGO_PKG_NAME"),
        examples: vec![
            Example::named("one-knob", worked::one_knob),
            Example::new(worked::nudge),
            Example::new(worked::update),
            Example::named("cell-twice", worked::cell_twice),
            Example::new(worked::three_rates),
            Example::new(worked::leap),
            Example::new(worked::loss_surface),
            Example::new(worked::generalise),
            Example::new(worked::fresh_weights),
        ],
        figures: vec![
            Figure::new("nudge", figures::nudged),
            Figure::new("three-rates", figures::rates),
            Figure::new("loss-surface", figures::surface),
            Figure::new("generalisation", figures::generalisation),
        ],
    }
}

/// All that the chapter shows.
pub fn paper() -> Paper {
    let (weights, bias) = ("updated weights", "updated bias");
    let digits = "[0.39513082 0.19707849 0.59902616]";
    let outputs = &["new_w1", "new_w2", "new_w3"];
    Paper {
        printed: vec![
            Printed::new("update", "001", weights, digits, outputs),
            Printed::new("update", "001", bias, "0.09026164910025532", &["new_b"]),
        ],
        ..Paper::of(chapter())
    }
}
