//! The chapter's figures.

mod and;
mod curve;
mod diagram;
mod network;
mod nudged;
mod patch;
mod plane;
mod tangent;

pub use and::learning;
pub use curve::curve;
pub use diagram::diagram;
pub use network::network;
pub use nudged::nudged;
pub use patch::{patch, patches, puzzle};
pub use plane::plane;
pub use tangent::tangent;
