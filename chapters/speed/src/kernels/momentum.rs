//! A step with momentum, for numbers whose slopes are known.

use crate::isa::Kernel;
use crate::network::Rates;
use crate::{Number, Real};

/// v ← μ v + g,  w ← w − η v, number by number.
#[derive(Debug)]
pub struct Momentum<'a> {
    /// Changed.
    pub w: &'a mut [f32],
    /// Changed: the velocities.
    pub v: &'a mut [f32],
    /// The slopes.
    pub g: &'a [f32],
    /// η and μ.
    pub rates: Rates,
}

impl Kernel for Momentum<'_> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let Rates { rate, momentum } = self.rates;
        for ((w, v), g) in self.w.iter_mut().zip(self.v).zip(self.g) {
            *v = Real::fused(momentum, *v, *g);
            *w = Real::fused(-rate, *v, *w);
        }
    }
}
