//! A convolution with the filters in lanes.

use super::Shape;
use super::convolution::{Tiled, cycles, lanes, registers, tiled};
use super::sheet::{Paper, Sheet};
use crate::isa::{Isa, Kernel};
use crate::kernels::turn::Turn;
use crate::{Number, Real};

/// The order of an image's dimensions in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// channels×rows×columns
    ChannelsFirst,
    /// rows×columns×channels
    ChannelsLast,
}

/// A block of filters over some rows of one image.
struct Filters<'a, T> {
    sheet: Sheet<'a, T>,
    /// Where each pixel of a window is, counted from its first.
    taps: &'a [usize],
    /// taps×filters; 0 for filters that there are not.
    weights: &'a [T],
    /// rows×columns×filters, from the first of the block on.
    out: &'a mut [T],
    /// From the filters of a pixel to those of the next.
    pitch: usize,
    rows: usize,
    columns: usize,
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
    fn run(self, isa: Isa, tile: &Tile) {
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

/// The size of tiles.
pub(super) struct Tile {
    parts: usize,
    lines: usize,
    wide: usize,
    /// What a row of all filters takes.
    pub cycles: usize,
}

impl Tile {
    /// The one that should take the least time, for rows of so many `columns`.
    pub fn new(shape: &Shape, columns: usize, lanes: usize, registers: usize) -> Self {
        // Four registers of filters where they come in fours and there is room for six lines of
        // them, otherwise two, or the only one.
        let wide = match shape.filters.div_ceil(lanes) {
            1 => 1,
            n if n % 4 == 0 && registers == 24 => 4,
            _ => 2,
        };
        let blocks = shape.filters.div_ceil(wide * lanes);
        let several = [(2, 6), (2, 5), (2, 4)].into_iter();
        let all = several.chain((1..=6).rev().map(|lines| (1, lines)));
        let tiles = all.filter_map(|(parts, lines)| {
            let pixels = parts * lines;
            let fits = pixels == 1 || pixels <= columns && pixels * wide <= registers;
            let tiles = columns.div_ceil(pixels) * blocks;
            fits.then(|| Self {
                parts,
                lines,
                wide,
                cycles: cycles(tiles, shape.taps(), pixels * wide),
            })
        });
        let least = tiles.min_by_key(|tile| tile.cycles);
        least.expect("a tile of one pixel always fits")
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
