//! Max and average pooling.

use crate::error::Error;
use crate::pooling::Pooling;
use crate::reduce::{ReduceColumns, ReducePairs, ReduceRows};
use crate::registers::by_registers;
use speed::isa::{Isa, Kernel};
use speed::{Lanes, Scalar};
use std::hint::black_box;

/// The largest number of each window: images×channels×rows×columns in, and out.
///
/// NaN in a window makes its result NaN.
///
/// # Errors
/// As [`Pooling::output`], and [`Error::Length`] for a slice that is not as long as its shape.
pub fn max_pool<T: Scalar>(
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
pub fn average_pool<T: Scalar>(
    isa: Isa,
    shape: &Pooling,
    x: &[T],
    out: &mut [T],
) -> Result<(), Error> {
    pool::<T, false>(isa, shape, x, out)
}

fn pool<T: Scalar, const MAX: bool>(
    isa: Isa,
    shape: &Pooling,
    x: &[T],
    out: &mut [T],
) -> Result<(), Error> {
    let (rows, columns) = shape.check(x.len(), out.len())?;
    let stride = shape.stride.min(shape.height.max(shape.width));
    let shape = Pooling { stride, ..*shape };
    // What no window reaches on the right is left out.
    let row_stride = (columns - 1) * stride + shape.window;
    let band = match (shape.window, stride) {
        // Windows of two by two are reduced in registers.
        (2, 2) => 0,
        _ => (BAND / row_stride).clamp(1, rows * shape.images * shape.channels),
    };
    let mut reduced = vec![T::ZERO; band * row_stride];
    let reduced = &mut reduced[..];
    isa.run(Pool::<T, MAX> {
        shape,
        rows,
        columns,
        row_stride,
        x,
        out,
        reduced,
    });
    Ok(())
}

/// Numbers that are reduced over rows before they are reduced over columns: 16 kB of `f32`, half the
/// level-1 cache. A register that has only just been stored is slow to load at another offset.
const BAND: usize = 1 << 12;

/// Numbers that are too many for near memory: 8 MB of `f32`.
const FAR: usize = 1 << 21;

/// Prefetches: reads a number of each cache line in order, which the processor recognises, so that it loads
/// the next lines in advance. It does not recognise two rows that are read at once.
#[inline(always)]
fn prefetch<T: Scalar>(x: &[T]) {
    for line in x.chunks(64 / size_of::<T>()) {
        black_box(line[0]);
    }
}

struct Pool<'a, T, const MAX: bool> {
    shape: Pooling,
    /// Of one channel's output.
    rows: usize,
    columns: usize,
    /// From one row of `reduced` to the next.
    row_stride: usize,
    x: &'a [T],
    out: &'a mut [T],
    /// For each row of windows and each column of pixels: the largest in the windows' rows, or their
    /// sum.
    reduced: &'a mut [T],
}

impl<T: Scalar, const MAX: bool> Kernel for Pool<'_, T, MAX> {
    type Scalar = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = T>>(self) {
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

impl<T: Scalar, const MAX: bool> Pool<'_, T, MAX> {
    /// Reduces two rows to one of half their width: nothing is stored in between.
    #[inline(always)]
    fn by_pairs<V: Lanes<Scalar = T>, const IS_FAR: bool>(self) {
        let Pooling { height, width, .. } = self.shape;
        let channels = self.x.chunks_exact(height * width);
        for (x, out) in
            channels.zip(self.out.chunks_exact_mut(self.rows * self.columns))
        {
            let rows = x.chunks_exact(2 * width);
            for (x, out) in rows.zip(out.chunks_exact_mut(self.columns)) {
                if IS_FAR {
                    prefetch(x);
                }
                let (upper, lower) = x.split_at(width);
                by_registers::<T, V>(ReducePairs::<T, MAX> {
                    upper,
                    lower,
                    scale: T::from_f64(0.25),
                    out,
                });
            }
        }
    }

    /// Reduces the rows of each row of windows to one, and then its columns.
    #[inline(always)]
    fn by_rows<V, const WINDOW: usize, const STRIDE: usize>(self)
    where
        V: Lanes<Scalar = T>,
    {
        let Pooling {
            height,
            width,
            window,
            stride,
            ..
        } = self.shape;
        let (band, far) = (self.reduced.len() / self.row_stride, self.x.len() > FAR);
        for (n, out) in self.out.chunks_mut(band * self.columns).enumerate() {
            let windows = n * band..n * band + out.len() / self.columns;
            for (n, to) in windows.zip(self.reduced.chunks_exact_mut(self.row_stride)) {
                let top = (n / self.rows * height + n % self.rows * stride) * width;
                if far {
                    prefetch(&self.x[top..][..window * width]);
                }
                by_registers::<T, V>(ReduceRows::<T, MAX, WINDOW> {
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
            let rows = self
                .reduced
                .chunks(columns * self.row_stride / self.columns);
            for (reduced, out) in rows.zip(out.chunks_exact_mut(columns)) {
                by_registers::<T, V>(ReduceColumns::<T, MAX, WINDOW, STRIDE> {
                    reduced,
                    window,
                    stride,
                    scale: T::from_f64(1.0 / (window * window) as f64),
                    out,
                });
            }
        }
    }
}
