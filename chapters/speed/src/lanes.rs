//! A value, or several of them that are computed as one.
//!
//! The textbook's loops are `x.mul_add(w, sum)`, whatever type `x` has. Where it is one `f32`,
//! they compute one sample. Where it is `[f32; 16]`, they compute sixteen, in the lanes of one
//! register, and every lane does what the loop did alone: the same operations in the same order.

mod array;

use crate::Scalar;

// ANCHOR: lanes
/// One value, or one for each of several samples: `f32`, or `[f32; N]`.
pub trait Lanes: Copy + Send + Sync + 'static {
    /// What is in a lane.
    type Scalar: Scalar;
    /// How many lanes there are.
    const LANES: usize;
    /// The same value in each lane.
    fn splat(value: Self::Scalar) -> Self;
    /// `self · factor + sum`, rounded once, in each lane.
    fn mul_add(self, factor: Self, sum: Self) -> Self;
    /// `self + other`, in each lane.
    fn add(self, other: Self) -> Self;
    /// `self` without its sign, in each lane.
    fn abs(self) -> Self;
    /// `then` in the lanes where `self > other`, `otherwise` in the rest. Nothing is
    /// greater than NaN, nor is NaN greater than anything.
    fn if_greater(self, other: Self, then: Self, otherwise: Self) -> Self;
    /// `then` in the lanes where `self == other`, `otherwise` in the rest.
    fn if_equal(self, other: Self, then: Self, otherwise: Self) -> Self;
    // FOLD
    /// Every `stride`th scalar, from the first, if there are enough of them.
    fn strided(scalars: &[Self::Scalar], stride: usize) -> Option<Self>;
    /// The first, third, … of the lanes of `self` and `next`, and the others.
    fn unzip(self, next: Self) -> [Self; 2];
    /// Scalars, as many to a value as there are lanes. A rest at the end is left out.
    fn of(scalars: &[Self::Scalar]) -> &[Self];
    /// The same, to write to.
    fn of_mut(scalars: &mut [Self::Scalar]) -> &mut [Self];
    /// The scalars in the lanes of some values, one value after the other.
    fn scalars(values: &[Self]) -> &[Self::Scalar];
    /// The same, to write to.
    fn scalars_mut(values: &mut [Self]) -> &mut [Self::Scalar];
    // FOLD_END
}
// ANCHOR_END: lanes

impl<T: Scalar> Lanes for T {
    type Scalar = T;
    const LANES: usize = 1;
    #[inline(always)]
    fn splat(value: T) -> Self {
        value
    }
    #[inline(always)]
    fn mul_add(self, factor: Self, sum: Self) -> Self {
        Scalar::fma(self, factor, sum)
    }
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Scalar::sum(self, other)
    }
    #[inline(always)]
    fn abs(self) -> Self {
        Scalar::magnitude(self)
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
    fn strided(scalars: &[T], _stride: usize) -> Option<Self> {
        scalars.first().copied()
    }
    #[inline(always)]
    fn unzip(self, next: Self) -> [Self; 2] {
        [self, next]
    }
    #[inline(always)]
    fn of(scalars: &[T]) -> &[Self] {
        scalars
    }
    #[inline(always)]
    fn of_mut(scalars: &mut [T]) -> &mut [Self] {
        scalars
    }
    #[inline(always)]
    fn scalars(values: &[Self]) -> &[T] {
        values
    }
    #[inline(always)]
    fn scalars_mut(values: &mut [Self]) -> &mut [T] {
        values
    }
}
