//! The chapter's figures.

mod curves;
mod depth;
mod folds;
mod temperature;
mod twins;

pub use curves::{Curves, activations};
pub use depth::derivative_against_depth;
pub use folds::fold;
pub use temperature::softmax_temperature;
pub use twins::gelu_twins;
