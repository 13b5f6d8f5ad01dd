//! A convolutional network out of the book's own layers, and the handwriting that it learns.
//!
//! - [`clean`](fn@clean): from a [`Drawing`] to an image such as MNIST has.
//! - [`Dataset`]: handwritten digits as bytes; [`Sample::image`] is what a network reads.
//! - [`nearest`](fn@nearest): reading a digit by the picture most like it, which does not go well.
//! - [`origin`]: where a pixel of a map comes from.
//! - [`split`](fn@split): digits to learn from, and digits to be judged by.
//! - [`Network`]: the layers, [forward](Network::forward) and [backward](Network::backward);
//!   [`Network::start`]: where its weights start; [`cross_entropy`]: softmax and cross-entropy.
//! - [`Training`]: the loop; [`permutation`]: in which order the digits are read; [`augmented`]: digits,
//!   turned and shifted at random.
//! - [`evaluate`](fn@evaluate): how good the network is, and its mistakes; [`no_digit`]: what it takes
//!   for digits that are none.
//! - With the feature `train`: `idx`, the files that MNIST and Fashion-MNIST come in; `command`, the
//!   arguments of a program that trains; `weights_file` and `checkpoint`, the files of a training.
//!
//! The arithmetic is a contract: one seed, one set of weights, to the last bit, on every machine and
//! with any number of threads. All of it is `f64`. A product is rounded before it is added, never
//! fused with the sum. Sums run in the order in which the layers state them; a batch is summed in
//! groups of eight samples, each from its first sample to its last, and then the groups in order.
//! Exponential, logarithm, sine and cosine come from `libm`, and all random numbers from [`rand_pcg::Pcg64`].
//! Saved weights are rounded once, to the nearest `f32`.
//!
//! An image has shape 1×28×28: channels, rows, columns, row 0 at the top. Ink lies from 0.0 (paper)
//! to 1.0.
#![forbid(unsafe_code)]

// A listing names the crate as a reader's own program would.
extern crate self as digits;

mod augment;
mod batch;
#[cfg(feature = "book")]
pub mod book;
#[cfg(feature = "train")]
pub mod checkpoint;
pub mod clean;
#[cfg(feature = "train")]
pub mod command;
mod cross_entropy;
mod dataset;
pub mod drawing;
mod epoch;
mod error;
mod evaluate;
#[cfg(feature = "train")]
pub mod idx;
mod nearest;
pub mod network;
pub mod no_digit;
mod options;
pub mod origin;
mod parameters;
mod rng;
mod sgd;
mod split;
mod start;
#[cfg(feature = "train")]
pub mod study;
#[cfg(feature = "train")]
mod tensors;
pub mod train;
#[cfg(feature = "train")]
pub mod trained;
#[cfg(feature = "train")]
pub mod weights_file;
mod workers;

pub use augment::{Jitter, augmented};
pub use clean::clean;
pub use cross_entropy::{CrossEntropy, cross_entropy};
pub use dataset::{Dataset, LABELS, PIXELS, SIDE, Sample};
pub use drawing::Drawing;
pub use error::Error;
pub use evaluate::{Evaluation, Reading, evaluate};
pub use nearest::{distance, nearest};
pub use network::{Network, Pass};
pub use options::Options;
pub use parameters::{ARRAYS, Gradients, NAMES};
pub use rng::permutation;
#[cfg(feature = "train")]
pub use split::train_validation_test;
pub use split::{HELD_OUT, SPLIT_SEED, Split, split};
pub use train::Training;
pub use workers::Workers;
