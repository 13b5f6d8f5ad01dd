//! A band of an image, laid out so that a kernel has to know neither of padding nor of stride.

use super::Shape;
use super::filters::Layout;
use super::pieces::{Every, in_pieces};
use crate::isa::{Isa, Kernel};
use crate::{Number, Real};

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

/// The columns phase, phase + s, … of a padded image, which lie side by side in a row.
#[derive(Clone, Copy)]
struct Phase {
    /// How many of them are padding on the left.
    skip: usize,
    /// The first column of the image that is among them.
    column: usize,
    /// How many columns of the image are.
    there: usize,
}

impl Phase {
    fn new(phase: usize, shape: &Shape) -> Self {
        let (stride, padding) = (shape.stride, shape.padding);
        // Place n has column phase + s·n − p of the image.
        let skip = padding.saturating_sub(phase).div_ceil(stride);
        let column = phase + stride * skip - padding;
        let there = shape.width.saturating_sub(column).div_ceil(stride);
        Self {
            skip,
            column,
            there,
        }
    }
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

/// Lays a band of an image out on paper.
struct Lay<'a, T> {
    paper: &'a mut Paper<T>,
    image: &'a [T],
    first: usize,
}

impl<T: Real> Kernel for Lay<'_, T> {
    type Real = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = T>, const ROWS: usize, const HALF: usize>(self) {
        let Paper {
            shape,
            layout,
            height,
            side,
            phases,
            pixels,
            ..
        } = self.paper;
        let steps = phases.len();
        for (n, to) in pixels.chunks_exact_mut(steps * *side).enumerate() {
            let (c, n) = (n / *height, n % *height);
            let i = (self.first + n / steps) * shape.stride + n % steps;
            match i.checked_sub(shape.padding) {
                Some(i) if i < shape.height => {
                    let (from, step) = match layout {
                        Layout::ChannelsFirst => {
                            (&self.image[(c * shape.height + i) * shape.width..], 1)
                        }
                        Layout::ChannelsLast => {
                            let row = i * shape.width * shape.channels;
                            (&self.image[row + c..], shape.channels)
                        }
                    };
                    let phases = phases.iter().zip(to.chunks_exact_mut(*side));
                    for (phase, to) in phases.filter(|(phase, _)| phase.there > 0) {
                        let from = &from[phase.column * step..];
                        let to = &mut to[phase.skip..][..phase.there];
                        copy(from, shape.stride * step, to);
                    }
                }
                _ => to.fill(T::ZERO),
            }
        }
    }
}

/// Copies every `step`th number. Of wider pieces than these the compiler makes one load for each number.
#[inline(always)]
fn copy<T: Real>(from: &[T], step: usize, to: &mut [T]) {
    match step {
        1 => to.copy_from_slice(&from[..to.len()]),
        2 => in_pieces::<T, T::By256>(Every::<T, 2> { from, step, to }),
        3 => in_pieces::<T, T::By256>(Every::<T, 3> { from, step, to }),
        4 => in_pieces::<T, T::By256>(Every::<T, 4> { from, step, to }),
        _ => in_pieces::<T, T::By256>(Every::<T, 0> { from, step, to }),
    }
}
