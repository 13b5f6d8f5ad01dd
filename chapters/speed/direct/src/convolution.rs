//! A convolution of any shape, and which kernel does it.

use crate::error::Error;
use crate::filters::{self, by_filters};
use crate::pixels::{self, by_pixels};
use crate::rows::{by_rows, rows_are_shared};
use crate::shape::{Layout, Shape};
use crate::tiling::{lanes, registers};
use speed::{Isa, Scalar};

/// Convolves images×channels×rows×columns with filters×channels×rows×columns: `out` becomes
/// images×filters×rows×columns. There is no bias.
///
/// ```
/// use speed::Isa;
/// use direct::{Shape, convolution};
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
/// As [`Shape::output`], and [`Error::Length`] for a slice that is not as long as its shape.
pub fn convolution<T: Scalar>(
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
/// images×rows×columns×filters. The weights have the same order as there, and the result the same
/// bits.
///
/// # Errors
/// As [`convolution`].
pub fn convolution_nhwc<T: Scalar>(
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
    // Filters in lanes have to be transposed at the end, at half a cycle for each `f32`.
    let transposing = columns * shape.filters * size_of::<T>() / 8;
    pixels.cycles <= filters.cycles + transposing
        && (columns >= lanes || shape.taps() <= 1 << 16)
}
