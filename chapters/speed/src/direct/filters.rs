//! A convolution with the filters in lanes.

use super::sheet::{Layout, Sheet};
use crate::isa::Kernel;
use crate::{Number, Real};

/// All filters over a band of one image, in tiles of `WIDE` pixels of a row and `HIGH` registers of
/// filters.
pub(super) struct Filters<'a, T, const WIDE: usize, const HIGH: usize> {
    pub sheet: Sheet<'a, T>,
    /// where each pixel of a window is, counted from its first
    pub taps: &'a [usize],
    /// blocks of filters×taps×filters of a block; 0 for filters that there are not
    pub weights: &'a [T],
    pub stride: usize,
    pub layout: Layout,
    pub filters: usize,
    /// rows of the band
    pub rows: usize,
    pub columns: usize,
    /// The output, from the first pixel of the band on.
    pub out: &'a mut [T],
    /// how far it is from one filter to the next: all pixels, with the channels first
    pub pixels: usize,
}

impl<T: Real, const WIDE: usize, const HIGH: usize> Kernel
    for Filters<'_, T, WIDE, HIGH>
{
    type Real = T;
    type Output = ();
    #[inline(always)]
    fn run<V: Number<Real = T>, const ROWS: usize, const HALF: usize>(self) {
        if WIDE * HIGH > 4 * ROWS {
            unreachable!("{WIDE}×{HIGH} registers");
        }
        let block = HIGH * V::LANES;
        let weights = V::of(self.weights);
        for i in 0..self.rows {
            let row = &self.sheet.pixels[i * self.stride * self.sheet.row..];
            for j in (0..self.columns).step_by(WIDE) {
                // A tile that would pass the end of the row is moved back to end there.
                let j = j.min(self.columns - WIDE);
                let place = i * self.columns + j;
                for (b, weights) in
                    weights.chunks_exact(self.taps.len() * HIGH).enumerate()
                {
                    let here = block.min(self.filters - b * block);
                    let sums: [[V; HIGH]; WIDE] = tile(&row[j..], weights, self.taps);
                    let sums = V::memory(sums.as_flattened());
                    if self.layout == Layout::ChannelsLast {
                        for q in 0..WIDE {
                            let out =
                                &mut self.out[(place + q) * self.filters + b * block..];
                            if here == block {
                                out[..block]
                                    .copy_from_slice(&sums[q * block..][..block]);
                            } else {
                                out[..here].copy_from_slice(&sums[q * block..][..here]);
                            }
                        }
                    } else {
                        for f in 0..here {
                            let out = &mut self.out[f * self.pixels + place..];
                            let out: &mut [T; WIDE] =
                                out.first_chunk_mut().expect("a tile");
                            for q in 0..WIDE {
                                out[q] = sums[q * block + f];
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The sums of one tile.
#[inline(always)]
fn tile<T: Real, V: Number<Real = T>, const WIDE: usize, const HIGH: usize>(
    window: &[T],
    weights: &[V],
    taps: &[usize],
) -> [[V; HIGH]; WIDE] {
    let mut sums = [[V::splat(T::ZERO); HIGH]; WIDE];
    for (w, tap) in weights.chunks_exact(HIGH).zip(taps) {
        let w: &[V; HIGH] = w.first_chunk().expect("a block");
        let x: &[T; WIDE] = window[*tap..].first_chunk().expect("a tile");
        // z[o, i, j] += w[o, c, u, v] · x[c, s·i + u, s·j + v]
        for q in 0..WIDE {
            for f in 0..HIGH {
                sums[q][f] = w[f].mul_add(V::splat(x[q]), sums[q][f]);
            }
        }
    }
    sums
}
