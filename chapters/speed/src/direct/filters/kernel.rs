//! The kernel, and the tiles that there are.

use super::Tile;
use crate::direct::convolution::{Tiled, tiled};
use crate::direct::sheet::Sheet;
use crate::isa::{Isa, Kernel};
use crate::{Number, Real};

/// A block of filters over some rows of one image.
pub(super) struct Filters<'a, T> {
    pub sheet: Sheet<'a, T>,
    /// Where each pixel of a window is, counted from its first.
    pub taps: &'a [usize],
    /// taps×filters; 0 for filters that there are not.
    pub weights: &'a [T],
    /// rows×columns×filters, from the first of the block on.
    pub out: &'a mut [T],
    /// From the filters of a pixel to those of the next.
    pub pitch: usize,
    pub rows: usize,
    pub columns: usize,
}

/// The same in tiles of several parts: a compiler that sees a loop over eight lines or more may put
/// lines into the lanes, and not filters.
struct Parts<K, const PARTS: usize>(K);

// ANCHOR: kernel
/// A tile is `PARTS` times `LINES` pixels of a row, each with `WIDE` registers of filters.
impl<T: Real, const PARTS: usize, const LINES: usize, const WIDE: usize> Kernel
    for Tiled<Parts<Filters<'_, T>, PARTS>, LINES, WIDE>
{
    type Real = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = T>, const ROWS: usize, const HALF: usize>(self) {
        if PARTS * LINES * WIDE > 4 * ROWS {
            unreachable!("{PARTS}×{LINES}×{WIDE} are too many registers");
        }
        let Filters {
            sheet,
            taps,
            weights,
            out,
            pitch,
            rows,
            columns,
        } = self.0.0;
        let tile = PARTS * LINES;
        for (i, j) in
            (0..rows).flat_map(|i| (0..columns).step_by(tile).map(move |j| (i, j)))
        {
            // A tile that would pass the end of the row is moved back to end there.
            let j = j.min(columns - tile);
            let window = &sheet.pixels[i * sheet.down + j..];
            let mut sums = [[[V::splat(T::ZERO); WIDE]; LINES]; PARTS];
            for (tap, w) in taps.iter().zip(V::of(weights).as_chunks::<WIDE>().0) {
                let x = window[*tap..].as_chunks::<LINES>().0;
                let x: &[[T; LINES]; PARTS] = x.first_chunk().expect("a tile");
                for p in 0..PARTS {
                    for r in 0..LINES {
                        let x = V::splat(x[p][r]);
                        for q in 0..WIDE {
                            // z[o, i, j] += w[o, c, u, v] · x[c, s·i + u − p, s·j + v − p]
                            sums[p][r][q] = w[q].mul_add(x, sums[p][r][q]);
                        }
                    }
                }
            }
            for p in 0..PARTS {
                for r in 0..LINES {
                    let place = i * columns + j + p * LINES + r;
                    let out = V::of_mut(&mut out[place * pitch..]);
                    out[..WIDE].copy_from_slice(&sums[p][r]);
                }
            }
        }
    }
}
// ANCHOR_END: kernel

impl<T: Real> Filters<'_, T> {
    pub fn run(self, isa: Isa, tile: &Tile) {
        let (lines, wide) = (tile.lines, tile.wide);
        match tile.parts {
            1 => tiled!(
                isa, Parts::<_, 1>(self), lines, wide;
                1: 1 2 4; 2: 1 2 4; 3: 1 2 4; 4: 1 2 4; 5: 1 2 4; 6: 1 2 4;
            ),
            _ => tiled!(isa, Parts::<_, 2>(self), lines, wide; 4: 1 2; 5: 1 2; 6: 1 2;),
        }
    }
}
