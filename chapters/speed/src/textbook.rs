//! The textbook's loops, over any [`Number`](crate::Number): one sample, or one in each lane.
//!
//! These are the formulas of the earlier chapters in plain memory and in `f32`. No thought is given to
//! the processor. What is fast is held to them.

pub mod convolution;
pub mod dense;
mod network;
mod pass;
pub mod pooling;

pub use network::{CONVOLUTIONS, InLanes, Network, OneByOne};
