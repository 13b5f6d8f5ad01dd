//! A single neuron of many inputs.

use crate::error::Error;
use crate::registers::read;
use crate::shape::same;
use speed::isa::{Isa, Kernel};
use speed::{Lanes, Scalar};

/// Partial sums of a product: 4 registers of 512 bits, so that no sum waits for the one before.
const SUMS: usize = 32;

/// Σ w[i] x[i]: number i goes to partial sum i mod 32, and these are added by halves.
struct Dot<'a> {
    w: &'a [f64],
    x: &'a [f64],
}

impl Kernel for Dot<'_> {
    type Scalar = f64;
    type Output = f64;
    #[inline(always)]
    fn run<V: Lanes<Scalar = f64>>(self) -> f64 {
        match V::LANES {
            8 => dot::<V, 4>(self.w, self.x),
            4 => dot::<V, 8>(self.w, self.x),
            _ => dot::<V, 16>(self.w, self.x),
        }
    }
}

#[inline(always)]
fn dot<V: Lanes<Scalar = f64>, const REGISTERS: usize>(w: &[f64], x: &[f64]) -> f64 {
    let mut sums = [V::splat(0.0); REGISTERS];
    let ((w, w_rest), (x, x_rest)) = (w.as_chunks::<SUMS>(), x.as_chunks::<SUMS>());
    for (w, x) in w.iter().zip(x) {
        add(&mut sums, w, x);
    }
    for r in 0..REGISTERS {
        let (w, x) = (rest::<V>(w_rest, r), rest::<V>(x_rest, r));
        sums[r] = w.mul_add(x, sums[r]);
    }
    let mut half = REGISTERS / 2;
    while half > 0 {
        for r in 0..half {
            sums[r] = sums[r].add(sums[r + half]);
        }
        half /= 2;
    }
    let mut lanes = [0.0; 8];
    lanes[..V::LANES].copy_from_slice(V::scalars(&sums[..1]));
    let mut half = V::LANES / 2;
    while half > 0 {
        for l in 0..half {
            lanes[l] += lanes[l + half];
        }
        half /= 2;
    }
    lanes[0]
}

/// Register `r` of what is left over, filled up with zeros.
#[inline(always)]
fn rest<V: Lanes<Scalar = f64>>(numbers: &[f64], r: usize) -> V {
    match numbers.get(r * V::LANES..) {
        None | Some([]) => V::splat(0.0),
        Some(whole) if whole.len() >= V::LANES => read::<V>(whole),
        Some(few) => {
            let mut filled = [0.0; 8];
            filled[..few.len()].copy_from_slice(few);
            read::<V>(&filled)
        }
    }
}

/// Adds the products of 32 numbers to their sums.
#[inline(always)]
fn add<V: Lanes<Scalar = f64>, const REGISTERS: usize>(
    sums: &mut [V; REGISTERS],
    w: &[f64; SUMS],
    x: &[f64; SUMS],
) {
    for r in 0..REGISTERS {
        sums[r] = V::of(w)[r].mul_add(V::of(x)[r], sums[r]);
    }
}

/// The output of a neuron with weights `w` and bias `b` for `x`: σ(w·x + b).
///
/// ```
/// let y = direct::neuron(direct::Isa::best(), &[0.5, -0.5], &[1.0, 1.0], 0.0);
/// assert_eq!(y, Ok(0.5));
/// ```
///
/// # Errors
/// [`Error::Length`] if there is not one weight for each input.
pub fn neuron(isa: Isa, w: &[f64], x: &[f64], b: f64) -> Result<f64, Error> {
    same("x", w.len(), x.len())?;
    Ok(sigmoid(isa.run(Dot { w, x }) + b))
}

/// One step of gradient descent on E = ½ (y − t)² for one example. Returns the output before the step.
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
    type Scalar = f64;
    type Output = ();
    #[inline(always)]
    fn run<V: Lanes<Scalar = f64>>(self) {
        for (w, x) in self.w.iter_mut().zip(self.x) {
            *w = Scalar::fma(self.by, *x, *w);
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
