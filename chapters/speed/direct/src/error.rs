//! What can be wrong with a shape, or with memory of that shape.

use thiserror::Error;

/// Why nothing was computed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// A size is 0.
    #[error("0 {0}: expected at least 1")]
    Zero(&'static str),
    /// A window that never moves.
    #[error("a stride of 0 never leaves the first window: expected at least 1")]
    ZeroStride,
    /// The kernel, or the window, does not fit once.
    #[error(
        "a kernel of {kernel}×{kernel} does not fit on an image of {height}×{width} \
         with padding {padding}"
    )]
    KernelTooLarge {
        /// Pixels along a side of the kernel.
        kernel: usize,
        /// Rows of the image.
        height: usize,
        /// Columns of the image.
        width: usize,
        /// Zeros added on each side.
        padding: usize,
    },
    /// More than 2²⁸ values.
    #[error("{0} would have more than 2²⁸ values")]
    TooLarge(&'static str),
    /// Memory that has not as many values as its shape.
    #[error("{what} has {found} values: expected {expected}")]
    Length {
        /// Which memory.
        what: &'static str,
        /// How many values its shape has.
        expected: usize,
        /// How many it has.
        found: usize,
    },
}
