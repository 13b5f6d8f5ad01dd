//! The chapter's worked examples.

mod and;
mod neuron;
mod sigmoid;

pub use and::{And, and_points, learning_and};
pub use neuron::{Three, Two, neuron, two_inputs};
pub use sigmoid::{At, FarLeft, Saturation, overflow, saturation, sigmoid_at};
