//! The kernel.

use crate::direct::convolution::Tiled;
use crate::direct::sheet::Sheet;
use crate::isa::Kernel;
use crate::{Number, Real};

/// A few filters over a band of one image.
pub(super) struct Pixels<'a, T> {
    pub sheet: Sheet<'a, T>,
    /// Where each pixel of a window is, counted from its first.
    pub taps: &'a [usize],
    /// taps×filters
    pub weights: &'a [T],
    /// filters×rows×columns, one filter `map` from the next.
    pub out: &'a mut [T],
    pub map: usize,
    pub rows: usize,
    /// At least as many as a register has lanes.
    pub columns: usize,
}

// ANCHOR: kernel
/// A tile is `LINES` filters, each with `WIDE` registers of pixels side by side.
impl<T: Real, const LINES: usize, const WIDE: usize> Kernel
    for Tiled<Pixels<'_, T>, LINES, WIDE>
{
    type Real = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = T>, const ROWS: usize, const HALF: usize>(self) {
        if LINES > ROWS {
            unreachable!("{LINES} lines are too many registers");
        }
        let Pixels {
            sheet,
            taps,
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
            let row = &sheet.pixels[i * sheet.down..];
            let sums =
                tile::<T, V, LINES, WIDE>(&row[left..], &row[last..], taps, weights);
            for r in 0..LINES {
                let out = &mut out[r * map + i * columns..];
                for q in 0..WIDE - 1 {
                    sums[r][q].write(&mut out[left + q * V::LANES..]);
                }
                sums[r][WIDE - 1].write(&mut out[last..]);
            }
        }
    }
}

// ANCHOR: tile
#[inline(always)]
fn tile<T: Real, V: Number<Real = T>, const LINES: usize, const WIDE: usize>(
    left: &[T],
    last: &[T],
    taps: &[usize],
    weights: &[T],
) -> [[V; WIDE]; LINES] {
    let mut sums = [[V::splat(T::ZERO); WIDE]; LINES];
    for (tap, w) in taps.iter().zip(weights.as_chunks::<LINES>().0) {
        let (left, last) = (&V::of(&left[*tap..])[..WIDE - 1], V::read(&last[*tap..]));
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
// ANCHOR_END: kernel
