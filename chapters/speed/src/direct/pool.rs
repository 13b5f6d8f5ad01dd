//! Max and average pooling.

use super::fold::{Across, Down, Pairs};
use super::pieces::in_pieces;
use super::{Error, Pooling};
use crate::isa::{Isa, Kernel};
use crate::{Number, Real};
use std::hint::black_box;

/// The largest number of each window: images×channels×rows×columns in, and out.
///
/// NaN in a window makes its answer NaN.
///
/// # Errors
/// As [`Pooling::output`], and [`Error::Length`] for memory that is not as long as the shape says.
pub fn max_pool<T: Real>(
    isa: Isa,
    shape: &Pooling,
    x: &[T],
    out: &mut [T],
) -> Result<(), Error> {
    pool::<T, true>(isa, shape, x, out)
}

/// The average of each window: images×channels×rows×columns in, and out. It is the sum of the sums
/// of its columns, times 1 / k².
///
/// # Errors
/// As [`max_pool`].
pub fn average_pool<T: Real>(
    isa: Isa,
    shape: &Pooling,
    x: &[T],
    out: &mut [T],
) -> Result<(), Error> {
    pool::<T, false>(isa, shape, x, out)
}

fn pool<T: Real, const MAX: bool>(
    isa: Isa,
    shape: &Pooling,
    x: &[T],
    out: &mut [T],
) -> Result<(), Error> {
    let (rows, columns) = shape.check(x.len(), out.len())?;
    let stride = shape.stride.min(shape.height.max(shape.width));
    let shape = Pooling { stride, ..*shape };
    // What no window reaches on the right is left out.
    let pitch = (columns - 1) * stride + shape.window;
    let band = match (shape.window, stride) {
        // Windows of two by two are folded without writing anything down.
        (2, 2) => 0,
        _ => (BAND / pitch).clamp(1, rows * shape.images * shape.channels),
    };
    let mut folded = vec![T::ZERO; band * pitch];
    let folded = &mut folded[..];
    isa.run(Pool::<T, MAX> {
        shape,
        rows,
        columns,
        pitch,
        x,
        out,
        folded,
    });
    Ok(())
}

/// Numbers that are folded down before they are folded across: 16 kB of `f32`, half the level-1
/// cache. What has only just been written in one piece is slow to read in another.
const BAND: usize = 1 << 12;

/// Numbers that are too many for near memory: 8 MB of `f32`.
const FAR: usize = 1 << 21;

/// Reads a number of each line of memory, from the first line to the last, for nothing but that they come.
/// What is read in order is brought before it is asked for; to read two rows at once looks like no order.
#[inline(always)]
fn touch<T: Real>(x: &[T]) {
    for line in x.chunks(64 / size_of::<T>()) {
        black_box(line[0]);
    }
}

struct Pool<'a, T, const MAX: bool> {
    shape: Pooling,
    /// Of one channel's output.
    rows: usize,
    columns: usize,
    /// From one row of `folded` to the next.
    pitch: usize,
    x: &'a [T],
    out: &'a mut [T],
    /// For each row of windows and each column of pixels: the largest in the windows' rows, or their
    /// sum.
    folded: &'a mut [T],
}

// ANCHOR: kernel
impl<T: Real, const MAX: bool> Kernel for Pool<'_, T, MAX> {
    type Real = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = T>, const ROWS: usize, const HALF: usize>(self) {
        match (self.shape.window, self.shape.stride) {
            (2, 2) if self.x.len() > FAR => self.by_pairs::<V, true>(),
            (2, 2) => self.by_pairs::<V, false>(),
            (3, 2) => self.by_rows::<V, 3, 2>(),
            (3, 3) => self.by_rows::<V, 3, 3>(),
            (_, 1) => self.by_rows::<V, 0, 1>(),
            _ => self.by_rows::<V, 0, 0>(),
        }
    }
}

impl<T: Real, const MAX: bool> Pool<'_, T, MAX> {
    /// Folds two rows into one of half their width: nothing is written down in between.
    #[inline(always)]
    fn by_pairs<V: Number<Real = T>, const IS_FAR: bool>(self) {
        let Pooling { height, width, .. } = self.shape;
        let sheets = self.x.chunks_exact(height * width);
        for (x, out) in sheets.zip(self.out.chunks_exact_mut(self.rows * self.columns))
        {
            let rows = x.chunks_exact(2 * width);
            for (x, out) in rows.zip(out.chunks_exact_mut(self.columns)) {
                if IS_FAR {
                    touch(x);
                }
                let (upper, lower) = x.split_at(width);
                in_pieces::<T, V>(Pairs::<T, MAX> {
                    upper,
                    lower,
                    share: T::nearest(0.25),
                    out,
                });
            }
        }
    }

    /// Folds the rows of each row of windows into one, and then that one.
    #[inline(always)]
    fn by_rows<V, const WINDOW: usize, const STRIDE: usize>(self)
    where
        V: Number<Real = T>,
    {
        let Pooling {
            height,
            width,
            window,
            stride,
            ..
        } = self.shape;
        let (band, far) = (self.folded.len() / self.pitch, self.x.len() > FAR);
        for (n, out) in self.out.chunks_mut(band * self.columns).enumerate() {
            let windows = n * band..n * band + out.len() / self.columns;
            for (n, to) in windows.zip(self.folded.chunks_exact_mut(self.pitch)) {
                let top = (n / self.rows * height + n % self.rows * stride) * width;
                if far {
                    touch(&self.x[top..][..window * width]);
                }
                in_pieces::<T, V>(Down::<T, MAX, WINDOW> {
                    x: &self.x[top..],
                    width,
                    window,
                    to,
                });
            }
            // Where windows lie side by side, each row of them ends where the next begins: they are one
            // long row.
            let long = window == stride;
            let columns = if long { out.len() } else { self.columns };
            let rows = self.folded.chunks(columns * self.pitch / self.columns);
            for (folded, out) in rows.zip(out.chunks_exact_mut(columns)) {
                in_pieces::<T, V>(Across::<T, MAX, WINDOW, STRIDE> {
                    folded,
                    window,
                    stride,
                    share: T::nearest(1.0 / (window * window) as f64),
                    out,
                });
            }
        }
    }
}
// ANCHOR_END: kernel
