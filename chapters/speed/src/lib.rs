//! The network of the chapter Digits, from the textbook's loops to what the processor can do.
//!
//! - [`Lanes`], [`Scalar`]: one value, or one for each of several samples.
//! - [`isa`]: instruction sets, and [kernels](isa::Kernel) that are compiled once for each of them.
//! - [`geometry`]: how large the network is; [`count`]: what that costs at least.
//! - [`textbook`]: the network as its formulas have it; [`ladder`]: one of its layers, from there to the
//!   fastest kernel.
//! - [`Network`]: the whole step in kernels; [`train`]: the loop in which it learns.
//!
//! ```
//! use speed::network::{Batch, Parameters, Rates};
//! use speed::{Isa, Network};
//!
//! let start = Parameters::from_network(&digits::Network::start(1)?)?;
//! let mut network = Network::new(start, Isa::best(), 1, 64)?;
//! let (images, labels) = (vec![0.5; 2 * 784], [3, 8]);
//! let batch = Batch { images: &images, labels: &labels };
//! let before = network.step(batch, Rates { rate: 0.02, momentum: 0.9 })?;
//! let after = network.step(batch, Rates { rate: 0.02, momentum: 0.9 })?;
//! assert!(after.loss < before.loss);
//! # Ok::<(), speed::Error>(())
//! ```
#![forbid(unsafe_code)]
// A kernel's loops count: which lane, which row of a tile. An iterator would hide what is unrolled.
#![allow(clippy::needless_range_loop)]

mod aligned;
#[cfg(feature = "book")]
pub mod book;
pub mod count;
mod error;
pub mod geometry;
pub mod isa;
mod kernels;
pub mod ladder;
mod lanes;
mod loss;
pub mod network;
mod scalar;
pub mod textbook;
pub mod train;

pub use error::Error;
pub use isa::Isa;
pub use kernels::transpose::Transpose;
pub use lanes::Lanes;
pub use loss::{CrossEntropy, cross_entropy};
pub use network::Network;
pub use scalar::Scalar;
