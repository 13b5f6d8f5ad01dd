//! The chapter's figures.

mod diagram;
mod plane;
mod tangent;

pub use diagram::diagram;
pub use plane::plane;
pub use tangent::tangent;
