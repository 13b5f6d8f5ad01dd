//! A convolution of any shape, and which kernel does it.

use super::filters::{self, Layout, by_filters};
use super::pixels::{self, by_pixels};
use super::rows::{by_rows, rows_are_shared};
use super::{Error, Shape};
use crate::Real;
use crate::isa::Isa;

/// A kernel with the size of its tiles in its type.
pub(super) struct Tiled<K, const LINES: usize, const WIDE: usize>(pub K);

/// Runs a kernel in tiles of a size that is known at run time: the lists say which there are.
macro_rules! tiled {
    ($isa:expr, $kernel:expr, $lines:expr, $wide:expr; $($A:literal: $($B:literal)*;)*) => {
        match ($lines, $wide) {
            $($(($A, $B) => $isa.run(Tiled::<_, $A, $B>($kernel)),)*)*
            tile => unreachable!("no tile of {tile:?}"),
        }
    };
}
pub(super) use tiled;

/// Convolves images×channels×rows×columns with filters×channels×rows×columns: `out` becomes
/// images×filters×rows×columns. There is no bias.
///
/// ```
/// use speed::Isa;
/// use speed::direct::{Shape, convolution};
///
/// let shape = Shape {
///     images: 1, channels: 1, height: 2, width: 3,
///     filters: 1, kernel: 2, stride: 1, padding: 0,
/// };
/// let mut z = [0.0; 2];
/// let x = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
/// convolution(Isa::best(), &shape, &x, &[-1.0, -1.0, 1.0, 1.0], &mut z).unwrap();
/// assert_eq!(z, [6.0, 6.0]);
/// ```
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
    let size = shape.check(x.len(), w.len(), out.len())?;
    let shape = shape.within_reach();
    if rows_are_shared(&shape, size.1, lanes::<T>(isa)) {
        by_rows(isa, &shape, size, x, w, out);
    } else if pixels_fill_lanes::<T>(&shape, size.1, lanes::<T>(isa), registers(isa)) {
        by_pixels(isa, &shape, size, x, w, out);
    } else {
        by_filters(isa, &shape, Layout::ChannelsFirst, size, x, w, out);
    }
    Ok(())
}

/// [`convolution`] with the channels last on both sides: images×rows×columns×channels becomes
/// images×rows×columns×filters. The weights have the same order as there, and the answer the same
/// bits.
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
    by_filters(
        isa,
        &shape.within_reach(),
        Layout::ChannelsLast,
        size,
        x,
        w,
        out,
    );
    Ok(())
}

/// Whether a row of pixels goes into lanes, rather than the filters: whichever should take less time.
///
/// Rows shorter than a register are copied into whole ones, which many taps would make too large.
fn pixels_fill_lanes<T>(
    shape: &Shape,
    columns: usize,
    lanes: usize,
    registers: usize,
) -> bool {
    let pixels = pixels::Tile::new(shape, columns, lanes, registers);
    let filters = filters::Tile::new(shape, columns, lanes, registers);
    // Filters in lanes have to be turned around at the end, at half a cycle for each `f32`.
    let turning = columns * shape.filters * size_of::<T>() / 8;
    pixels.cycles <= filters.cycles + turning
        && (columns >= lanes || shape.taps() <= 1 << 16)
}

/// About how many cycles some tiles take that have so many `sums` each.
///
/// Each register's multiplication waits four cycles for the one before, and two begin in each cycle: a
/// tile of fewer than 8 sums takes as long as one of 8. To begin and end a tile takes some 32 cycles.
pub(super) fn cycles(tiles: usize, taps: usize, sums: usize) -> usize {
    tiles * (taps * sums.max(8) + 32)
}

/// Numbers of this kind in a register.
pub(super) fn lanes<T: Real>(isa: Isa) -> usize {
    isa.lanes() * size_of::<f32>() / size_of::<T>()
}

/// Registers for the sums of a tile: 24 of 32, or 12 of 16. The others are for weights and pixels.
pub(super) fn registers(isa: Isa) -> usize {
    if isa.lanes() == 16 { 24 } else { 12 }
}

/// The width of pieces that are as equal as can be, and not wider than `most`.
pub(super) fn even(n: usize, most: usize) -> usize {
    n.div_ceil(n.div_ceil(most))
}
