//! What can be wrong with an image, a window or a motion.

use convolution::Shape;
use thiserror::Error;

/// Why there is no pooled map.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum Error {
    /// A side of the image is 0.
    #[error("an image of {image} has nothing to pool: every side must be at least 1")]
    Empty {
        /// The image's shape.
        image: Shape,
    },
    /// A window without pixels.
    #[error("a window of 0×0 pixels holds no value: its size must be at least 1")]
    ZeroWindow,
    /// A window that never moves.
    #[error(
        "a stride of 0 never leaves the first window: the stride must be at least 1"
    )]
    ZeroStride,
    /// The window does not fit once.
    #[error(
        "a window of {size}×{size} does not fit on an image of {image}: \
         no side of the window may exceed the image's rows or columns"
    )]
    WindowTooLarge {
        /// The window's side.
        size: usize,
        /// The image's shape.
        image: Shape,
    },
    /// A motion that no image can make.
    #[error(
        "a motion of {right} to the right, {down} down, {degrees}° and scale {scale}: \
         expected finite numbers and a scale above 0"
    )]
    Motion {
        /// Pixels to the right.
        right: f64,
        /// Pixels down.
        down: f64,
        /// Degrees.
        degrees: f64,
        /// Factor.
        scale: f64,
    },
    /// Nothing to take an average of.
    #[error(
        "nothing to measure: expected at least one motion and two digits of different labels"
    )]
    Nothing,
    /// A shape that the formula of a convolution's size refuses.
    #[error(transparent)]
    Convolution(#[from] convolution::Error),
}
