//! Cross-correlation, convolution, stride and padding.
//!
//! - [`cross_correlate`] slides a kernel over one image: what every library calls convolution.
//! - [`convolve`] does what the mathematicians call convolution: it flips the kernel first.
//! - [`convolve_sequences`] is the equation in one dimension, term by term.
//! - [`output_len`], [`output_shape`], [`same_padding`], [`reads`]: what stride and padding do.
//! - [`kernels`]: kernels that blur, sharpen and find edges.
//! - [`Convolution`]: the layer, with several input channels, several filters and biases.
//! - [`shifted`], [`difference`]: what moves along when the image moves.
//! - [`GroupedConvolution`], [`dilated_len`]: the layer with gaps in its kernels and its channels in groups.
//! - [`dense_weights`]: the dense layer that a kernel is.
//! - [`kernel_gradient`], [`learned_kernel`]: a kernel that learns, from [`stripes`] for one.
//! - [`receptive_field`], [`dense_parameters`]: what a small kernel sees, and what it saves.
//!
//! An image of one channel has shape rows×columns, row 0 at the top; one with several has shape
//! channels×rows×columns. NaN in a window, or in the kernel, makes that window's answer NaN;
//! infinities follow IEEE 754, also under padding: ∞ · 0 is NaN.
#![forbid(unsafe_code)]

// Lets a module's listing, which names this crate, compile inside the crate too.
extern crate self as convolution;

#[cfg(feature = "book")]
pub mod book;
mod counting;
mod cross_correlation;
mod dense;
mod equivariance;
mod error;
mod grouped;
pub mod kernels;
mod layer;
mod learn;
mod padding;
mod parameters;
mod reads;
mod sequence;
mod shape;
mod size;
mod true_convolution;

pub use cross_correlation::cross_correlate;
pub use dense::dense_weights;
pub use equivariance::{difference, shifted};
pub use error::Error;
pub use grouped::{GroupedConvolution, dilated_len};
pub use layer::Convolution;
pub use learn::{kernel_gradient, kernel_loss, learned_kernel, stripes};
pub use padding::{padded_pixel, same_padding};
pub use parameters::{dense_parameters, receptive_field};
pub use reads::reads;
pub use sequence::convolve_sequences;
pub use shape::Shape;
pub use size::{MAX_VALUES, output_len, output_shape};
pub use true_convolution::{convolve, flipped};
