//! A convolution with the pixels of a row in lanes.

use super::Shape;
use super::convolution::{Tiled, cycles, even, lanes, registers, tiled};
use super::filters::Layout;
use super::sheet::{Paper, Sheet};
use crate::isa::{Isa, Kernel};
use crate::{Number, Real};

/// A few filters over a band of one image.
struct Pixels<'a, T> {
    sheet: Sheet<'a, T>,
    /// Where each pixel of a window is, counted from its first.
    taps: &'a [usize],
    /// taps×filters
    weights: &'a [T],
    /// filters×rows×columns, one filter `map` from the next.
    out: &'a mut [T],
    map: usize,
    rows: usize,
    /// At least as many as a register has lanes.
    columns: usize,
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

/// The size of tiles.
pub(super) struct Tile {
    lines: usize,
    wide: usize,
    /// What a row of all filters takes.
    pub cycles: usize,
}

impl Tile {
    /// The one that should take the least time, for rows of so many `columns`.
    pub fn new(shape: &Shape, columns: usize, lanes: usize, registers: usize) -> Self {
        let count = columns.div_ceil(lanes);
        // As many lines as leave room for four registers in each; one line has eight.
        let most = shape.filters.min(registers / 4);
        let tiles = (1..=most).rev().map(|lines| {
            let wide = even(count, if lines == 1 { 8 } else { 4 });
            let tiles = shape.filters.div_ceil(lines) * count.div_ceil(wide);
            Self {
                lines,
                wide,
                cycles: cycles(tiles, shape.taps(), lines * wide),
            }
        });
        let least = tiles.min_by_key(|tile| tile.cycles);
        least.expect("a shape has filters")
    }
}

/// The convolution in bands and in blocks of filters. `size` is the output's rows and columns.
pub(super) fn by_pixels<T: Real>(
    isa: Isa,
    shape: &Shape,
    size: (usize, usize),
    x: &[T],
    w: &[T],
    out: &mut [T],
) {
    let (filters, lanes, map) = (shape.filters, lanes::<T>(isa), size.0 * size.1);
    // Where a row is shorter than a register, what is beyond it goes into `scrap`.
    let (columns, narrow) = (size.1.max(lanes), size.1 < lanes);
    let mut paper = Paper::new(shape, Layout::ChannelsFirst, size.0, columns);
    let taps = paper.taps();
    let Tile { lines, wide, .. } = Tile::new(shape, columns, lanes, registers(isa));
    let weights = packed(w, taps.len(), lines);
    let mut scrap = vec![
        T::ZERO;
        if narrow {
            lines * paper.rows * lanes
        } else {
            0
        }
    ];

    let images = x.chunks_exact(x.len() / shape.images);
    for (x, out) in images.zip(out.chunks_exact_mut(filters * map)) {
        for first in (0..size.0).step_by(paper.rows) {
            let rows = paper.rows.min(size.0 - first);
            let sheet = paper.sheet(isa, x, first);
            for (b, weights) in weights.chunks_exact(taps.len() * lines).enumerate() {
                let o = (b * lines).min(filters - lines);
                let maps = &mut out[o * map + first * size.1..];
                let (out, map_here) = match narrow {
                    true => (&mut scrap[..], rows * lanes),
                    false => (&mut *maps, map),
                };
                let (taps, map) = (&taps[..], map_here);
                let work = Pixels {
                    sheet,
                    taps,
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
                        scrap.chunks_exact(lanes).take(lines * rows).enumerate()
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
fn packed<T: Real>(w: &[T], taps: usize, lines: usize) -> Vec<T> {
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
