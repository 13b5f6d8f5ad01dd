//! Which kernel does a convolution, and in which pieces.

use super::filters::Filters;
use super::pixels::Pixels;
use super::sheet::{Layout, Paper};
use super::{Error, Shape};
use crate::Real;
use crate::isa::Isa;

/// Calls a function that has two constants in its type, with two numbers known at run time.
macro_rules! with {
    ($function:ident::<$T:ty>$arguments:tt, $a:expr, $b:expr; $($A:literal: $($B:literal)*;)*) => {
        match ($a, $b) {
            $($(($A, $B) => $function::<$T, $A, $B>$arguments,)*)*
            sizes => unreachable!("a tile of {sizes:?}"),
        }
    };
}

/// The convolution of images×channels×rows×columns with filters×channels×rows×columns:
/// images×filters×rows×columns.
///
/// z[n, o, i, j] = Σ_c Σᵤ Σᵥ w[o, c, u, v] · x[n, c, s·i + u − p, s·j + v − p]
///
/// # Errors
/// As [`Shape::output`], and [`Error::Length`] for memory that is not as long as the shape says.
pub fn convolution<T: Real>(
    isa: Isa,
    shape: &Shape,
    x: &[T],
    w: &[T],
    out: &mut [T],
) -> Result<(), Error> {
    let (rows, columns) = shape.check(x.len(), w.len(), out.len())?;
    let shape = &sane(shape);
    match pixels_in_lanes(shape, columns, lanes::<T>(isa)) {
        true => by_pixels(isa, shape, (rows, columns), x, w, out),
        false => by_filters(
            isa,
            shape,
            Layout::ChannelsFirst,
            (rows, columns),
            x,
            w,
            out,
        ),
    }
    Ok(())
}

/// [`convolution`] with the channels last: images×rows×columns×channels in,
/// images×rows×columns×filters out. The weights are filters×channels×rows×columns, as there, and so
/// are the bits.
///
/// # Errors
/// As [`convolution`].
pub fn convolution_nhwc<T: Real>(
    isa: Isa,
    shape: &Shape,
    x: &[T],
    w: &[T],
    out: &mut [T],
) -> Result<(), Error> {
    let size = shape.check(x.len(), w.len(), out.len())?;
    by_filters(isa, &sane(shape), Layout::ChannelsLast, size, x, w, out);
    Ok(())
}

/// The same shape, with a stride that is no longer than the padded image: the first windows are the
/// only ones then, and numbers stay small.
fn sane(shape: &Shape) -> Shape {
    let longest = shape.height.max(shape.width) + 2 * shape.padding;
    Shape {
        stride: shape.stride.min(longest),
        ..*shape
    }
}

fn lanes<T>(isa: Isa) -> usize {
    isa.lanes() * 4 / size_of::<T>()
}

/// Registers for sums: what [`Isa::run`]'s tiles have.
fn registers(isa: Isa) -> usize {
    match isa.lanes() {
        16 => 24,
        _ => 12,
    }
}

/// Whether the pixels of a row should be in lanes, or the filters.
///
/// Both kernels multiply as fast as the processor can, so that the one is faster that leaves fewer
/// lanes empty. Pixels in lanes write and read their sums once for each channel, which takes as
/// long as two multiplications for each row of the kernel that is open; filters in lanes turn
/// their sums around at the end, which takes as long as about sixteen.
fn pixels_in_lanes(shape: &Shape, columns: usize, lanes: usize) -> bool {
    let Shape {
        channels,
        kernel,
        filters,
        ..
    } = *shape;
    let taps = channels * kernel * kernel;
    let pixels = columns.next_multiple_of(lanes) * filters * (taps + 4);
    let in_lanes = filters.next_multiple_of(lanes) * columns * (taps + 16);
    pixels <= in_lanes
}

/// `size` is rows and columns of the output.
fn by_pixels<T: Real>(
    isa: Isa,
    shape: &Shape,
    size: (usize, usize),
    x: &[T],
    w: &[T],
    out: &mut [T],
) {
    let Shape {
        channels,
        height,
        width,
        filters,
        stride,
        ..
    } = *shape;
    let (lanes, map) = (lanes::<T>(isa), size.0 * size.1);
    // Where a row is shorter than a register, what is beyond it is thrown away.
    let columns = size.1.max(lanes);
    let mut paper = Paper::new(shape, Layout::ChannelsFirst, size.0, columns);
    let taps = paper.taps();
    let lines = even(filters, registers(isa) / 4);
    let wide = even(columns.div_ceil(lanes), if lines == 1 { 8 } else { 4 });
    let weights = packed(w, taps.len(), lines, lines);
    let mut all = vec![
        T::ZERO;
        if size.1 < lanes {
            lines * paper.rows * lanes
        } else {
            0
        }
    ];
    let images = x.chunks_exact(channels * height * width);
    for (x, out) in images.zip(out.chunks_exact_mut(filters * map)) {
        for first in (0..size.0).step_by(paper.rows) {
            let first = first.min(size.0 - paper.rows);
            let rows = paper.rows;
            let sheet = paper.sheet(x, first);
            for (b, weights) in weights.chunks_exact(taps.len() * lines).enumerate() {
                let o = (b * lines).min(filters - lines);
                let maps = &mut out[o * map + first * size.1..];
                let narrow = !all.is_empty();
                let (out, next) = match narrow {
                    true => (&mut all[..], rows * lanes),
                    false => (&mut *maps, map),
                };
                let taps = &taps[..];
                let what = Pixels::<T, 0, 0> {
                    sheet,
                    taps,
                    stride,
                    weights,
                    out,
                    map: next,
                    rows,
                    columns,
                };
                with!(
                    run_maps::<T>(isa, what), lines, wide;
                    1: 1 2 3 4 5 6 7 8; 2: 1 2 3 4; 3: 1 2 3 4;
                    4: 1 2 3 4; 5: 1 2 3 4; 6: 1 2 3 4;
                );
                if narrow {
                    for (n, from) in all.chunks_exact(lanes).enumerate() {
                        let to = n / rows * map + n % rows * size.1;
                        maps[to..][..size.1].copy_from_slice(&from[..size.1]);
                    }
                }
            }
        }
    }
}

/// The most even width of pieces that are at most `most` wide.
fn even(n: usize, most: usize) -> usize {
    n.div_ceil(n.div_ceil(most))
}

/// Weights in blocks of `block` filters, a block as taps×filters. Blocks may be wider than what
/// they hold.
fn packed<T: Real>(w: &[T], taps: usize, block: usize, width: usize) -> Vec<T> {
    let filters = w.len() / taps;
    let mut packed = vec![T::ZERO; filters.div_ceil(block) * taps * width];
    for (b, to) in packed.chunks_exact_mut(taps * width).enumerate() {
        let o = if block == width {
            (b * block).min(filters - block)
        } else {
            b * block
        };
        for (f, w) in w[o * taps..].chunks_exact(taps).take(block).enumerate() {
            for (to, w) in to.chunks_exact_mut(width).zip(w) {
                to[f] = *w;
            }
        }
    }
    packed
}

fn run_maps<T: Real, const LINES: usize, const WIDE: usize>(
    isa: Isa,
    what: Pixels<'_, T, 0, 0>,
) {
    let Pixels {
        sheet,
        taps,
        stride,
        weights,
        out,
        map,
        rows,
        columns,
    } = what;
    isa.run(Pixels::<T, LINES, WIDE> {
        sheet,
        taps,
        stride,
        weights,
        out,
        map,
        rows,
        columns,
    });
}

fn by_filters<T: Real>(
    isa: Isa,
    shape: &Shape,
    layout: Layout,
    size: (usize, usize),
    x: &[T],
    w: &[T],
    out: &mut [T],
) {
    let Shape {
        channels,
        height,
        width,
        filters,
        stride,
        ..
    } = *shape;
    let lanes = lanes::<T>(isa);
    // As many registers of filters as divide them well, in a tile of all registers for sums.
    let there = filters.div_ceil(lanes);
    let high = match registers(isa) {
        24 if there % 4 == 0 => 4,
        _ if there == 1 => 1,
        _ => 2,
    };
    let wide = even(size.1, (registers(isa) / high).min(12));
    let mut paper = Paper::new(shape, layout, size.0, size.1);
    let taps = paper.taps();
    let block = high * lanes;
    let mut weights = vec![T::ZERO; filters.next_multiple_of(block) * taps.len()];
    for (o, w) in w.chunks_exact(taps.len()).enumerate() {
        let to = &mut weights[o / block * block * taps.len()..][..block * taps.len()];
        for (to, w) in to.chunks_exact_mut(block).zip(w) {
            to[o % block] = *w;
        }
    }
    let pixels = size.0 * size.1;
    let images = x.chunks_exact(channels * height * width);
    for (x, out) in images.zip(out.chunks_exact_mut(filters * pixels)) {
        for first in (0..size.0).step_by(paper.rows) {
            let rows = paper.rows.min(size.0 - first);
            let sheet = paper.sheet(x, first);
            // With the channels last, all numbers of a pixel are written at once.
            let blocks = match layout {
                Layout::ChannelsFirst => 1,
                Layout::ChannelsLast => filters.div_ceil(block),
            };
            for (b, weights) in weights.chunks(blocks * block * taps.len()).enumerate()
            {
                let out = match layout {
                    Layout::ChannelsFirst => {
                        &mut out[b * block * pixels + first * size.1..]
                    }
                    Layout::ChannelsLast => &mut out[first * size.1 * filters..],
                };
                let filters = filters - b * block;
                let what = Filters::<T, 0, 0> {
                    sheet,
                    taps: &taps,
                    weights,
                    stride,
                    layout,
                    filters,
                    rows,
                    columns: size.1,
                    out,
                    pixels,
                };
                with!(
                    run_filters::<T>(isa, what), wide, high;
                    1: 1 2 4; 2: 1 2 4; 3: 1 2 4; 4: 1 2 4; 5: 1 2 4; 6: 1 2 4;
                    7: 1 2; 8: 1 2; 9: 1 2; 10: 1 2; 11: 1 2; 12: 1 2;
                );
            }
        }
    }
}

fn run_filters<T: Real, const WIDE: usize, const HIGH: usize>(
    isa: Isa,
    what: Filters<'_, T, 0, 0>,
) {
    let Filters {
        sheet,
        taps,
        weights,
        stride,
        layout,
        filters,
        rows,
        columns,
        out,
        pixels,
    } = what;
    isa.run(Filters::<T, WIDE, HIGH> {
        sheet,
        taps,
        weights,
        stride,
        layout,
        filters,
        rows,
        columns,
        out,
        pixels,
    });
}
