//! The sum over a group of samples.

use crate::Number;
use crate::isa::Kernel;

pub const GROUP: usize = 16;

/// by halves
#[inline(always)]
pub fn folded(v: [f32; GROUP]) -> f32 {
    let mut v = v;
    for l in 0..8 { v[l] += v[l + 8]; }
    for l in 0..4 { v[l] += v[l + 4]; }
    (v[0] + v[2]) + (v[1] + v[3])
}
/// Lanes of several parts to one sum a number.
pub struct Fold<'a> {
    pub lanes: &'a [f32],
    pub sums: &'a mut [f32],
}
impl Kernel for Fold<'_> {
    type Real = f32;
    type Output = ();
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let l = V::LANES;
        let n = self.sums.len();
        for (i, sum) in self.sums.iter_mut().enumerate() {
            let mut v = [0.0; GROUP];
            for (p, v) in v.chunks_exact_mut(l).enumerate() { v.copy_from_slice(&self.lanes[(p * n + i) * l..][..l]); }
            *sum = folded(v);
        }
    }
}
