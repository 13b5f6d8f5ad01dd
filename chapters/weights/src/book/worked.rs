//! The chapter's worked examples.

mod fresh;
mod generalise;
mod rates;
mod surface;
mod twice;
mod update;

pub use fresh::{Fresh, fresh_weights};
pub use generalise::{Generalise, descended, generalise};
pub(crate) use rates::losses;
pub use rates::{Leap, Rates, X, leap, notebook_neuron, three_rates};
pub use surface::{Surface, loss_surface};
pub use twice::cell_twice;
pub use update::{Update, one_knob, update};
