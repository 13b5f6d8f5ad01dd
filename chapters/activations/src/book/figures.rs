//! The chapter's figures.

mod bend;
mod curve;
mod curves;
mod depth;
mod folds;
mod network;
mod temperature;
mod twins;

pub use bend::bend;
pub use curve::{beyond, error_against_relus, follow, heights};
pub use curves::{Curves, activations};
pub use depth::derivative_against_depth;
pub use folds::fold;
pub use network::two_layers;
pub use temperature::softmax_temperature;
pub use twins::gelu_twins;
