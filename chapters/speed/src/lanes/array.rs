//! Several values, one in each lane.

use crate::{Lanes, Scalar};

// ANCHOR: lanes
impl<T: Scalar, const N: usize> Lanes for [T; N] {
    type Scalar = T;
    const LANES: usize = N;
    #[inline(always)]
    fn splat(value: T) -> Self {
        [value; N]
    }
    // Each of these takes its lanes by value and makes new ones: a compiler sees N
    // independent numbers, and one instruction that does them all.
    #[inline(always)]
    fn mul_add(self, factor: Self, sum: Self) -> Self {
        let mut out = sum;
        for l in 0..N {
            out[l] = Scalar::fma(self[l], factor[l], sum[l]);
        }
        out
    }
    // FOLD
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        let mut out = self;
        for l in 0..N {
            out[l] = Scalar::sum(self[l], other[l]);
        }
        out
    }
    #[inline(always)]
    fn abs(self) -> Self {
        let mut out = self;
        for l in 0..N {
            out[l] = Scalar::magnitude(self[l]);
        }
        out
    }
    // FOLD_END
    #[inline(always)]
    fn if_greater(self, other: Self, then: Self, otherwise: Self) -> Self {
        let mut out = otherwise;
        for l in 0..N {
            out[l] = if self[l] > other[l] {
                then[l]
            } else {
                otherwise[l]
            };
        }
        out
    }
    // FOLD
    #[inline(always)]
    fn if_equal(self, other: Self, then: Self, otherwise: Self) -> Self {
        let mut out = otherwise;
        for l in 0..N {
            out[l] = if self[l] == other[l] {
                then[l]
            } else {
                otherwise[l]
            };
        }
        out
    }
    // FOLD_END
    // ANCHOR_END: lanes
    // ANCHOR: rest
    #[inline(always)]
    fn strided(scalars: &[T], stride: usize) -> Option<Self> {
        let len = N.checked_sub(1)?.checked_mul(stride)?.checked_add(1)?;
        let (scalars, mut out) = (scalars.get(..len)?, [T::ZERO; N]);
        for l in 0..N {
            out[l] = scalars[l * stride];
        }
        Some(out)
    }
    #[inline(always)]
    fn unzip(self, next: Self) -> [Self; 2] {
        let mut out = [self; 2];
        for l in 0..N {
            for n in 0..2 {
                let from = 2 * l + n;
                out[n][l] = if from < N { self[from] } else { next[from - N] };
            }
        }
        out
    }
    #[inline(always)]
    fn of(scalars: &[T]) -> &[Self] {
        scalars.as_chunks().0
    }
    #[inline(always)]
    fn of_mut(scalars: &mut [T]) -> &mut [Self] {
        scalars.as_chunks_mut().0
    }
    #[inline(always)]
    fn scalars(values: &[Self]) -> &[T] {
        values.as_flattened()
    }
    #[inline(always)]
    fn scalars_mut(values: &mut [Self]) -> &mut [T] {
        values.as_flattened_mut()
    }
}
// ANCHOR_END: rest
