//! The chapter's worked examples.

mod and;
mod network;
mod neuron;
mod patch;
mod sigmoid;
mod slopes;

pub use and::{And, and_points, learning_and};
pub use network::{Small, small_network};
pub use neuron::{Three, Two, neuron, two_inputs};
pub use patch::{Patch, Puzzle, patch, puzzle};
pub use sigmoid::{At, FarLeft, Saturation, overflow, saturation, sigmoid_at};
pub(crate) use slopes::square;
pub use slopes::{Growth, Nudge, growth, nudge};
