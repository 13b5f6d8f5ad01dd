//! The second convolution with its ReLU and its pooling, from the textbook's loops to several threads.
//!
//! It is what a step spends most of its time on. Every rung of the ladder computes the same maps.

mod layer;
mod rungs;
mod work;

pub use layer::Layer;
pub use rungs::{Fused, Lanes, Rows, Textbook, Tiles};
pub use work::{Rung, Work};
