//! A number, or several of them that are reckoned with as one.
//!
//! The textbook's loops say `x.mul_add(w, sum)` and do not care what `x` is. Where it is one `f32`,
//! they go through one sample. Where it is `[f32; 16]`, they go through sixteen, in the lanes of one
//! register, and every lane does what the loop did alone: the same operations in the same order.

use std::fmt::Debug;

/// What a lane can hold: `f32` or `f64`.
pub trait Real: Copy + Debug + Default + PartialOrd + Send + Sync + 'static {
    /// 0.
    const ZERO: Self;
    /// −∞.
    const LEAST: Self;
    /// As many as a register of 512 bits holds.
    type By512: Number<Real = Self>;
    /// As many as a register of 256 bits holds.
    type By256: Number<Real = Self>;
    /// As many as a register of 128 bits holds.
    type By128: Number<Real = Self>;
    /// `self · factor + sum`, rounded once.
    fn fused(self, factor: Self, sum: Self) -> Self;
    /// `self + other`.
    fn added(self, other: Self) -> Self;
    /// `self · other`.
    fn times(self, other: Self) -> Self;
    /// `self` without its sign.
    fn size(self) -> Self;
    /// The nearest number of this kind.
    fn nearest(value: f64) -> Self;
    /// The same number, exactly.
    fn widened(self) -> f64;
    /// A square with its rows as columns.
    #[inline(always)]
    fn turned(square: [[Self; 4]; 4]) -> [[Self; 4]; 4] {
        let mut turned = square;
        for r in 0..4 {
            for c in 0..4 {
                turned[c][r] = square[r][c];
            }
        }
        turned
    }
}

macro_rules! real {
    ($number:ident, $by512:literal, $by256:literal, $by128:literal; $($turned:item)?) => {
        impl Real for $number {
            const ZERO: Self = 0.0;
            const LEAST: Self = $number::NEG_INFINITY;
            type By512 = [$number; $by512];
            type By256 = [$number; $by256];
            type By128 = [$number; $by128];
            #[inline(always)]
            fn fused(self, factor: Self, sum: Self) -> Self {
                $number::mul_add(self, factor, sum)
            }
            #[inline(always)]
            fn added(self, other: Self) -> Self {
                self + other
            }
            #[inline(always)]
            fn times(self, other: Self) -> Self {
                self * other
            }
            #[inline(always)]
            fn size(self) -> Self {
                self.abs()
            }
            fn nearest(value: f64) -> Self {
                value as $number
            }
            fn widened(self) -> f64 {
                self.into()
            }
            $($turned)?
        }
    };
}

real!(f64, 8, 4, 2;);
real!(f32, 16, 8, 4;
    // In the loop of numbers the compiler sees that nothing is computed, and moves each by itself.
    #[cfg(target_arch = "x86_64")]
    #[inline(always)]
    fn turned(square: [[f32; 4]; 4]) -> [[f32; 4]; 4] {
        use pulp::core_arch::x86::Sse;
        let sse = Sse::try_new().expect("every processor of this kind has it");
        let [a, b, c, d] = square.map(pulp::cast);
        let (ab, ab_rest) = (sse._mm_unpacklo_ps(a, b), sse._mm_unpackhi_ps(a, b));
        let (cd, cd_rest) = (sse._mm_unpacklo_ps(c, d), sse._mm_unpackhi_ps(c, d));
        let columns = [
            sse._mm_movelh_ps(ab, cd),
            sse._mm_movehl_ps(cd, ab),
            sse._mm_movelh_ps(ab_rest, cd_rest),
            sse._mm_movehl_ps(cd_rest, ab_rest),
        ];
        columns.map(pulp::cast)
    }
);

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
