//! Convolution and pooling of any shape, and a single neuron, as fast as the processor allows.
//!
//! - [`convolution`]: images×channels×rows×columns in, images×filters×rows×columns out.
//! - [`convolution_nhwc`]: the same with the channels last on both sides.
//! - [`max_pool`], [`average_pool`]: one window moved over each channel.
//! - [`neuron`], [`sgd_step`]: a sigmoid neuron, and one step of gradient descent.
//!
//! Each call reads its inputs and writes the whole of `out`. Numbers are `f32` or `f64`. Lanes, and kernels
//! that are compiled once for each instruction set, come from the chapter [`speed`]; [`Isa::best`] is the
//! widest set that this processor has. A shape that is none, and memory of another length than its shape, are
//! an [`Error`]; nothing panics.
//!
//! ```
//! use direct::{Isa, Pooling, Shape, convolution, max_pool};
//!
//! // Eight images of 28×28, six filters of 5×5, zeros around each image so that the maps are as large.
//! let shape = Shape {
//!     images: 8, channels: 1, height: 28, width: 28,
//!     filters: 6, kernel: 5, stride: 1, padding: 2,
//! };
//! let (rows, columns) = shape.output()?;
//! let (images, filters) = (vec![0.5_f32; 8 * 28 * 28], vec![0.1; 6 * 5 * 5]);
//! let mut maps = vec![0.0; 8 * 6 * rows * columns];
//! convolution(Isa::best(), &shape, &images, &filters, &mut maps)?;
//!
//! let windows = Pooling { images: 8, channels: 6, height: 28, width: 28, window: 2, stride: 2 };
//! let mut pooled = vec![0.0; 8 * 6 * 14 * 14];
//! max_pool(Isa::best(), &windows, &maps, &mut pooled)?;
//! assert!((pooled[14 * 7 + 7] - 25.0 * 0.1 * 0.5).abs() < 1e-6);
//! # Ok::<(), direct::Error>(())
//! ```
//!
//! The bits of a result depend neither on the instruction set nor on which of the three kernels of a
//! convolution found it: pixels of a row in lanes, filters in lanes, or, where one channel meets few
//! filters, each row of the image for all rows of the map at once. Each number of a convolution is one
//! chain of fused multiply-adds that begins at 0 and goes through the channels, the rows of the kernel,
//! and its columns, in this order. The zeros of the padding are multiplied like all other pixels, so that
//! NaN or ∞ in a weight shows.
#![forbid(unsafe_code)]
// A kernel's loops count: which lane, which row of a tile. An iterator would hide what is unrolled.
#![allow(clippy::needless_range_loop)]

mod convolution;
mod error;
mod filters;
mod im2row;
mod neuron;
mod pack;
mod pixels;
mod pool;
mod pooling;
mod reduce;
mod registers;
mod rows;
mod shape;
mod tiling;

pub use convolution::{convolution, convolution_nhwc};
pub use error::Error;
pub use neuron::{neuron, sgd_step};
pub use pool::{average_pool, max_pool};
pub use pooling::Pooling;
pub use shape::Shape;
pub use speed::{Isa, Scalar};
