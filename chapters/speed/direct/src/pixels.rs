//! A convolution with the pixels of a row in lanes.

mod kernel;
mod tile;

pub(crate) use tile::Tile;

use crate::im2row::Im2Row;
use crate::shape::{Layout, Shape};
use crate::tiling::{Tiled, lanes, registers, tiled};
use kernel::Pixels;
use speed::{Isa, Scalar};

/// The convolution in bands and in blocks of filters. `size` is the output's rows and columns.
pub(crate) fn by_pixels<T: Scalar>(
    isa: Isa,
    shape: &Shape,
    size: (usize, usize),
    x: &[T],
    w: &[T],
    out: &mut [T],
) {
    let (filters, lanes, map) = (shape.filters, lanes::<T>(isa), size.0 * size.1);
    // Where a row is shorter than a register, it goes through a staging buffer.
    let (columns, narrow) = (size.1.max(lanes), size.1 < lanes);
    let mut im2row = Im2Row::new(shape, Layout::ChannelsFirst, size.0, columns);
    let offsets = im2row.offsets();
    let Tile { lines, wide, .. } = Tile::new(shape, columns, lanes, registers(isa));
    let weights = packed(w, offsets.len(), lines);
    let mut staging = vec![
        T::ZERO;
        if narrow {
            lines * im2row.rows * lanes
        } else {
            0
        }
    ];

    let images = x.chunks_exact(x.len() / shape.images);
    for (x, out) in images.zip(out.chunks_exact_mut(filters * map)) {
        for first in (0..size.0).step_by(im2row.rows) {
            let rows = im2row.rows.min(size.0 - first);
            let band = im2row.band(isa, x, first);
            for (b, weights) in weights.chunks_exact(offsets.len() * lines).enumerate()
            {
                let o = (b * lines).min(filters - lines);
                let maps = &mut out[o * map + first * size.1..];
                let (out, map_here) = match narrow {
                    true => (&mut staging[..], rows * lanes),
                    false => (&mut *maps, map),
                };
                let (offsets, map) = (&offsets[..], map_here);
                let work = Pixels {
                    band,
                    offsets,
                    weights,
                    out,
                    map,
                    rows,
                    columns,
                };
                tiled!(
                    isa, work, lines, wide;
                    1: 1 2 3 4 5 6 7 8;
                    2: 1 2 3 4; 3: 1 2 3 4; 4: 1 2 3 4; 5: 1 2 3 4; 6: 1 2 3 4;
                );
                if narrow {
                    for (n, row) in
                        staging.chunks_exact(lanes).take(lines * rows).enumerate()
                    {
                        let place = n / rows * size.0 * size.1 + n % rows * size.1;
                        maps[place..][..size.1].copy_from_slice(&row[..size.1]);
                    }
                }
            }
        }
    }
}

/// Weights in blocks of `lines` filters: blocks×taps×filters. The last block ends with the last
/// filter, and may repeat some of the block before.
fn packed<T: Scalar>(w: &[T], taps: usize, lines: usize) -> Vec<T> {
    let filters = w.len() / taps;
    let mut packed = vec![T::ZERO; filters.div_ceil(lines) * lines * taps];
    for (b, block) in packed.chunks_exact_mut(taps * lines).enumerate() {
        let first = (b * lines).min(filters - lines);
        for (r, w) in w[first * taps..].chunks_exact(taps).take(lines).enumerate() {
            for (t, w) in w.iter().enumerate() {
                block[t * lines + r] = *w;
            }
        }
    }
    packed
}
