//! What makes one number of a window's: the largest, or the sum.

use super::pieces::Row;
use crate::{Number, Real};

/// The larger of two, or their sum. NaN is larger than everything.
#[inline(always)]
fn fold<N: Number, const MAX: bool>(a: N, b: N) -> N {
    if MAX {
        // Nothing is greater than NaN, so that `b` stays if it is NaN. If `a` is, it is not itself.
        a.if_equal(a, a.if_greater(b, a, b), a)
    } else {
        a.plus(b)
    }
}

/// What a window's answer is: its largest number, or its sum times its `share` of one.
#[inline(always)]
fn shared<N: Number, const MAX: bool>(y: N, share: N::Real) -> N {
    if MAX {
        y
    } else {
        y.mul_add(N::splat(share), N::splat(N::Real::ZERO))
    }
}

/// `window` rows, of `width` pixels each, into as much of one row as there is place for.
pub(super) struct Down<'a, T, const MAX: bool, const WINDOW: usize> {
    pub x: &'a [T],
    pub width: usize,
    pub window: usize,
    pub to: &'a mut [T],
}

impl<T: Real, const MAX: bool, const WINDOW: usize> Row<T>
    for Down<'_, T, MAX, WINDOW>
{
    #[inline(always)]
    fn len(&self) -> usize {
        self.to.len()
    }

    #[inline(always)]
    fn piece<N: Number<Real = T>>(&mut self, at: usize) {
        let mut y = N::read(&self.x[at..]);
        let window = if WINDOW > 0 { WINDOW } else { self.window };
        for u in 1..window {
            y = fold::<N, MAX>(N::read(&self.x[u * self.width + at..]), y);
        }
        y.write(&mut self.to[at..]);
    }
}

/// Windows of a row that is folded already. If `STRIDE` is 0, it is known at run time only.
pub(super) struct Across<
    'a,
    T,
    const MAX: bool,
    const WINDOW: usize,
    const STRIDE: usize,
> {
    pub folded: &'a [T],
    pub window: usize,
    pub stride: usize,
    /// What the sum of a window is multiplied by.
    pub share: T,
    pub out: &'a mut [T],
}

impl<T: Real, const MAX: bool, const WINDOW: usize, const STRIDE: usize> Row<T>
    for Across<'_, T, MAX, WINDOW, STRIDE>
{
    #[inline(always)]
    fn len(&self) -> usize {
        self.out.len()
    }

    #[inline(always)]
    fn piece<N: Number<Real = T>>(&mut self, at: usize) {
        let stride = if STRIDE > 0 { STRIDE } else { self.stride };
        let x = &self.folded[at * stride..];
        let mut y = N::every(x, stride);
        let window = if WINDOW > 0 { WINDOW } else { self.window };
        for v in 1..window {
            y = fold::<N, MAX>(N::every(&x[v..], stride), y);
        }
        shared::<N, MAX>(y, self.share).write(&mut self.out[at..]);
    }
}

/// Windows of two by two that lie side by side: a row of them at once.
pub(super) struct Pairs<'a, T, const MAX: bool> {
    pub upper: &'a [T],
    pub lower: &'a [T],
    /// What the sum of a window is multiplied by.
    pub share: T,
    pub out: &'a mut [T],
}

impl<T: Real, const MAX: bool> Row<T> for Pairs<'_, T, MAX> {
    #[inline(always)]
    fn len(&self) -> usize {
        self.out.len()
    }

    #[inline(always)]
    fn piece<N: Number<Real = T>>(&mut self, at: usize) {
        let upper = &N::of(&self.upper[2 * at..])[..2];
        let lower = &N::of(&self.lower[2 * at..])[..2];
        let first = fold::<N, MAX>(upper[0], lower[0]);
        let [left, right] = first.unzip(fold::<N, MAX>(upper[1], lower[1]));
        let y = fold::<N, MAX>(left, right);
        shared::<N, MAX>(y, self.share).write(&mut self.out[at..]);
    }
}
