//! A convolution with the filters in lanes.

mod kernel;
mod tile;

pub(crate) use tile::Tile;

use crate::im2row::Im2Row;
use crate::shape::{Layout, Shape};
use crate::tiling::{lanes, registers};
use kernel::Filters;
use speed::{Isa, Scalar, Transpose};

/// Numbers of a staging buffer, unless a row has more: 32 kB of `f32`.
const STAGING: usize = 1 << 13;

/// The convolution in bands. `size` is the output's rows and columns.
pub(crate) fn by_filters<T: Scalar>(
    isa: Isa,
    shape: &Shape,
    layout: Layout,
    size: (usize, usize),
    x: &[T],
    w: &[T],
    out: &mut [T],
) {
    let (filters, columns, map) = (shape.filters, size.1, size.0 * size.1);
    let mut im2row = Im2Row::new(shape, layout, size.0, columns);
    let offsets = &im2row.offsets()[..];
    let tile = Tile::new(shape, columns, lanes::<T>(isa), registers(isa));
    let block = tile.wide * lanes::<T>(isa);
    let weights = packed(w, offsets.len(), block);
    // A kernel writes the filters of a pixel side by side. Where that is not what is wanted, they go
    // through a staging buffer, a few rows at a time.
    let in_place = layout == Layout::ChannelsLast && filters.is_multiple_of(block);
    let group = (STAGING / (columns * block)).clamp(1, im2row.rows);
    let mut staging = vec![T::ZERO; if in_place { 0 } else { group * columns * block }];

    let images = x.chunks_exact(x.len() / shape.images);
    for (x, out) in images.zip(out.chunks_exact_mut(filters * map)) {
        for first in (0..size.0).step_by(im2row.rows) {
            let band_rows = im2row.rows.min(size.0 - first);
            let band = im2row.band(isa, x, first);
            for row in (0..band_rows).step_by(group) {
                let rows = group.min(band_rows - row);
                let (band, place) = (band.starting_at(row), (first + row) * columns);
                for (b, weights) in
                    weights.chunks_exact(block * offsets.len()).enumerate()
                {
                    let (o, pixels) = (b * block, rows * columns);
                    let (out_here, row_stride) = match in_place {
                        true => (&mut out[place * filters + o..], filters),
                        false => (&mut staging[..], block),
                    };
                    let work = Filters {
                        band,
                        offsets,
                        weights,
                        out: out_here,
                        row_stride,
                        rows,
                        columns,
                    };
                    work.run(isa, &tile);
                    let present = block.min(filters - o);
                    match layout {
                        Layout::ChannelsFirst => isa.run(
                            Transpose::new(
                                (&staging, block),
                                (pixels, present),
                                (&mut out[o * map + place..], map),
                            )
                            .expect("room for all pixels"),
                        ),
                        Layout::ChannelsLast if in_place => {}
                        Layout::ChannelsLast => {
                            let out = out[place * filters..].chunks_exact_mut(filters);
                            let pixels = staging.chunks_exact(block).take(pixels);
                            for (to, from) in out.zip(pixels) {
                                to[o..][..present].copy_from_slice(&from[..present]);
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Weights in blocks of `block` filters: blocks×taps×filters, with 0 for filters that there are not.
fn packed<T: Scalar>(w: &[T], taps: usize, block: usize) -> Vec<T> {
    let filters = w.len() / taps;
    let mut packed = vec![T::ZERO; filters.next_multiple_of(block) * taps];
    for (o, w) in w.chunks_exact(taps).enumerate() {
        let to = &mut packed[o / block * block * taps..];
        for (t, w) in w.iter().enumerate() {
            to[t * block + o % block] = *w;
        }
    }
    packed
}
