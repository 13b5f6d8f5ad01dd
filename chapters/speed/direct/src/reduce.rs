//! From a window to one number: the largest, or the mean.

use crate::registers::{Row, read, strided, write};
use speed::{Lanes, Scalar};

/// The larger of two, or their sum. NaN is larger than everything.
#[inline(always)]
fn combine<N: Lanes, const MAX: bool>(a: N, b: N) -> N {
    if MAX {
        // Nothing is greater than NaN, so that `b` stays if it is NaN. If `a` is, it is not itself.
        a.if_equal(a, a.if_greater(b, a, b), a)
    } else {
        a.add(b)
    }
}

/// The result of a window: its largest number, or its sum times `scale`.
#[inline(always)]
fn scaled<N: Lanes, const MAX: bool>(y: N, scale: N::Scalar) -> N {
    if MAX {
        y
    } else {
        y.mul_add(N::splat(scale), N::splat(N::Scalar::ZERO))
    }
}

/// `window` rows, of `width` pixels each, into one row as long as `to`.
pub(crate) struct ReduceRows<'a, T, const MAX: bool, const WINDOW: usize> {
    pub x: &'a [T],
    pub width: usize,
    pub window: usize,
    pub to: &'a mut [T],
}

impl<T: Scalar, const MAX: bool, const WINDOW: usize> Row<T>
    for ReduceRows<'_, T, MAX, WINDOW>
{
    #[inline(always)]
    fn len(&self) -> usize {
        self.to.len()
    }

    #[inline(always)]
    fn register<N: Lanes<Scalar = T>>(&mut self, at: usize) {
        let mut y = read::<N>(&self.x[at..]);
        let window = if WINDOW > 0 { WINDOW } else { self.window };
        for u in 1..window {
            y = combine::<N, MAX>(read::<N>(&self.x[u * self.width + at..]), y);
        }
        write(y, &mut self.to[at..]);
    }
}

/// Windows along a row whose columns are reduced already. If `STRIDE` is 0, it is known at run time only.
pub(crate) struct ReduceColumns<
    'a,
    T,
    const MAX: bool,
    const WINDOW: usize,
    const STRIDE: usize,
> {
    pub reduced: &'a [T],
    pub window: usize,
    pub stride: usize,
    /// What the sum of a window is multiplied by.
    pub scale: T,
    pub out: &'a mut [T],
}

impl<T: Scalar, const MAX: bool, const WINDOW: usize, const STRIDE: usize> Row<T>
    for ReduceColumns<'_, T, MAX, WINDOW, STRIDE>
{
    #[inline(always)]
    fn len(&self) -> usize {
        self.out.len()
    }

    #[inline(always)]
    fn register<N: Lanes<Scalar = T>>(&mut self, at: usize) {
        let stride = if STRIDE > 0 { STRIDE } else { self.stride };
        let x = &self.reduced[at * stride..];
        let mut y = strided::<N>(x, stride);
        let window = if WINDOW > 0 { WINDOW } else { self.window };
        for v in 1..window {
            y = combine::<N, MAX>(strided::<N>(&x[v..], stride), y);
        }
        write(scaled::<N, MAX>(y, self.scale), &mut self.out[at..]);
    }
}

/// Windows of two by two that lie side by side: a row of them at once.
pub(crate) struct ReducePairs<'a, T, const MAX: bool> {
    pub upper: &'a [T],
    pub lower: &'a [T],
    /// What the sum of a window is multiplied by.
    pub scale: T,
    pub out: &'a mut [T],
}

impl<T: Scalar, const MAX: bool> Row<T> for ReducePairs<'_, T, MAX> {
    #[inline(always)]
    fn len(&self) -> usize {
        self.out.len()
    }

    #[inline(always)]
    fn register<N: Lanes<Scalar = T>>(&mut self, at: usize) {
        let upper = &N::of(&self.upper[2 * at..])[..2];
        let lower = &N::of(&self.lower[2 * at..])[..2];
        let first = combine::<N, MAX>(upper[0], lower[0]);
        let [left, right] = first.unzip(combine::<N, MAX>(upper[1], lower[1]));
        let y = combine::<N, MAX>(left, right);
        write(scaled::<N, MAX>(y, self.scale), &mut self.out[at..]);
    }
}
