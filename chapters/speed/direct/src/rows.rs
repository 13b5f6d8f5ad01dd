//! A convolution of one channel: a row of the image serves all rows of the map that it is in.

use crate::im2row::{Band, Im2Row};
use crate::registers::{read, write};
use crate::shape::{Layout, Shape};
use crate::tiling::{Tiled, even, lanes, registers, registers_of, tiled};
use speed::isa::{Isa, Kernel};
use speed::{Lanes, Scalar};

/// One filter over a band of one image, with the stride 1.
struct Rows<'a, T> {
    band: Band<'a, T>,
    /// K×K
    weights: &'a [T],
    /// rows×columns
    out: &'a mut [T],
    rows: usize,
    /// At least as many as a register has lanes.
    columns: usize,
}

/// A tile is `K` rows of the map, each of `WIDE` registers: those that the kernel covers when its row 0,
/// 1, … is at the image's row. With the next row of the image each has become the one below.
impl<T: Scalar, const K: usize, const WIDE: usize> Kernel
    for Tiled<Rows<'_, T>, K, WIDE>
{
    type Scalar = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = T>>(self) {
        if K * WIDE > registers_of::<V>() {
            unreachable!("{K}×{WIDE} are too many registers");
        }
        let Rows {
            band,
            weights,
            out,
            rows,
            columns,
        } = self.0;
        let count = columns.div_ceil(V::LANES);
        let mut w = [[V::splat(T::ZERO); K]; K];
        for u in 0..K {
            for v in 0..K {
                w[u][v] = V::splat(weights[u * K + v]);
            }
        }
        for n in (0..count).step_by(WIDE) {
            // What would pass the end of the row is moved back to end there.
            let left = n.min(count - WIDE) * V::LANES;
            let last = (left + (WIDE - 1) * V::LANES).min(columns - V::LANES);
            let mut sums = [[V::splat(T::ZERO); WIDE]; K];
            for i in 0..rows + K - 1 {
                for q in 0..WIDE {
                    for u in (1..K).rev() {
                        sums[u][q] = sums[u - 1][q];
                    }
                    sums[0][q] = V::splat(T::ZERO);
                }
                let row = &band.pixels[i * band.row_stride..];
                for v in 0..K {
                    let x = &V::of(&row[left + v..])[..WIDE - 1];
                    let end = read::<V>(&row[last + v..]);
                    for q in 0..WIDE {
                        let x = if q < WIDE - 1 { x[q] } else { end };
                        for u in 0..K {
                            // z[i − u, j] += w[u, v] · x[i, j + v − p]
                            sums[u][q] = w[u][v].mul_add(x, sums[u][q]);
                        }
                    }
                }
                if let Some(i) = i.checked_sub(K - 1) {
                    let out = &mut out[i * columns..];
                    for q in 0..WIDE {
                        let at = if q < WIDE - 1 {
                            left + q * V::LANES
                        } else {
                            last
                        };
                        write(sums[K - 1][q], &mut out[at..]);
                    }
                }
            }
        }
    }
}

/// Whether the kernels are of a size that there are tiles for, and the filters too few to make up for
/// it: each number that is read should be multiplied several times.
pub(crate) fn rows_are_shared(shape: &Shape, columns: usize, lanes: usize) -> bool {
    (shape.channels, shape.stride) == (1, 1)
        && matches!(shape.kernel, 3 | 5)
        && shape.filters < shape.kernel
        && columns >= lanes
}

/// The convolution filter by filter. `size` is the output's rows and columns.
pub(crate) fn by_rows<T: Scalar>(
    isa: Isa,
    shape: &Shape,
    (rows, columns): (usize, usize),
    x: &[T],
    w: &[T],
    out: &mut [T],
) {
    let mut im2row = Im2Row::new(shape, Layout::ChannelsFirst, rows, columns);
    let wide = even(
        columns.div_ceil(lanes::<T>(isa)),
        4.min(registers(isa) / shape.kernel),
    );
    let images = x.chunks_exact(x.len() / shape.images);
    let maps = out.chunks_exact_mut(shape.filters * rows * columns);
    for (x, out) in images.zip(maps) {
        for first in (0..rows).step_by(im2row.rows) {
            let band_rows = im2row.rows.min(rows - first);
            let band = im2row.band(isa, x, first);
            let filters = w.chunks_exact(shape.kernel * shape.kernel);
            let maps = out.chunks_exact_mut(rows * columns);
            for (weights, out) in filters.zip(maps) {
                let (out, rows) = (&mut out[first * columns..], band_rows);
                let work = Rows {
                    band,
                    weights,
                    out,
                    rows,
                    columns,
                };
                tiled!(isa, work, shape.kernel, wide; 3: 1 2 3 4; 5: 1 2 3 4;);
            }
        }
    }
}
