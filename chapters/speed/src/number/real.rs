//! What a lane can hold.

use super::Number;
use std::fmt::Debug;

/// What a lane can hold: `f32` or `f64`.
pub trait Real: Copy + Debug + Default + PartialOrd + Send + Sync + 'static {
    /// 0.
    const ZERO: Self;
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
