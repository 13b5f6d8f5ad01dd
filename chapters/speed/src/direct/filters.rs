//! A convolution with the filters in lanes.

mod kernel;
mod tile;

pub(super) use tile::Tile;

use super::Shape;
use super::convolution::{lanes, registers};
use super::sheet::Paper;
use crate::Real;
use crate::isa::Isa;
use crate::kernels::turn::Turn;
use kernel::Filters;

/// The order of an image's dimensions in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// channels×rows×columns
    ChannelsFirst,
    /// rows×columns×channels
    ChannelsLast,
}

/// Numbers that are put aside, unless they are a row: 32 kB of `f32`.
const ASIDE: usize = 1 << 13;

/// The convolution in bands. `size` is the output's rows and columns.
pub(super) fn by_filters<T: Real>(
    isa: Isa,
    shape: &Shape,
    layout: Layout,
    size: (usize, usize),
    x: &[T],
    w: &[T],
    out: &mut [T],
) {
    let (filters, columns, map) = (shape.filters, size.1, size.0 * size.1);
    let mut paper = Paper::new(shape, layout, size.0, columns);
    let taps = &paper.taps()[..];
    let tile = Tile::new(shape, columns, lanes::<T>(isa), registers(isa));
    let block = tile.wide * lanes::<T>(isa);
    let weights = packed(w, taps.len(), block);
    // A kernel writes the filters of a pixel side by side. Where that is not what is wanted, they are
    // put aside, a few rows at a time.
    let straight = layout == Layout::ChannelsLast && filters.is_multiple_of(block);
    let group = (ASIDE / (columns * block)).clamp(1, paper.rows);
    let mut aside = vec![T::ZERO; if straight { 0 } else { group * columns * block }];

    let images = x.chunks_exact(x.len() / shape.images);
    for (x, out) in images.zip(out.chunks_exact_mut(filters * map)) {
        for first in (0..size.0).step_by(paper.rows) {
            let band = paper.rows.min(size.0 - first);
            let sheet = paper.sheet(isa, x, first);
            for row in (0..band).step_by(group) {
                let rows = group.min(band - row);
                let (sheet, place) = (sheet.from(row), (first + row) * columns);
                for (b, weights) in weights.chunks_exact(block * taps.len()).enumerate()
                {
                    let (o, pixels) = (b * block, rows * columns);
                    let (out_here, pitch) = match straight {
                        true => (&mut out[place * filters + o..], filters),
                        false => (&mut aside[..], block),
                    };
                    let work = Filters {
                        sheet,
                        taps,
                        weights,
                        out: out_here,
                        pitch,
                        rows,
                        columns,
                    };
                    work.run(isa, &tile);
                    let there = block.min(filters - o);
                    match layout {
                        Layout::ChannelsFirst => isa.run(Turn {
                            from: &aside,
                            pitch: block,
                            rows: pixels,
                            columns: there,
                            to: &mut out[o * map + place..],
                            to_pitch: map,
                        }),
                        Layout::ChannelsLast if straight => {}
                        Layout::ChannelsLast => {
                            let out = out[place * filters..].chunks_exact_mut(filters);
                            let pixels = aside.chunks_exact(block).take(pixels);
                            for (to, from) in out.zip(pixels) {
                                to[o..][..there].copy_from_slice(&from[..there]);
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Weights in blocks of `block` filters: blocks×taps×filters, with 0 for filters that there are not.
fn packed<T: Real>(w: &[T], taps: usize, block: usize) -> Vec<T> {
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
