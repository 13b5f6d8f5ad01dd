//! Max and average pooling.

use super::{Error, Pooling};
use crate::isa::{Isa, Kernel};
use crate::{Number, Real};

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
    // What a row of windows needs of a row of pixels, and room for a last window's whole stride.
    let pitch = (columns * stride).max(shape.width);
    let pitch = if shape.window <= stride {
        columns * stride
    } else {
        pitch
    };
    let band = (BAND / pitch).clamp(1, rows * shape.images * shape.channels);
    let mut folded = vec![T::ZERO; band * pitch + stride + shape.window];
    let folded = &mut folded;
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
/// cache.
const BAND: usize = 1 << 12;

struct Pool<'a, T, const MAX: bool> {
    shape: Pooling,
    /// of one channel's output
    rows: usize,
    columns: usize,
    /// from one row of `folded` to the next
    pitch: usize,
    x: &'a [T],
    out: &'a mut [T],
    /// for each row of windows, and each column of pixels: the largest in the window's rows, or
    /// their sum
    folded: &'a mut [T],
}

impl<T: Real, const MAX: bool> Kernel for Pool<'_, T, MAX> {
    type Real = T;
    type Output = ();
    #[inline(always)]
    fn run<V: Number<Real = T>, const ROWS: usize, const HALF: usize>(self) {
        // The compiler knows the numbers that are written here, and makes a loop for each.
        match (self.shape.window, self.shape.stride) {
            (2, 2) => all::<T, V, MAX>(self, 2, 2),
            (3, 2) => all::<T, V, MAX>(self, 3, 2),
            (3, 3) => all::<T, V, MAX>(self, 3, 3),
            (window, 1) => all::<T, V, MAX>(self, window, 1),
            (window, 2) => all::<T, V, MAX>(self, window, 2),
            (window, 3) => all::<T, V, MAX>(self, window, 3),
            (window, 4) => all::<T, V, MAX>(self, window, 4),
            (window, stride) => all::<T, V, MAX>(self, window, stride),
        }
    }
}

#[inline(always)]
fn all<T: Real, V: Number<Real = T>, const MAX: bool>(
    what: Pool<'_, T, MAX>,
    window: usize,
    stride: usize,
) {
    let Pool {
        rows,
        columns,
        pitch,
        x,
        out,
        folded,
        ..
    } = what;
    let Pooling { height, width, .. } = what.shape;
    let share = T::nearest(1.0 / (window * window) as f64);
    let band = folded.len() / pitch;
    for (n, out) in out.chunks_mut(band * columns).enumerate() {
        for (n, to) in (n * band..)
            .zip(folded.chunks_exact_mut(pitch))
            .take(out.len() / columns)
        {
            let top = (n / rows * height + n % rows * stride) * width;
            down::<T, V, MAX>(&x[top..][..window * width], width, window, to);
        }
        if window <= stride {
            // Every row's windows are done before the next row's begin: they are one long row.
            across::<T, MAX>(folded, window, stride, share, out);
        } else {
            for (out, folded) in out.chunks_exact_mut(columns).zip(folded.chunks(pitch))
            {
                across::<T, MAX>(folded, window, stride, share, out);
            }
        }
    }
}

/// Folds `window` rows into one.
#[inline(always)]
fn down<T: Real, V: Number<Real = T>, const MAX: bool>(
    x: &[T],
    width: usize,
    window: usize,
    to: &mut [T],
) {
    let wanted = width.min(to.len());
    if wanted < V::LANES {
        for (j, to) in to[..wanted].iter_mut().enumerate() {
            *to = x[j];
            for u in 1..window {
                *to = fold::<T, MAX>(*to, x[u * width + j]);
            }
        }
        return;
    }
    for j in (0..wanted).step_by(V::LANES) {
        let j = j.min(wanted - V::LANES);
        let mut y = V::read(&x[j..]);
        for u in 1..window {
            y = fold::<V, MAX>(y, V::read(&x[u * width + j..]));
        }
        y.write(&mut to[j..]);
    }
}

/// Folds `window` columns into one.
#[inline(always)]
fn across<T: Real, const MAX: bool>(
    folded: &[T],
    window: usize,
    stride: usize,
    share: T,
    out: &mut [T],
) {
    let finished = |y: T| if MAX { y } else { y.times(share) };
    if window <= stride {
        for (out, x) in out.iter_mut().zip(folded.chunks_exact(stride)) {
            let mut y = x[0];
            for v in 1..window {
                y = fold::<T, MAX>(y, x[v]);
            }
            *out = finished(y);
        }
        return;
    }
    for (out, x) in out.iter_mut().zip(folded.chunks(stride)) {
        *out = x[0];
    }
    for v in 1..window {
        for (out, x) in out.iter_mut().zip(folded[v..].chunks(stride)) {
            *out = fold::<T, MAX>(*out, x[0]);
        }
    }
    for out in out {
        *out = finished(*out);
    }
}

/// The larger of two, or their sum. NaN is larger than everything.
#[inline(always)]
fn fold<N: Number, const MAX: bool>(y: N, x: N) -> N {
    if MAX {
        // Nothing is greater than NaN, so that `x` stays if it is NaN. If `y` is, it is not itself.
        y.if_equal(y, y.if_greater(x, y, x), y)
    } else {
        y.plus(x)
    }
}
