//! Convolution and pooling of any shape, and a single neuron, as fast as this processor can.
//!
//! Nothing here learns. Each call reads its inputs, and writes the whole of `out`.
//!
//! - [`convolution`]: images×channels×rows×columns in, images×filters×rows×columns out.
//! - [`convolution_nhwc`]: the same with the channels last on both sides.
//! - [`max_pool`], [`average_pool`]: one window moved over each channel.
//! - [`neuron`], [`sgd_step`]: a sigmoid neuron, and one step of its learning.
//!
//! The bits of an answer depend neither on the instruction set nor on which of the kernels in here
//! found it, of which there are three. Pixels of a row go into lanes, or filters; and where one channel
//! meets few filters, each row of the image serves all rows of the map at once. Each number of a convolution is one chain of fused multiply-adds that begins at 0
//! and goes through the channels, the rows of the kernel, and its columns, in this order. The
//! zeros of the padding are multiplied like all other pixels, so that NaN or ∞ in a weight shows.

mod convolution;
mod error;
mod filters;
mod fold;
mod neuron;
mod pieces;
mod pixels;
mod pool;
mod pooling;
mod rows;
mod shape;
mod sheet;

pub use convolution::{convolution, convolution_nhwc};
pub use error::Error;
pub use neuron::{neuron, sgd_step};
pub use pool::{average_pool, max_pool};
pub use pooling::Pooling;
pub use shape::Shape;
