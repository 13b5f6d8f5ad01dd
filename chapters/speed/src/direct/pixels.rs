//! A convolution with the pixels of a row in lanes.

use super::sheet::Sheet;
use crate::isa::Kernel;
use crate::{Number, Real};

/// A band of one image, in tiles of `LINES`×`WIDE` registers of pixels. The lines of a tile are
/// those of as many filters at the same place, or, where `FILTERS` is false, of one filter in rows
/// one below the other.
pub(super) struct Pixels<'a, T, const LINES: usize, const WIDE: usize> {
    pub sheet: Sheet<'a, T>,
    /// where each pixel of a window is, counted from its first
    pub taps: &'a [usize],
    pub stride: usize,
    /// one for each tap and filter of a tile: taps×lines, or only taps
    pub weights: &'a [T],
    /// rows×columns of the first line's filter, and what follows
    pub out: &'a mut [T],
    /// how far it is in `out` from one filter to the next
    pub map: usize,
    /// rows of the band
    pub rows: usize,
    /// at least as many as a register has lanes
    pub columns: usize,
}

impl<T: Real, const LINES: usize, const WIDE: usize> Kernel
    for Pixels<'_, T, LINES, WIDE>
{
    type Real = T;
    type Output = ();
    #[inline(always)]
    fn run<V: Number<Real = T>, const ROWS: usize, const HALF: usize>(self) {
        if LINES > ROWS {
            unreachable!("{LINES} lines");
        }
        let Self {
            stride,
            columns,
            rows,
            ..
        } = self;
        let registers = columns.div_ceil(V::LANES);
        for i in 0..rows {
            let row = &self.sheet.pixels[i * stride * self.sheet.row..];
            for register in (0..registers).step_by(WIDE) {
                let left = register.min(registers - WIDE) * V::LANES;
                let last = (left + (WIDE - 1) * V::LANES).min(columns - V::LANES);
                let window = (&row[left..], &row[last..]);
                let sums: [[V; WIDE]; LINES] = tile(window, self.taps, self.weights);
                for r in 0..LINES {
                    let out = &mut self.out[r * self.map + i * columns..];
                    for q in 0..WIDE - 1 {
                        sums[r][q].write(&mut out[left + q * V::LANES..]);
                    }
                    sums[r][WIDE - 1].write(&mut out[last..]);
                }
            }
        }
    }
}

/// The sums of a tile.
#[inline(always)]
fn tile<T: Real, V: Number<Real = T>, const WIDE: usize, const LINES: usize>(
    window: (&[T], &[T]),
    taps: &[usize],
    weights: &[T],
) -> [[V; WIDE]; LINES] {
    let mut sums = [[V::splat(T::ZERO); WIDE]; LINES];
    for (tap, w) in taps.iter().zip(weights.as_chunks::<LINES>().0) {
        let x: [V; WIDE] = registers(window, *tap);
        // z[o, i, j] += w[o, c, u, v] · x[c, s·i + u, s·j + v]
        for q in 0..WIDE {
            for r in 0..LINES {
                sums[r][q] = V::splat(w[r]).mul_add(x[q], sums[r][q]);
            }
        }
    }
    sums
}

/// The registers of a line: side by side, and the last one.
#[inline(always)]
pub(super) fn registers<V: Number, const WIDE: usize>(
    (left, last): (&[V::Real], &[V::Real]),
    tap: usize,
) -> [V; WIDE] {
    let mut x = [V::read(&last[tap..]); WIDE];
    if WIDE > 1 {
        let side_by_side = &V::of(&left[tap..])[..WIDE - 1];
        x[..WIDE - 1].copy_from_slice(side_by_side);
    }
    x
}
