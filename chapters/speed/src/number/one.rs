//! One number by itself.

use super::{Number, Real};

impl<T: Real> Number for T {
    type Real = T;
    const LANES: usize = 1;
    #[inline(always)]
    fn splat(value: T) -> Self {
        value
    }
    #[inline(always)]
    fn mul_add(self, factor: Self, sum: Self) -> Self {
        Real::fused(self, factor, sum)
    }
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        Real::added(self, other)
    }
    #[inline(always)]
    fn abs(self) -> Self {
        Real::size(self)
    }
    #[inline(always)]
    fn if_greater(self, other: Self, then: Self, otherwise: Self) -> Self {
        if self > other { then } else { otherwise }
    }
    #[inline(always)]
    fn if_equal(self, other: Self, then: Self, otherwise: Self) -> Self {
        if self == other { then } else { otherwise }
    }
    #[inline(always)]
    fn unzip(self, next: Self) -> [Self; 2] {
        [self, next]
    }
    #[inline(always)]
    fn every(memory: &[T], _step: usize) -> Self {
        memory[0]
    }
    #[inline(always)]
    fn of(memory: &[T]) -> &[Self] {
        memory
    }
    #[inline(always)]
    fn of_mut(memory: &mut [T]) -> &mut [Self] {
        memory
    }
    #[inline(always)]
    fn memory(numbers: &[Self]) -> &[T] {
        numbers
    }
    #[inline(always)]
    fn memory_mut(numbers: &mut [Self]) -> &mut [T] {
        numbers
    }
}
