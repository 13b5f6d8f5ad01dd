//! The slopes of the biases.

use crate::Number;
use crate::isa::Kernel;

/// ∂L/∂b, from ∂L of the pooled maps.
#[derive(Debug)]
pub struct DBias<'a> {
    /// ∂L of the pooled maps, 0 where these are: filters×windows.
    pub d: &'a [f32],
    /// Written, lane by lane: one for each filter.
    pub d_bias: &'a mut [f32],
}

impl Kernel for DBias<'_> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let (d, d_bias) = (V::of(self.d), V::of_mut(self.d_bias));
        let windows = d.len() / d_bias.len();
        for (d, d_bias) in d.chunks_exact(windows).zip(d_bias) {
            // ∂L/∂b[o] = Σᵢ Σⱼ ∂L/∂y[o, i, j]
            let mut sum = V::splat(0.0);
            for d in d {
                sum = sum.plus(*d);
            }
            *d_bias = sum;
        }
    }
}
