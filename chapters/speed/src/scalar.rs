//! What a lane can hold.

use crate::Lanes;
use std::fmt::Debug;

/// What a lane can hold: `f32` or `f64`.
pub trait Scalar: Copy + Debug + Default + PartialOrd + Send + Sync + 'static {
    /// 0.
    const ZERO: Self;
    /// As many as a register of 512 bits holds.
    type By512: Lanes<Scalar = Self>;
    /// As many as a register of 256 bits holds.
    type By256: Lanes<Scalar = Self>;
    /// As many as a register of 128 bits holds.
    type By128: Lanes<Scalar = Self>;
    /// `self · factor + sum`, rounded once.
    fn fma(self, factor: Self, sum: Self) -> Self;
    /// `self + other`.
    fn sum(self, other: Self) -> Self;
    /// `self · other`.
    fn product(self, other: Self) -> Self;
    /// `self` without its sign.
    fn magnitude(self) -> Self;
    /// The nearest number of this type.
    fn from_f64(value: f64) -> Self;
    /// The same number, exactly.
    fn to_f64(self) -> f64;
    /// A 4×4 matrix with its rows as columns.
    #[inline(always)]
    fn transposed(matrix: [[Self; 4]; 4]) -> [[Self; 4]; 4] {
        let mut transposed = matrix;
        for r in 0..4 {
            for c in 0..4 {
                transposed[c][r] = matrix[r][c];
            }
        }
        transposed
    }
}

macro_rules! scalar {
    ($scalar:ident, $by512:literal, $by256:literal, $by128:literal; $($transposed:item)?) => {
        impl Scalar for $scalar {
            const ZERO: Self = 0.0;
            type By512 = [$scalar; $by512];
            type By256 = [$scalar; $by256];
            type By128 = [$scalar; $by128];
            #[inline(always)]
            fn fma(self, factor: Self, sum: Self) -> Self {
                $scalar::mul_add(self, factor, sum)
            }
            #[inline(always)]
            fn sum(self, other: Self) -> Self {
                self + other
            }
            #[inline(always)]
            fn product(self, other: Self) -> Self {
                self * other
            }
            #[inline(always)]
            fn magnitude(self) -> Self {
                self.abs()
            }
            fn from_f64(value: f64) -> Self {
                value as $scalar
            }
            fn to_f64(self) -> f64 {
                self.into()
            }
            $($transposed)?
        }
    };
}

scalar!(f64, 8, 4, 2;);
scalar!(f32, 16, 8, 4;
    // Of the loop over single numbers the compiler makes a move for each.
    #[cfg(target_arch = "x86_64")]
    #[inline(always)]
    fn transposed(matrix: [[f32; 4]; 4]) -> [[f32; 4]; 4] {
        use pulp::core_arch::x86::Sse;
        let sse = Sse::try_new().expect("every processor of this kind has it");
        let [a, b, c, d] = matrix.map(pulp::cast);
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
