//! What makes one number of a window's: the largest, or the sum.

use crate::{Number, Real};

/// The larger of two, or their sum. NaN is larger than everything.
#[inline(always)]
fn fold<N: Number, const MAX: bool>(a: N, b: N) -> N {
    if MAX {
        // Nothing is greater than NaN, so that `b` stays if it is NaN. If `a` is, it is not itself.
        // Loops that fold into memory give what is there as `b`: where a lane can be left as it is,
        // the compiler writes lane by lane.
        a.if_equal(a, a.if_greater(b, a, b), a)
    } else {
        a.plus(b)
    }
}

/// Folds `window` rows, of `width` pixels each, into as much of one row as there is place for.
#[inline(always)]
pub(super) fn down<T: Real, V: Number<Real = T>, const MAX: bool>(
    x: &[T],
    width: usize,
    window: usize,
    to: &mut [T],
) {
    if to.len() < V::LANES {
        return rows::<T, MAX>(x, width, window, to);
    }
    rows::<V, MAX>(x, width, window, to);
    // The last register is at the end of the row, wherever the one before has ended.
    let last = to.len() - V::LANES;
    rows::<V, MAX>(&x[last..], width, window, &mut to[last..]);
}

/// Folds as many columns of `window` rows as fill whole numbers.
#[inline(always)]
fn rows<N: Number, const MAX: bool>(
    x: &[N::Real],
    width: usize,
    window: usize,
    to: &mut [N::Real],
) {
    let (wanted, to) = (to.len(), N::of_mut(to));
    let first = N::of(&x[..wanted]);
    if window == 1 {
        return to.copy_from_slice(first);
    }
    let second = N::of(&x[width..][..wanted]);
    for (y, (a, b)) in to.iter_mut().zip(first.iter().zip(second)) {
        *y = fold::<N, MAX>(*a, *b);
    }
    for u in 2..window {
        for (y, x) in to.iter_mut().zip(N::of(&x[u * width..][..wanted])) {
            *y = fold::<N, MAX>(*x, *y);
        }
    }
}

/// Folds windows of `K` columns that lie side by side.
#[inline(always)]
pub(super) fn across<T: Real, const MAX: bool, const K: usize>(
    folded: &[T],
    share: T,
    out: &mut [T],
) {
    for (out, x) in out.iter_mut().zip(folded.as_chunks::<K>().0) {
        let mut y = x[0];
        for v in 1..K {
            y = fold::<T, MAX>(y, x[v]);
        }
        *out = if MAX { y } else { y.times(share) };
    }
}

/// Folds the columns of any windows: column s·j + v is at place j + v / s of phase v mod s, and a
/// phase `side` long.
#[inline(always)]
pub(super) fn across_phases<T: Real, V: Number<Real = T>, const MAX: bool>(
    phases: &[T],
    side: usize,
    (window, stride): (usize, usize),
    share: T,
    out: &mut [T],
) {
    let through = (window, stride);
    if out.len() < V::LANES {
        return columns::<T, MAX>(phases, side, through, share, out);
    }
    columns::<V, MAX>(phases, side, through, share, out);
    let last = out.len() - V::LANES;
    columns::<V, MAX>(&phases[last..], side, through, share, &mut out[last..]);
}

/// Folds as many windows as fill whole numbers.
#[inline(always)]
fn columns<N: Number, const MAX: bool>(
    phases: &[N::Real],
    side: usize,
    (window, stride): (usize, usize),
    share: N::Real,
    out: &mut [N::Real],
) {
    let (wanted, out) = (out.len(), N::of_mut(out));
    out.copy_from_slice(N::of(&phases[..wanted]));
    for v in 1..window {
        let x = N::of(&phases[v % stride * side + v / stride..][..wanted]);
        for (y, x) in out.iter_mut().zip(x) {
            *y = fold::<N, MAX>(*x, *y);
        }
    }
    if !MAX {
        for y in out {
            *y = y.mul_add(N::splat(share), N::splat(N::Real::ZERO));
        }
    }
}
