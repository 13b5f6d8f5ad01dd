//! A single neuron of many inputs.

use super::Error;
use super::shape::same;
use crate::isa::{Isa, Kernel};
use crate::{Number, Real};

/// Partial sums of a product: 4 registers of 512 bits, so that no sum waits for the one before.
const SUMS: usize = 32;

/// Σ w[i] x[i]: number i goes to partial sum i mod 32, and these are added by halves.
struct Dot<'a> {
    w: &'a [f64],
    x: &'a [f64],
}

impl Kernel for Dot<'_> {
    type Real = f64;
    type Output = f64;
    #[inline(always)]
    fn run<V: Number<Real = f64>, const ROWS: usize, const HALF: usize>(self) -> f64 {
        match V::LANES {
            8 => dot::<V, 4>(self.w, self.x),
            4 => dot::<V, 8>(self.w, self.x),
            _ => dot::<V, 16>(self.w, self.x),
        }
    }
}

#[inline(always)]
fn dot<V: Number<Real = f64>, const REGISTERS: usize>(w: &[f64], x: &[f64]) -> f64 {
    let mut sums = [V::splat(0.0); REGISTERS];
    let ((w, w_rest), (x, x_rest)) = (w.as_chunks::<SUMS>(), x.as_chunks::<SUMS>());
    for (w, x) in w.iter().zip(x) {
        let w: &[V; REGISTERS] = V::of(w).first_chunk().expect("32 numbers");
        let x: &[V; REGISTERS] = V::of(x).first_chunk().expect("32 numbers");
        for r in 0..REGISTERS {
            sums[r] = w[r].mul_add(x[r], sums[r]);
        }
    }
    let mut all = [0.0; SUMS];
    all.copy_from_slice(V::memory(&sums));
    for (sum, (w, x)) in all.iter_mut().zip(w_rest.iter().zip(x_rest)) {
        *sum = w.mul_add(*x, *sum);
    }
    let mut half = SUMS / 2;
    while half > 0 {
        for i in 0..half {
            all[i] += all[i + half];
        }
        half /= 2;
    }
    all[0]
}

/// What a neuron with weights `w` and bias `b` answers to `x`: σ(w·x + b).
///
/// # Errors
/// [`Error::Length`] if there is not one weight for each input.
pub fn neuron(isa: Isa, w: &[f64], x: &[f64], b: f64) -> Result<f64, Error> {
    same("x", w.len(), x.len())?;
    Ok(sigmoid(isa.run(Dot { w, x }) + b))
}

/// One step down the slope of E = ½ (y − t)² for one example: what the neuron answered before it.
///
/// # Errors
/// As [`neuron`].
pub fn sgd_step(
    isa: Isa,
    w: &mut [f64],
    b: &mut f64,
    x: &[f64],
    target: f64,
    rate: f64,
) -> Result<f64, Error> {
    let y = neuron(isa, w, x, *b)?;
    // δ = (y − t) · y · (1 − y)
    let delta = (y - target) * y * (1.0 - y);
    isa.run(Step {
        w,
        x,
        by: -(rate * delta),
    });
    *b -= rate * delta;
    Ok(y)
}

/// w[i] ← w[i] + by · x[i]
struct Step<'a> {
    w: &'a mut [f64],
    x: &'a [f64],
    by: f64,
}

impl Kernel for Step<'_> {
    type Real = f64;
    type Output = ();
    #[inline(always)]
    fn run<V: Number<Real = f64>, const ROWS: usize, const HALF: usize>(self) {
        for (w, x) in self.w.iter_mut().zip(self.x) {
            *w = Real::fused(self.by, *x, *w);
        }
    }
}

/// σ(z) = 1 / (1 + e⁻ᶻ), in the form that does not overflow.
fn sigmoid(z: f64) -> f64 {
    let e = libm::exp(-z.abs());
    if z < 0.0 {
        e / (1.0 + e)
    } else {
        1.0 / (1.0 + e)
    }
}
