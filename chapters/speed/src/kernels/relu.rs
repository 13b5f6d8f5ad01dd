//! The ReLU between dense layers.

use crate::Number;
use crate::isa::Kernel;

/// max(0, z), in place.
#[derive(Debug)]
pub struct Forward<'a>(pub &'a mut [f32]);

impl Kernel for Forward<'_> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let zero = V::splat(0.0);
        for z in V::of_mut(self.0) {
            *z = z.if_greater(zero, *z, zero);
        }
    }
}

/// ∂L/∂z from ∂L/∂y, in place: 0 where the ReLU gave 0.
#[derive(Debug)]
pub struct Backward<'a> {
    /// What the ReLU gave.
    pub y: &'a [f32],
    /// ∂L/∂y, and then ∂L/∂z.
    pub d: &'a mut [f32],
}

impl Kernel for Backward<'_> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let zero = V::splat(0.0);
        for (d, y) in V::of_mut(self.d).iter_mut().zip(V::of(self.y)) {
            *d = y.if_greater(zero, *d, zero);
        }
    }
}
