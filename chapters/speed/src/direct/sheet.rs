//! A band of an image, laid out so that a kernel has to know neither of padding nor of stride.

use super::Shape;
use super::filters::Layout;
use crate::Real;

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
    /// How many of these there are in a row: s, or the kernel's side if that is less.
    phases: usize,
    /// Empty where images are already as a sheet should be.
    pixels: Vec<T>,
}

/// Pixels of a sheet, if six rows of windows do not need more: 16 kB of `f32`, half the level-1 cache.
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
        let rows = band.max(6).min(rows);
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
            phases,
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
        let row = self.phases * self.side;
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
    pub fn sheet<'a>(&'a mut self, image: &'a [T], first: usize) -> Sheet<'a, T> {
        let Shape {
            height,
            stride,
            padding,
            ..
        } = self.shape;
        let row = self.phases * self.side;
        let down = self.phases * row;
        if self.pixels.is_empty() {
            return Sheet {
                pixels: &image[first * row..],
                down,
            };
        }
        for (n, to) in self.pixels.chunks_exact_mut(row).enumerate() {
            let (c, n) = (n / self.height, n % self.height);
            let i = (first + n / self.phases) * stride + n % self.phases;
            match i.checked_sub(padding) {
                Some(i) if i < height => {
                    copy(&self.shape, self.layout, image, (c, i), self.side, to);
                }
                _ => to.fill(T::ZERO),
            }
        }
        Sheet {
            pixels: &self.pixels,
            down,
        }
    }
}

/// Copies row `i` of channel `c`, in pieces of `side`. What is padding on its left and right is not
/// written.
fn copy<T: Real>(
    shape: &Shape,
    layout: Layout,
    image: &[T],
    (c, i): (usize, usize),
    side: usize,
    to: &mut [T],
) {
    let Shape {
        channels,
        height,
        width,
        stride,
        padding,
        ..
    } = *shape;
    let (from, step) = match layout {
        Layout::ChannelsFirst => (&image[(c * height + i) * width..], 1),
        Layout::ChannelsLast => (&image[i * width * channels + c..], channels),
    };
    for (phase, to) in to.chunks_exact_mut(side).enumerate() {
        // Place n has column phase + s·n − p of the image.
        let skip = padding.saturating_sub(phase).div_ceil(stride);
        let column = phase + stride * skip - padding;
        let there = width.saturating_sub(column).div_ceil(stride);
        if there > 0 {
            every(
                &from[column * step..],
                stride * step,
                &mut to[skip..][..there],
            );
        }
    }
}

/// Copies every `step`th number. The compiler makes a loop for each step that it knows.
#[inline(always)]
fn every<T: Copy>(from: &[T], step: usize, to: &mut [T]) {
    match step {
        1 => to.copy_from_slice(&from[..to.len()]),
        2 => every_nth::<T, 2>(from, to),
        3 => every_nth::<T, 3>(from, to),
        4 => every_nth::<T, 4>(from, to),
        _ => {
            for (to, x) in to.iter_mut().zip(from.iter().step_by(step)) {
                *to = *x;
            }
        }
    }
}

#[inline(always)]
fn every_nth<T: Copy, const STEP: usize>(from: &[T], to: &mut [T]) {
    let (whole, rest) = from.as_chunks::<STEP>();
    for (to, x) in to.iter_mut().zip(whole) {
        *to = x[0];
    }
    if let (Some(to), Some(x)) = (to.get_mut(whole.len()), rest.first()) {
        *to = *x;
    }
}
