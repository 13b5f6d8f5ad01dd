//! Back through the maximum and the ReLU.

use crate::Number;
use crate::isa::Kernel;

pub struct Unpool<'a> {
    pub d_pooled: &'a [f32],
    pub winner: &'a [f32],
    /// windows in a row
    pub side: usize,
    pub d_z: &'a mut [f32],
    /// one number of V
    pub d_bias: &'a mut [f32],
}
impl Kernel for Unpool<'_> {
    type Real = f32;
    type Output = ();
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let Self { side, .. } = self;
        let (d_pooled, winner, d_z) = (V::of(self.d_pooled), V::of(self.winner), V::of_mut(self.d_z));
        let zero = V::splat(0.0);
        let per_bias = d_pooled.len() / V::of(self.d_bias).len();
        for (n, d_bias) in V::of_mut(self.d_bias).iter_mut().enumerate() {
            let mut sum = *d_bias;
            let at = n * per_bias;
            let rows = d_pooled[at..][..per_bias].chunks_exact(side).zip(winner[at..][..per_bias].chunks_exact(side));
            for ((d_pooled, winner), d_z) in rows.zip(d_z[4 * at..].chunks_exact_mut(4 * side)) {
                let (upper, lower) = d_z.split_at_mut(2 * side);
                let windows = upper.as_chunks_mut::<2>().0.iter_mut().zip(lower.as_chunks_mut::<2>().0);
                for ((d, at), (upper, lower)) in d_pooled.iter().zip(winner).zip(windows) {
                    *upper = [at.if_equal(V::splat(0.0), *d, zero), at.if_equal(V::splat(1.0), *d, zero)];
                    *lower = [at.if_equal(V::splat(2.0), *d, zero), at.if_equal(V::splat(3.0), *d, zero)];
                    sum = sum.plus(V::splat(4.0).if_greater(*at, *d, zero));
                }
            }
            *d_bias = sum;
        }
    }
}
