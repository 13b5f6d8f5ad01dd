//! The kernel.

use crate::im2row::Band;
use crate::registers::{read, write};
use crate::tiling::{Tiled, registers_of};
use speed::isa::Kernel;
use speed::{Lanes, Scalar};

/// A few filters over a band of one image.
pub(super) struct Pixels<'a, T> {
    pub band: Band<'a, T>,
    /// Where each pixel of a window is, counted from its first.
    pub offsets: &'a [usize],
    /// taps×filters
    pub weights: &'a [T],
    /// filters×rows×columns, one filter `map` from the next.
    pub out: &'a mut [T],
    pub map: usize,
    pub rows: usize,
    /// At least as many as a register has lanes.
    pub columns: usize,
}

/// A tile is `LINES` filters, each with `WIDE` registers of pixels side by side.
impl<T: Scalar, const LINES: usize, const WIDE: usize> Kernel
    for Tiled<Pixels<'_, T>, LINES, WIDE>
{
    type Scalar = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = T>>(self) {
        if LINES * 4 > registers_of::<V>() {
            unreachable!("{LINES} lines are too many registers");
        }
        let Pixels {
            band,
            offsets,
            weights,
            out,
            map,
            rows,
            columns,
        } = self.0;
        let count = columns.div_ceil(V::LANES);
        for (i, n) in
            (0..rows).flat_map(|i| (0..count).step_by(WIDE).map(move |n| (i, n)))
        {
            // What would pass the end of the row is moved back to end there: a whole tile, and the
            // last register of a tile.
            let left = n.min(count - WIDE) * V::LANES;
            let last = (left + (WIDE - 1) * V::LANES).min(columns - V::LANES);
            let row = &band.pixels[i * band.row_stride..];
            let sums =
                tile::<T, V, LINES, WIDE>(&row[left..], &row[last..], offsets, weights);
            for r in 0..LINES {
                let out = &mut out[r * map + i * columns..];
                for q in 0..WIDE - 1 {
                    write(sums[r][q], &mut out[left + q * V::LANES..]);
                }
                write(sums[r][WIDE - 1], &mut out[last..]);
            }
        }
    }
}

// ANCHOR: tile
#[inline(always)]
fn tile<T: Scalar, V: Lanes<Scalar = T>, const LINES: usize, const WIDE: usize>(
    left: &[T],
    last: &[T],
    offsets: &[usize],
    weights: &[T],
) -> [[V; WIDE]; LINES] {
    let mut sums = [[V::splat(T::ZERO); WIDE]; LINES];
    for (offset, w) in offsets.iter().zip(weights.as_chunks::<LINES>().0) {
        let (left, last) = (
            &V::of(&left[*offset..])[..WIDE - 1],
            read::<V>(&last[*offset..]),
        );
        // z[o, i, j] += w[o, c, u, v] · x[c, s·i + u − p, s·j + v − p]
        for q in 0..WIDE {
            let x = if q < WIDE - 1 { left[q] } else { last };
            for r in 0..LINES {
                sums[r][q] = V::splat(w[r]).mul_add(x, sums[r][q]);
            }
        }
    }
    sums
}
// ANCHOR_END: tile
