//! A number, or several of them that are reckoned with as one.
//!
//! The textbook's loops say `x.mul_add(w, sum)` and do not care what `x` is. Where it is one `f32`,
//! they go through one sample. Where it is `[f32; 16]`, they go through sixteen, in the lanes of one
//! register, and every lane does what the loop did alone: the same operations in the same order.

mod lanes;
mod one;
mod real;

pub use real::Real;

// ANCHOR: number
/// One number, or one for each of several samples: `f32`, or `[f32; N]`.
pub trait Number: Copy + Send + Sync + 'static {
    /// What is in a lane.
    type Real: Real;
    /// How many lanes there are.
    const LANES: usize;
    /// The same value in each lane.
    fn splat(value: Self::Real) -> Self;
    /// `self · factor + sum`, rounded once, in each lane.
    fn mul_add(self, factor: Self, sum: Self) -> Self;
    /// `self + other`, in each lane.
    fn plus(self, other: Self) -> Self;
    /// `self` without its sign, in each lane.
    fn abs(self) -> Self;
    /// `then` in the lanes where `self > other`, `otherwise` in the rest. Nothing is
    /// greater than NaN, nor is NaN greater than anything.
    fn if_greater(self, other: Self, then: Self, otherwise: Self) -> Self;
    /// `then` in the lanes where `self == other`, `otherwise` in the rest.
    fn if_equal(self, other: Self, then: Self, otherwise: Self) -> Self;
    /// The first number in memory.
    #[inline(always)]
    fn read(memory: &[Self::Real]) -> Self {
        Self::of(memory)[0]
    }
    /// Every `step`th number in memory, from the first.
    fn every(memory: &[Self::Real], step: usize) -> Self;
    /// The first, third, … of the lanes of `self` and `next`, and the others.
    fn unzip(self, next: Self) -> [Self; 2];
    /// Writes it to the beginning of some memory.
    #[inline(always)]
    fn write(self, memory: &mut [Self::Real]) {
        Self::of_mut(memory)[0] = self;
    }
    /// Plain memory, as numbers. What is left over at its end is not shown.
    fn of(memory: &[Self::Real]) -> &[Self];
    /// The same, to write to.
    fn of_mut(memory: &mut [Self::Real]) -> &mut [Self];
    /// Numbers, as plain memory.
    fn memory(numbers: &[Self]) -> &[Self::Real];
    /// The same, to write to.
    fn memory_mut(numbers: &mut [Self]) -> &mut [Self::Real];
}
// ANCHOR_END: number
