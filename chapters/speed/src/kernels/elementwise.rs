//! Value after value in memory, and each by itself: here the compiler finds the lanes.

use crate::isa::Kernel;
use crate::{Lanes, Scalar};

/// max(0, z), in place.
#[derive(Debug)]
pub struct Relu<'a>(pub &'a mut [f32]);

impl Kernel for Relu<'_> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        for z in self.0 {
            *z = z.if_greater(0.0, *z, 0.0);
        }
    }
}

/// ∂L/∂z from ∂L/∂y, in place: 0 where the ReLU gave 0.
#[derive(Debug)]
pub struct ReluBackward<'a> {
    /// What the ReLU gave.
    pub y: &'a [f32],
    /// ∂L/∂y, and then ∂L/∂z.
    pub d: &'a mut [f32],
}

impl Kernel for ReluBackward<'_> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        for (d, y) in self.d.iter_mut().zip(self.y) {
            *d = y.if_greater(0.0, *d, 0.0);
        }
    }
}

/// The larger of every two values.
#[derive(Debug)]
pub struct MaxOfPairs<'a> {
    /// None of them NaN.
    pub y: &'a [f32],
    /// Written, half as many.
    pub pooled: &'a mut [f32],
}

impl Kernel for MaxOfPairs<'_> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        for (pooled, [a, b]) in self.pooled.iter_mut().zip(self.y.as_chunks().0) {
            *pooled = if a > b { *a } else { *b };
        }
    }
}

/// A step with momentum: v ← μ v + g,  w ← w − η v.
#[derive(Debug)]
pub struct Momentum<'a> {
    /// Changed.
    pub w: &'a mut [f32],
    /// Changed: the velocities.
    pub v: &'a mut [f32],
    /// The gradient.
    pub g: &'a [f32],
    /// η.
    pub rate: f32,
    /// μ.
    pub momentum: f32,
}

impl Kernel for Momentum<'_> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        for ((w, v), g) in self.w.iter_mut().zip(self.v).zip(self.g) {
            *v = Scalar::fma(self.momentum, *v, *g);
            *w = Scalar::fma(-self.rate, *v, *w);
        }
    }
}
