//! Max and average pooling.

use super::fold::{across, across_phases, down};
use super::sheet::every;
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
    // Where windows lie side by side, what they do not cover on the right is left out.
    let pitch = if side_by_side(&shape) {
        columns * stride
    } else {
        shape.width
    };
    let band = (BAND / pitch).clamp(1, rows * shape.images * shape.channels);
    let phases = stride.min(shape.window) * (columns + (shape.window - 1) / stride);
    let mut folded = vec![T::ZERO; band * pitch];
    let mut phases = vec![T::ZERO; phases];
    let (folded, phases) = (&mut folded[..], &mut phases[..]);
    isa.run(Pool::<T, MAX> {
        shape,
        rows,
        columns,
        pitch,
        x,
        out,
        folded,
        phases,
    });
    Ok(())
}

/// Numbers that are folded down before they are folded across: 16 kB of `f32`, half the level-1 cache.
const BAND: usize = 1 << 12;

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
    /// For a row of `folded`: the columns 0, s, 2s, …, then 1, s + 1, 2s + 1, …, and so on.
    phases: &'a mut [T],
}

// ANCHOR: kernel
impl<T: Real, const MAX: bool> Kernel for Pool<'_, T, MAX> {
    type Real = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = T>, const ROWS: usize, const HALF: usize>(self) {
        let Self {
            shape,
            rows,
            columns,
            pitch,
            x,
            out,
            folded,
            phases,
        } = self;
        let Pooling {
            height,
            width,
            window,
            stride,
            ..
        } = shape;
        let share = T::nearest(1.0 / (window * window) as f64);
        let band = folded.len() / pitch;
        for (n, out) in out.chunks_mut(band * columns).enumerate() {
            let windows = n * band..n * band + out.len() / columns;
            for (n, folded) in windows.zip(folded.chunks_exact_mut(pitch)) {
                let top = (n / rows * height + n % rows * stride) * width;
                down::<T, V, MAX>(&x[top..], width, window, folded);
            }
            if side_by_side(&shape) {
                // Every row of windows ends where the next begins: they are one long row.
                match window {
                    2 => across::<T, MAX, 2>(folded, share, out),
                    _ => across::<T, MAX, 3>(folded, share, out),
                }
                continue;
            }
            for (folded, out) in folded
                .chunks_exact(pitch)
                .zip(out.chunks_exact_mut(columns))
            {
                let side = phases.len() / stride.min(window);
                for (phase, to) in phases.chunks_exact_mut(side).enumerate() {
                    every(&folded[phase..], stride, to);
                }
                across_phases::<T, V, MAX>(phases, side, (window, stride), share, out);
            }
        }
    }
}
// ANCHOR_END: kernel

/// Whether the windows lie side by side, and a loop knows how wide they are.
fn side_by_side(shape: &Pooling) -> bool {
    shape.window == shape.stride && matches!(shape.window, 2 | 3)
}
