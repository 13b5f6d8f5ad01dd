//! Several numbers, one in each lane.

use super::{Number, Real};

// ANCHOR: lanes
impl<T: Real, const N: usize> Number for [T; N] {
    type Real = T;
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
            out[l] = Real::fused(self[l], factor[l], sum[l]);
        }
        out
    }
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        let mut out = self;
        for l in 0..N {
            out[l] = Real::added(self[l], other[l]);
        }
        out
    }
    #[inline(always)]
    fn abs(self) -> Self {
        let mut out = self;
        for l in 0..N {
            out[l] = Real::size(self[l]);
        }
        out
    }
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
    // ANCHOR_END: lanes
    // ANCHOR: memory
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
    fn every(memory: &[T], step: usize) -> Self {
        let (memory, mut out) = (&memory[..(N - 1) * step + 1], [T::ZERO; N]);
        for l in 0..N {
            out[l] = memory[l * step];
        }
        out
    }
    #[inline(always)]
    fn of(memory: &[T]) -> &[Self] {
        memory.as_chunks().0
    }
    #[inline(always)]
    fn of_mut(memory: &mut [T]) -> &mut [Self] {
        memory.as_chunks_mut().0
    }
    #[inline(always)]
    fn memory(numbers: &[Self]) -> &[T] {
        numbers.as_flattened()
    }
    #[inline(always)]
    fn memory_mut(numbers: &mut [Self]) -> &mut [T] {
        numbers.as_flattened_mut()
    }
}
// ANCHOR_END: memory
