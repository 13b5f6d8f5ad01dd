//! The ReLU between dense layers.
//!
//! Number after number in memory, and each for itself: here the compiler finds the lanes.

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
        for z in self.0 {
            *z = z.if_greater(0.0, *z, 0.0);
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
        for (d, y) in self.d.iter_mut().zip(self.y) {
            *d = y.if_greater(0.0, *d, 0.0);
        }
    }
}
