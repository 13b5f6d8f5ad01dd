//! The shape of a convolution.

use crate::error::Error;

/// The largest number of values that an input, a padded image or an output may have.
const MAX_VALUES: usize = 1 << 28;

/// The most filters in a block of packed weights: 4 registers of 16.
const BLOCK: usize = 64;

/// The shape of a convolution with square kernels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// How many images there are.
    pub images: usize,
    /// Channels of an image.
    pub channels: usize,
    /// Rows of a channel.
    pub height: usize,
    /// Columns of a channel.
    pub width: usize,
    /// How many filters there are: the channels of the output.
    pub filters: usize,
    /// Pixels along a side of a filter.
    pub kernel: usize,
    /// How far a filter moves, in pixels, down and to the right.
    pub stride: usize,
    /// Zeros around each channel, on all four sides.
    pub padding: usize,
}

impl Shape {
    /// Rows and columns of the output.
    ///
    /// ```
    /// use direct::Shape;
    /// let shape = Shape {
    ///     images: 64, channels: 1, height: 28, width: 28,
    ///     filters: 6, kernel: 5, stride: 1, padding: 2,
    /// };
    /// assert_eq!(shape.output(), Ok((28, 28)));
    /// ```
    ///
    /// # Errors
    /// [`Error::Zero`], [`Error::ZeroStride`], [`Error::KernelTooLarge`], and
    /// [`Error::TooLarge`] for more than 2²⁸ values on either side, in an image with its padding,
    /// or in the weights, where fewer than 64 filters count as 64: they are packed in blocks.
    pub fn output(&self) -> Result<(usize, usize), Error> {
        let size = self.windows()?;
        let filters = self.filters.max(BLOCK);
        bounded(
            "the weights",
            [filters, self.channels, self.kernel, self.kernel],
        )?;
        Ok(size)
    }

    /// Rows and columns of the output, whatever has to be multiplied there.
    pub(crate) fn windows(&self) -> Result<(usize, usize), Error> {
        let Self {
            images,
            channels,
            height,
            width,
            filters,
            kernel,
            ..
        } = *self;
        let sizes = [
            (images, "images"),
            (channels, "channels"),
            (height, "rows"),
            (width, "columns"),
            (filters, "filters"),
            (kernel, "pixels along a side of the kernel"),
        ];
        if let Some((_, name)) = sizes.iter().find(|(size, _)| *size == 0) {
            return Err(Error::Zero(name));
        }
        if self.stride == 0 {
            return Err(Error::ZeroStride);
        }
        let around = self.padding.saturating_mul(2);
        let padded = [height.saturating_add(around), width.saturating_add(around)];
        // n′ = ⌊(n + 2p − k) / s⌋ + 1
        let along = |n: usize| Some(n.checked_sub(kernel)? / self.stride + 1);
        let (Some(rows), Some(columns)) = (along(padded[0]), along(padded[1])) else {
            let padding = self.padding;
            return Err(Error::KernelTooLarge {
                kernel,
                height,
                width,
                padding,
            });
        };
        bounded("the input", [images, channels, height, width])?;
        bounded(
            "an image with its padding",
            [1, channels, padded[0], padded[1]],
        )?;
        bounded("the output", [images, filters, rows, columns])?;
        Ok((rows, columns))
    }

    /// How many weights a filter has.
    pub(crate) fn taps(&self) -> usize {
        self.channels * self.kernel * self.kernel
    }

    /// [`Shape::output`], if the slices are as long as the shape.
    pub(crate) fn check(
        &self,
        x: usize,
        w: usize,
        out: usize,
    ) -> Result<(usize, usize), Error> {
        let (rows, columns) = self.output()?;
        same(
            "x",
            self.images * self.channels * self.height * self.width,
            x,
        )?;
        same(
            "w",
            self.filters * self.channels * self.kernel * self.kernel,
            w,
        )?;
        same("out", self.images * self.filters * rows * columns, out)?;
        Ok((rows, columns))
    }

    /// The same convolution with a stride that is not longer than the padded image, beyond which
    /// there is only one window anyway.
    pub(crate) fn within_reach(&self) -> Self {
        let longest = self.height.max(self.width) + 2 * self.padding;
        Self {
            stride: self.stride.min(longest),
            ..*self
        }
    }
}

/// The order of an image's dimensions in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// channels×rows×columns
    ChannelsFirst,
    /// rows×columns×channels
    ChannelsLast,
}

/// An error if a product exceeds [`MAX_VALUES`].
fn bounded(what: &'static str, sizes: [usize; 4]) -> Result<(), Error> {
    let values = sizes
        .iter()
        .try_fold(1usize, |all, size| all.checked_mul(*size));
    match values {
        Some(values) if values <= MAX_VALUES => Ok(()),
        _ => Err(Error::TooLarge(what)),
    }
}

/// An error if two lengths differ.
pub(crate) fn same(
    what: &'static str,
    expected: usize,
    found: usize,
) -> Result<(), Error> {
    match expected == found {
        true => Ok(()),
        false => Err(Error::Length {
            what,
            expected,
            found,
        }),
    }
}
