//! A band of an image, laid out so that a kernel has to know neither of padding nor of stride.

mod lay;
mod phase;

use super::Shape;
use super::filters::Layout;
use crate::Real;
use crate::isa::Isa;
use lay::Lay;
use phase::Phase;

/// A band: channels×rows×columns, the padding included.
///
/// With a stride s, a row has the columns 0, s, 2s, … first, then 1, s + 1, 2s + 1, …, and so on.
/// What windows side by side multiply by the same weight then lies side by side, too. Rows and
/// columns that no window reads are left out.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a, T> {
    pub pixels: &'a [T],
    /// How far a window is from the one above.
    pub down: usize,
}

impl<T> Sheet<'_, T> {
    /// The sheet of the windows from row `row` on.
    pub fn from(self, row: usize) -> Self {
        Self {
            pixels: &self.pixels[row * self.down..],
            ..self
        }
    }
}

/// What the sheets of images are made of.
pub(super) struct Paper<T> {
    shape: Shape,
    layout: Layout,
    /// Rows of windows in a band.
    pub rows: usize,
    /// Rows of a sheet.
    height: usize,
    /// Columns of a sheet that lie side by side.
    side: usize,
    /// These, for each of the places that such columns can begin at: s, or the kernel's side if that
    /// is less.
    phases: Vec<Phase>,
    /// Empty where images are already as a sheet should be.
    pixels: Vec<T>,
}

/// Pixels of a sheet, if 32 rows of windows do not need more: 16 kB of `f32`, half the level-1 cache.
const PIXELS: usize = 1 << 12;

impl<T: Real> Paper<T> {
    /// Paper for `rows`×`columns` windows in each image. There may be more columns than the image has
    /// windows; then what is read in those is any number.
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
        let ready = layout == Layout::ChannelsFirst || channels == 1;
        let ready = ready && (stride, padding, side) == (1, 0, width);
        let pixels = vec![T::ZERO; if ready { 0 } else { height * row }];
        Self {
            shape: *shape,
            layout,
            rows,
            height,
            side,
            phases: (0..phases).map(|phase| Phase::new(phase, shape)).collect(),
            pixels,
        }
    }

    /// Where the pixels of a window are, counted from its first: channels×rows×columns of a kernel.
    pub fn taps(&self) -> Vec<usize> {
        let Shape {
            channels,
            height,
            kernel,
            stride,
            ..
        } = self.shape;
        let row = self.phases.len() * self.side;
        let channel = row
            * if self.pixels.is_empty() {
                height
            } else {
                self.height
            };
        let tap = |n| {
            let (c, u, v) = (n / kernel / kernel, n / kernel % kernel, n % kernel);
            c * channel + u * row + v % stride * self.side + v / stride
        };
        (0..channels * kernel * kernel).map(tap).collect()
    }

    /// The sheet for the band whose windows begin with row `first`.
    pub fn sheet<'a>(
        &'a mut self,
        isa: Isa,
        image: &'a [T],
        first: usize,
    ) -> Sheet<'a, T> {
        let row = self.phases.len() * self.side;
        let down = self.phases.len() * row;
        if self.pixels.is_empty() {
            return Sheet {
                pixels: &image[first * row..],
                down,
            };
        }
        isa.run(Lay {
            paper: &mut *self,
            image,
            first,
        });
        Sheet {
            pixels: &self.pixels,
            down,
        }
    }
}
