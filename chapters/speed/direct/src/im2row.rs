//! An image as windows in rows (im2row), without copying a pixel for each window that it is in: a window
//! is a list of offsets into a packed band of the image. A kernel then has to know neither of padding
//! nor of stride.

use crate::pack::{Pack, Packing, StridePhase};
use crate::shape::{Layout, Shape};
use speed::{Isa, Scalar};

/// The pixels of a band of windows.
#[derive(Clone, Copy)]
pub(crate) struct Band<'a, T> {
    pub pixels: &'a [T],
    /// How far a window is from the one above.
    pub row_stride: usize,
}

impl<T> Band<'_, T> {
    /// The windows from row `row` of the band on.
    pub fn starting_at(self, row: usize) -> Self {
        Self {
            pixels: &self.pixels[row * self.row_stride..],
            ..self
        }
    }
}

/// The bands of images of one shape.
pub(crate) struct Im2Row<T> {
    packing: Packing,
    /// Rows of windows in a band.
    pub rows: usize,
    /// For a packed band. Empty where images are already as a packed band is.
    pixels: Vec<T>,
}

/// Pixels of a band, if 32 rows of windows do not need more: 16 kB of `f32`, half the level-1 cache.
const PIXELS: usize = 1 << 12;

impl<T: Scalar> Im2Row<T> {
    /// `rows`×`columns` windows in each image. There may be more columns than the image has windows; then
    /// what is read in those is any number.
    pub fn new(shape: &Shape, layout: Layout, rows: usize, columns: usize) -> Self {
        let Shape {
            channels,
            width,
            kernel,
            stride,
            padding,
            ..
        } = *shape;
        let side = (width + 2 * padding).div_ceil(stride);
        let side = side.max(columns + (kernel - 1) / stride);
        let phases = stride.min(kernel);
        let row = channels * phases * side;
        let band = (PIXELS / row).saturating_sub(kernel) / phases;
        let rows = band.max(32).min(rows);
        let height = (rows - 1) * phases + kernel;
        let is_packed = layout == Layout::ChannelsFirst || channels == 1;
        let is_packed = is_packed && (stride, padding, side) == (1, 0, width);
        Self {
            packing: Packing {
                shape: *shape,
                layout,
                height,
                side,
                phases: (0..phases).map(|n| StridePhase::new(n, shape)).collect(),
            },
            rows,
            pixels: vec![T::ZERO; if is_packed { 0 } else { height * row }],
        }
    }

    /// Values from one row to the next.
    fn row(&self) -> usize {
        self.packing.phases.len() * self.packing.side
    }

    /// Where the pixels of a window are, counted from its first: channels×rows×columns of a kernel.
    pub fn offsets(&self) -> Vec<usize> {
        let Packing {
            shape,
            height,
            side,
            ..
        } = self.packing;
        let Shape { kernel, stride, .. } = shape;
        let row = self.row();
        let channel = match self.pixels.is_empty() {
            true => row * shape.height,
            false => row * height,
        };
        let offset = |n| {
            let (c, u, v) = (n / kernel / kernel, n / kernel % kernel, n % kernel);
            c * channel + u * row + v % stride * side + v / stride
        };
        (0..shape.taps()).map(offset).collect()
    }

    /// The band whose windows begin with row `first`.
    pub fn band<'a>(
        &'a mut self,
        isa: Isa,
        image: &'a [T],
        first: usize,
    ) -> Band<'a, T> {
        let row = self.row();
        let row_stride = self.packing.phases.len() * row;
        if self.pixels.is_empty() {
            return Band {
                pixels: &image[first * row..],
                row_stride,
            };
        }
        isa.run(Pack {
            packing: &self.packing,
            image,
            first,
            pixels: &mut self.pixels,
        });
        Band {
            pixels: &self.pixels,
            row_stride,
        }
    }
}
