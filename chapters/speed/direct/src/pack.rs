//! Packing: rows of an image, copied so that windows side by side read pixels side by side.

use crate::registers::{StridedCopy, by_registers};
use crate::shape::{Layout, Shape};
use speed::isa::Kernel;
use speed::{Lanes, Scalar};

/// How a band is packed: channels×rows×columns, the padding included.
///
/// With a stride s, a row has the columns 0, s, 2s, … first, then 1, s + 1, 2s + 1, …, and so on.
/// What windows side by side multiply by the same weight then lies side by side, too. Rows and
/// columns that no window reads are left out.
pub(crate) struct Packing {
    pub shape: Shape,
    pub layout: Layout,
    /// Rows of a channel.
    pub height: usize,
    /// Columns that lie side by side.
    pub side: usize,
    /// These, for each of the places that such columns can begin at: s, or the kernel's side if that
    /// is less.
    pub phases: Vec<StridePhase>,
}

/// The columns phase, phase + s, … of a padded image, which lie side by side in a row.
#[derive(Clone, Copy)]
pub(crate) struct StridePhase {
    /// How many of them are padding on the left.
    padding: usize,
    /// The first column of the image that is among them.
    first: usize,
    /// How many columns of the image are.
    columns: usize,
}

impl StridePhase {
    pub fn new(phase: usize, shape: &Shape) -> Self {
        let stride = shape.stride;
        // Place n has column phase + s·n − p of the image.
        let padding = shape.padding.saturating_sub(phase).div_ceil(stride);
        let first = phase + stride * padding - shape.padding;
        let columns = shape.width.saturating_sub(first).div_ceil(stride);
        Self {
            padding,
            first,
            columns,
        }
    }
}

/// Packs a band of an image.
pub(crate) struct Pack<'a, T> {
    pub packing: &'a Packing,
    pub image: &'a [T],
    /// The first row of windows.
    pub first: usize,
    /// Written.
    pub pixels: &'a mut [T],
}

impl<T: Scalar> Kernel for Pack<'_, T> {
    type Scalar = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = T>>(self) {
        match self.packing.shape.stride * self.pixel() {
            1 => self.rows::<1>(),
            2 => self.rows::<2>(),
            3 => self.rows::<3>(),
            4 => self.rows::<4>(),
            _ => self.rows::<0>(),
        }
    }
}

impl<T: Scalar> Pack<'_, T> {
    /// How far a pixel is from the next in its row.
    #[inline(always)]
    fn pixel(&self) -> usize {
        match self.packing.layout {
            Layout::ChannelsFirst => 1,
            Layout::ChannelsLast => self.packing.shape.channels,
        }
    }

    /// Copies row after row, of which every `STRIDE`th number. If `STRIDE` is 0, it is known at run time
    /// only.
    #[inline(always)]
    fn rows<const STRIDE: usize>(self) {
        let pixel = self.pixel();
        let Packing {
            shape,
            layout,
            height,
            side,
            ref phases,
        } = *self.packing;
        let steps = phases.len();
        for (n, to) in self.pixels.chunks_exact_mut(steps * side).enumerate() {
            let (c, n) = (n / height, n % height);
            let i = (self.first + n / steps) * shape.stride + n % steps;
            match i.checked_sub(shape.padding) {
                Some(i) if i < shape.height => {
                    let from = match layout {
                        Layout::ChannelsFirst => (c * shape.height + i) * shape.width,
                        Layout::ChannelsLast => i * shape.width * shape.channels + c,
                    };
                    let from = &self.image[from..];
                    let phases = phases.iter().zip(to.chunks_exact_mut(side));
                    for (phase, to) in phases.filter(|(phase, _)| phase.columns > 0) {
                        let from = &from[phase.first * pixel..];
                        let to = &mut to[phase.padding..][..phase.columns];
                        copy::<T, STRIDE>(from, shape.stride * pixel, to);
                    }
                }
                _ => to.fill(T::ZERO),
            }
        }
    }
}

/// Copies every `stride`th number. Of wider registers than these the compiler makes one load for each number.
#[inline(always)]
fn copy<T: Scalar, const STRIDE: usize>(from: &[T], stride: usize, to: &mut [T]) {
    match STRIDE {
        1 => to.copy_from_slice(&from[..to.len()]),
        _ => by_registers::<T, T::By256>(StridedCopy::<T, STRIDE> { from, stride, to }),
    }
}
