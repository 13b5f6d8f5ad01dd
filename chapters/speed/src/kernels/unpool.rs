//! Back through the maximum and the ReLU.

use crate::Number;
use crate::isa::Kernel;

/// ∂L/∂z from ∂L of the pooled maps: to the winner of each window goes all, to the others nothing.
#[derive(Debug)]
pub struct Unpool<'a> {
    /// ∂L/∂y of the pooled maps: filters×rows×columns of windows.
    pub d_pooled: &'a [f32],
    /// Who won, as the forward pass wrote it, in the same shape.
    pub winner: &'a [f32],
    /// How many windows a row has.
    pub columns: usize,
    /// Written: filters×rows×columns of z, two of each for one of a window.
    pub d_z: &'a mut [f32],
    /// Added to, lane by lane: ∂L/∂b, one for each filter.
    pub d_bias: &'a mut [f32],
}

impl Kernel for Unpool<'_> {
    type Real = f32;
    type Output = ();

    // ANCHOR: unpool
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let (d_z, d_bias) = (V::of_mut(self.d_z), V::of_mut(self.d_bias));
        let windows = V::of(self.d_pooled).iter().zip(V::of(self.winner));
        let each = V::of(self.winner).len() / d_bias.len();
        let zero = V::splat(0.0);
        for (n, (d, at)) in windows.enumerate() {
            let upper = n / self.columns * 4 * self.columns + n % self.columns * 2;
            let lower = upper + 2 * self.columns;
            for (q, place) in
                [upper, upper + 1, lower, lower + 1].into_iter().enumerate()
            {
                d_z[place] = at.if_equal(V::splat(q as f32), *d, zero);
            }
            // ∂L/∂b[o] = Σ ∂L/∂z[o]
            let b = &mut d_bias[n / each];
            *b = b.plus(V::splat(4.0).if_greater(*at, *d, zero));
        }
    }
    // ANCHOR_END: unpool
}
