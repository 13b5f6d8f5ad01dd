//! The kernel, and the tiles that there are.

use super::tile::Tile;
use crate::im2row::Band;
use crate::tiling::{Tiled, registers_of, tiled};
use speed::isa::{Isa, Kernel};
use speed::{Lanes, Scalar};

/// A block of filters over some rows of one image.
pub(super) struct Filters<'a, T> {
    pub band: Band<'a, T>,
    /// Where each pixel of a window is, counted from its first.
    pub offsets: &'a [usize],
    /// taps×filters; 0 for filters that there are not.
    pub weights: &'a [T],
    /// rows×columns×filters, from the first of the block on.
    pub out: &'a mut [T],
    /// From the filters of a pixel to those of the next.
    pub row_stride: usize,
    pub rows: usize,
    pub columns: usize,
}

/// The same in tiles of several parts: of a loop over eight lines or more the compiler may put lines into
/// the lanes, and not filters.
struct Parts<K, const PARTS: usize>(K);

/// A tile is `PARTS` times `LINES` pixels of a row, each with `WIDE` registers of filters.
impl<T: Scalar, const PARTS: usize, const LINES: usize, const WIDE: usize> Kernel
    for Tiled<Parts<Filters<'_, T>, PARTS>, LINES, WIDE>
{
    type Scalar = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = T>>(self) {
        if PARTS * LINES * WIDE > registers_of::<V>() {
            unreachable!("{PARTS}×{LINES}×{WIDE} are too many registers");
        }
        let Filters {
            band,
            offsets,
            weights,
            out,
            row_stride,
            rows,
            columns,
        } = self.0.0;
        let tile = PARTS * LINES;
        for (i, j) in
            (0..rows).flat_map(|i| (0..columns).step_by(tile).map(move |j| (i, j)))
        {
            // A tile that would pass the end of the row is moved back to end there.
            let j = j.min(columns - tile);
            let window = &band.pixels[i * band.row_stride + j..];
            let mut sums = [[[V::splat(T::ZERO); WIDE]; LINES]; PARTS];
            for (offset, w) in offsets.iter().zip(V::of(weights).as_chunks::<WIDE>().0)
            {
                let x = window[*offset..].as_chunks::<LINES>().0;
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
                    let out = V::of_mut(&mut out[place * row_stride..]);
                    out[..WIDE].copy_from_slice(&sums[p][r]);
                }
            }
        }
    }
}

impl<T: Scalar> Filters<'_, T> {
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
