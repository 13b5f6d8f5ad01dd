//! A band of an image, laid out so that neither kernel has to know of padding or stride.

use super::Shape;
use crate::Real;

/// The order of the dimensions in memory, after the images.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// channels×rows×columns
    ChannelsFirst,
    /// rows×columns×channels
    ChannelsLast,
}

/// Where the pixels of a band are: that of channel `c`, row `r` and column `s·j + v`, counted from
/// the corner of the padding, is `pixels[c · channel + r · row + columns[v] + j]`.
///
/// With a stride of `s`, the columns 0, s, 2s, … of a row lie side by side, then the columns 1, s +
/// 1, 2s + 1, …, and so on: what windows side by side want of the same weight is in one piece.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a, T> {
    pub pixels: &'a [T],
    /// from one row to the next
    pub row: usize,
}

/// What makes the sheets of an image.
pub(super) struct Paper<T> {
    shape: Shape,
    layout: Layout,
    /// Rows of the output that a band makes.
    pub rows: usize,
    /// Rows of a sheet.
    height: usize,
    /// Columns of a sheet that lie side by side.
    side: usize,
    /// Empty if the image is as the kernels want it.
    pixels: Vec<T>,
}

/// Pixels of a sheet, unless a single row of windows needs more: 64 kB of `f32`, an eighth of the
/// level-2 cache. A band that is read again for each filter is still there.
const PIXELS: usize = 1 << 12;

impl<T: Real> Paper<T> {
    /// For an output of `rows`×`columns`, or of more columns if the kernel wants so.
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
        let row = channels * stride * side;
        let band = (PIXELS / row).saturating_sub(kernel) / stride + 1;
        let rows = band.max(6).min(rows);
        let height = (rows - 1) * stride + kernel;
        let as_it_is =
            layout == Layout::ChannelsFirst && (stride, padding, side) == (1, 0, width);
        let pixels = if as_it_is { 0 } else { height * row };
        Self {
            shape: *shape,
            layout,
            rows,
            height,
            side,
            pixels: vec![T::ZERO; pixels],
        }
    }

    /// Where the pixels of a window are in a sheet, counted from its first: channels×rows×columns.
    pub fn taps(&self) -> Vec<usize> {
        let Shape {
            channels,
            height,
            kernel,
            stride,
            ..
        } = self.shape;
        let row = stride * self.side;
        let channel = row
            * if self.pixels.is_empty() {
                height
            } else {
                self.height
            };
        let place = |n: usize| (n / kernel / kernel, n / kernel % kernel, n % kernel);
        let tap =
            |(c, u, v)| c * channel + u * row + v % stride * self.side + v / stride;
        (0..channels * kernel * kernel)
            .map(place)
            .map(tap)
            .collect()
    }

    /// The sheet for a band of the output that begins at row `first`.
    pub fn sheet<'a>(&'a mut self, image: &'a [T], first: usize) -> Sheet<'a, T> {
        let first = first * self.shape.stride;
        let row = self.side * self.shape.stride;
        if self.pixels.is_empty() {
            return Sheet {
                pixels: &image[first * row..],
                row,
            };
        }
        for (n, to) in self.pixels.chunks_exact_mut(row).enumerate() {
            let (c, r) = (n / self.height, first + n % self.height);
            match r.checked_sub(self.shape.padding) {
                Some(r) if r < self.shape.height => {
                    copy(&self.shape, self.layout, image, c, r, to);
                }
                _ => to.fill(T::ZERO),
            }
        }
        Sheet {
            pixels: &self.pixels,
            row,
        }
    }
}

/// Row `r` of channel `c`; what is padding in `to` stays as it is.
fn copy<T: Real>(
    shape: &Shape,
    layout: Layout,
    image: &[T],
    c: usize,
    r: usize,
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
        Layout::ChannelsFirst => (&image[(c * height + r) * width..][..width], 1),
        Layout::ChannelsLast => (&image[r * width * channels + c..], channels),
    };
    if stride * step == 1 {
        to[padding..padding + width].copy_from_slice(&from[..width]);
        return;
    }
    let side = to.len() / stride;
    for (phase, to) in to.chunks_exact_mut(side).enumerate() {
        // The first column from the padding on that belongs here: phase + stride · skip.
        let skip = padding.saturating_sub(phase).div_ceil(stride);
        let column = phase + stride * skip - padding;
        let from = from.iter().skip(column * step).step_by(stride * step);
        let count = width.saturating_sub(column).div_ceil(stride);
        for (to, x) in to[skip..].iter_mut().zip(from).take(count) {
            *to = *x;
        }
    }
}
