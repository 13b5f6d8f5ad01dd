//! A convolution with the filters in lanes.

use super::Shape;
use super::convolution::{Tiled, lanes, registers, tiled};
use super::sheet::{Paper, Sheet};
use crate::isa::{Isa, Kernel};
use crate::{Number, Real};

/// The order of an image's dimensions in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// channels×rows×columns
    ChannelsFirst,
    /// rows×columns×channels
    ChannelsLast,
}

/// Blocks of filters over a band of one image: all of them with the channels last, or one.
struct Filters<'a, T> {
    sheet: Sheet<'a, T>,
    /// Where each pixel of a window is, counted from its first.
    taps: &'a [usize],
    /// blocks×taps×filters of a block; 0 for filters that there are not.
    weights: &'a [T],
    /// From the first number of the band and of the block on.
    out: &'a mut [T],
    /// Memory for a tile.
    aside: &'a mut [T],
    layout: Layout,
    /// How many there are from the first of the block on.
    filters: usize,
    /// Pixels of the whole output.
    map: usize,
    rows: usize,
    columns: usize,
}

// ANCHOR: kernel
/// A tile is `LINES` pixels of a row, each with `WIDE` registers of filters.
impl<T: Real, const LINES: usize, const WIDE: usize> Kernel
    for Tiled<Filters<'_, T>, LINES, WIDE>
{
    type Real = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = T>, const ROWS: usize, const HALF: usize>(self) {
        if LINES * WIDE > 4 * ROWS {
            unreachable!("{LINES}×{WIDE} are too many registers");
        }
        let Filters {
            sheet,
            taps,
            weights,
            out,
            aside,
            layout,
            filters,
            map,
            rows,
            columns,
        } = self.0;
        let (block, weights) = (WIDE * V::LANES, V::of(weights));
        for (i, j) in
            (0..rows).flat_map(|i| (0..columns).step_by(LINES).map(move |j| (i, j)))
        {
            // A tile that would pass the end of the row is moved back to end there.
            let j = j.min(columns - LINES);
            let (window, place) =
                (&sheet.pixels[i * sheet.down + j..], i * columns + j);
            for (b, weights) in weights.chunks_exact(taps.len() * WIDE).enumerate() {
                let sums = tile::<T, V, LINES, WIDE>(window, taps, weights);
                let there = block.min(filters - b * block);
                // The sums must stay in registers until all taps are done. Compiled for AVX-512 they
                // do not if one looks for single lanes in them, so that they are put aside first;
                // compiled for AVX2 they do not if they are put aside.
                let numbers = if ROWS == 6 {
                    store(sums, aside, block);
                    &*aside
                } else {
                    V::memory(sums.as_flattened())
                };
                if layout == Layout::ChannelsFirst {
                    for f in 0..there {
                        let out = &mut out[f * map + place..][..LINES];
                        for r in 0..LINES {
                            out[r] = numbers[r * block + f];
                        }
                    }
                } else if there == block {
                    for r in 0..LINES {
                        let out = &mut out[(place + r) * filters + b * block..];
                        out[..block].copy_from_slice(&numbers[r * block..][..block]);
                    }
                } else {
                    for r in 0..LINES {
                        let out = &mut out[(place + r) * filters + b * block..];
                        out[..there].copy_from_slice(&numbers[r * block..][..there]);
                    }
                }
            }
        }
    }
}

/// Writes the registers of a line side by side, and the lines `apart`.
#[inline(always)]
fn store<V: Number, const LINES: usize, const WIDE: usize>(
    sums: [[V; WIDE]; LINES],
    out: &mut [V::Real],
    apart: usize,
) {
    for r in 0..LINES {
        V::of_mut(&mut out[r * apart..])[..WIDE].copy_from_slice(&sums[r]);
    }
}

#[inline(always)]
fn tile<T: Real, V: Number<Real = T>, const LINES: usize, const WIDE: usize>(
    window: &[T],
    taps: &[usize],
    weights: &[V],
) -> [[V; WIDE]; LINES] {
    let mut sums = [[V::splat(T::ZERO); WIDE]; LINES];
    for (tap, w) in taps.iter().zip(weights.as_chunks::<WIDE>().0) {
        let x: &[T; LINES] = window[*tap..].first_chunk().expect("a tile");
        // z[o, i, j] += w[o, c, u, v] · x[c, s·i + u − p, s·j + v − p]
        for r in 0..LINES {
            for q in 0..WIDE {
                sums[r][q] = w[q].mul_add(V::splat(x[r]), sums[r][q]);
            }
        }
    }
    sums
}
// ANCHOR_END: kernel

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
    let (filters, lanes, map) = (shape.filters, lanes::<T>(isa), size.0 * size.1);
    let mut paper = Paper::new(shape, layout, size.0, size.1);
    let taps = paper.taps();
    // Four registers of filters where they come in fours and there is room for six lines of
    // them, otherwise two, or the only one.
    let wide = match filters.div_ceil(lanes) {
        1 => 1,
        n if n % 4 == 0 && registers(isa) == 24 => 4,
        _ => 2,
    };
    let lines = lines(size.1, wide, registers(isa));
    let block = wide * lanes;
    let weights = packed(w, taps.len(), block);
    let mut aside = vec![T::ZERO; lines * block];
    // With the channels last, all numbers of a pixel are written at once.
    let blocks = match layout {
        Layout::ChannelsFirst => 1,
        Layout::ChannelsLast => filters.div_ceil(block),
    };

    let images = x.chunks_exact(x.len() / shape.images);
    for (x, out) in images.zip(out.chunks_exact_mut(filters * map)) {
        for first in (0..size.0).step_by(paper.rows) {
            let rows = paper.rows.min(size.0 - first);
            let sheet = paper.sheet(x, first);
            for (b, weights) in weights.chunks(blocks * block * taps.len()).enumerate()
            {
                let from = match layout {
                    Layout::ChannelsFirst => b * block * map + first * size.1,
                    Layout::ChannelsLast => first * size.1 * filters,
                };
                let (taps, out, columns) = (&taps[..], &mut out[from..], size.1);
                let (filters, aside) = (filters - b * block, &mut aside[..]);
                let work = Filters {
                    sheet,
                    taps,
                    weights,
                    out,
                    aside,
                    layout,
                    filters,
                    map,
                    rows,
                    columns,
                };
                tiled!(
                    isa, work, lines, wide;
                    1: 1 2 4; 2: 1 2 4; 3: 1 2 4; 4: 1 2 4; 5: 1 2 4; 6: 1 2 4;
                    9: 1 2; 10: 1 2; 11: 1 2;
                );
            }
        }
    }
}

/// How many lines tiles should have for rows of so many `columns`.
///
/// Each register's multiplication waits four cycles for the one before, and two begin in each cycle:
/// a tile of fewer than 8 takes as long as one of 8. Tiles of 7, 8 and 12 lines are left out, since
/// the compiler puts lines instead of filters into lanes there.
fn lines(columns: usize, wide: usize, registers: usize) -> usize {
    let fits = |lines: &usize| *lines <= columns && lines * wide <= registers;
    let time = |lines: &usize| columns.div_ceil(*lines) * (lines * wide).max(8);
    let all = [11, 10, 9, 6, 5, 4, 3, 2, 1];
    all.into_iter().filter(fits).min_by_key(time).unwrap_or(1)
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
