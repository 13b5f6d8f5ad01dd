//! The chapter's worked examples.

mod direction;
mod fresh;
mod generalise;
mod rates;
mod saddle;
mod steady;
mod surface;
mod twice;
mod update;
mod valleys;

pub use direction::{Direction, direction};
pub use fresh::{Fresh, fresh_weights};
pub use generalise::{Generalise, descended, generalise};
pub(crate) use rates::answers;
pub use rates::{Leap, Rates, X, leap, notebook_neuron, three_rates};
pub use saddle::{Beside, Saddle, beside, saddle};
pub use steady::{Steady, steady};
pub use surface::{Surface, loss_surface};
pub use twice::cell_twice;
pub use update::{Update, one_knob, update};
pub use valleys::{TwoValleys, two_valleys, valley_points};
