//! Back through the maximum and the ReLU.

use crate::Number;
use crate::isa::Kernel;

/// ∂L/∂z from ∂L of the pooled maps: to the winner of each window goes all, to the others nothing. So
/// of two places side by side in a window one at most has a slope, and the two are kept as one: the
/// slope, and on which side it is.
#[derive(Debug)]
pub struct Unpool<'a> {
    /// ∂L/∂y of the pooled maps: filters×rows×columns of windows.
    pub d_pooled: &'a [f32],
    /// Who won, as the forward pass wrote it, in the same shape.
    pub winner: &'a [f32],
    /// How many windows a row has.
    pub columns: usize,
    /// Written: filters×rows×columns, with two rows for one of windows.
    pub d_z: &'a mut [f32],
    /// Written: 0 where the winner is on the left of its window, 1 where it is on the right.
    pub side: &'a mut [f32],
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
        let (winner, side) = (V::of(self.winner), V::of_mut(self.side));
        let windows = V::of(self.d_pooled).iter().zip(winner).zip(side);
        let each = winner.len() / d_bias.len();
        let [zero, one, two, three, none] = [0.0, 1.0, 2.0, 3.0, 4.0].map(V::splat);
        for (n, ((d, at), side)) in windows.enumerate() {
            let upper = n / self.columns * 2 * self.columns + n % self.columns;
            let d = none.if_greater(*at, *d, zero);
            d_z[upper] = two.if_greater(*at, d, zero);
            d_z[upper + self.columns] = two.if_greater(*at, zero, d);
            *side = at.if_equal(one, one, at.if_equal(three, one, zero));
            // ∂L/∂b[o] = Σ ∂L/∂z[o]
            d_bias[n / each] = d_bias[n / each].plus(d);
        }
    }
    // ANCHOR_END: unpool
}
