//! What is left to do of the first pooling.

use crate::Number;
use crate::isa::Kernel;

/// The larger of every two numbers.
#[derive(Debug)]
pub struct Halve<'a> {
    /// None of them NaN.
    pub y: &'a [f32],
    /// Written, half as many.
    pub pooled: &'a mut [f32],
}

impl Kernel for Halve<'_> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        for (pooled, [a, b]) in self.pooled.iter_mut().zip(self.y.as_chunks().0) {
            *pooled = if a > b { *a } else { *b };
        }
    }
}
