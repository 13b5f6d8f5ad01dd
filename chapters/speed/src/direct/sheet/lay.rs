//! Laying out.

use super::Paper;
use crate::direct::filters::Layout;
use crate::direct::pieces::{Every, in_pieces};
use crate::isa::Kernel;
use crate::{Number, Real};

/// Lays a band of an image out on paper.
pub(super) struct Lay<'a, T> {
    pub paper: &'a mut Paper<T>,
    pub image: &'a [T],
    pub first: usize,
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
