//! The shape of a pooling.

use crate::error::Error;
use crate::shape::{Shape, same};

/// The shape of a pooling with square windows and no padding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pooling {
    /// How many images there are.
    pub images: usize,
    /// Channels of an image.
    pub channels: usize,
    /// Rows of a channel.
    pub height: usize,
    /// Columns of a channel.
    pub width: usize,
    /// Pixels along a side of the window.
    pub window: usize,
    /// How far the window moves, in pixels, down and to the right.
    pub stride: usize,
}

impl Pooling {
    /// Rows and columns of the output.
    ///
    /// # Errors
    /// As [`Shape::output`].
    pub fn output(&self) -> Result<(usize, usize), Error> {
        let Self {
            images,
            channels,
            height,
            width,
            window,
            stride,
        } = *self;
        // One filter of one channel, over each channel by itself.
        let images = images.saturating_mul(channels);
        let shape = Shape {
            images,
            channels: 1,
            height,
            width,
            filters: 1,
            kernel: window,
            stride,
            padding: 0,
        };
        shape.windows()
    }

    /// [`Pooling::output`], if the slices are as long as the shape.
    pub(crate) fn check(&self, x: usize, out: usize) -> Result<(usize, usize), Error> {
        let (rows, columns) = self.output()?;
        same(
            "x",
            self.images * self.channels * self.height * self.width,
            x,
        )?;
        same("out", self.images * self.channels * rows * columns, out)?;
        Ok((rows, columns))
    }
}
