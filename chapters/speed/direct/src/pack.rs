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
        let Packing {
            shape,
            layout,
            height,
            side,
            phases,
        } = self.packing;
        let steps = phases.len();
        for (n, to) in self.pixels.chunks_exact_mut(steps * *side).enumerate() {
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
                    for (phase, to) in phases.filter(|(phase, _)| phase.columns > 0) {
                        let from = &from[phase.first * step..];
                        let to = &mut to[phase.padding..][..phase.columns];
                        copy(from, shape.stride * step, to);
                    }
                }
                _ => to.fill(T::ZERO),
            }
        }
    }
}

/// Copies every `stride`th number. Of wider registers than these the compiler makes one load for each number.
#[inline(always)]
fn copy<T: Scalar>(from: &[T], stride: usize, to: &mut [T]) {
    match stride {
        1 => to.copy_from_slice(&from[..to.len()]),
        2 => by_registers::<T, T::By256>(StridedCopy::<T, 2> { from, stride, to }),
        3 => by_registers::<T, T::By256>(StridedCopy::<T, 3> { from, stride, to }),
        4 => by_registers::<T, T::By256>(StridedCopy::<T, 4> { from, stride, to }),
        _ => by_registers::<T, T::By256>(StridedCopy::<T, 0> { from, stride, to }),
    }
}
