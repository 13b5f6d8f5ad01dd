//! A dense layer.

use crate::{Lanes, Scalar};

/// The weighted sums z, from the inputs x, the weights w (outputs×inputs) and the biases b.
#[inline(always)]
pub fn forward<V: Lanes>(x: &[V], w: &[V::Scalar], b: &[V::Scalar], z: &mut [V]) {
    for o in 0..z.len() {
        // z[o] = b[o] + Σₖ w[o, k] · x[k]
        let mut sum = V::splat(b[o]);
        for k in 0..x.len() {
            sum = V::splat(w[o * x.len() + k]).mul_add(x[k], sum);
        }
        z[o] = sum;
    }
}

/// Adds ∂L/∂w to `d_w`, from the first sample in the lanes to the last.
#[inline(always)]
pub fn d_weights<V: Lanes>(x: &[V], d_z: &[V], d_w: &mut [V::Scalar]) {
    let (inputs, outputs) = (x.len(), d_z.len());
    let (x, d_z) = (V::scalars(x), V::scalars(d_z));
    for o in 0..outputs {
        for k in 0..inputs {
            // ∂L/∂w[o, k] = Σ ∂L/∂z[o] · x[k] over the samples
            let sum = &mut d_w[o * inputs + k];
            for l in 0..V::LANES {
                let (d, x) = (d_z[o * V::LANES + l], x[k * V::LANES + l]);
                *sum = d.mul_add(x, *sum);
            }
        }
    }
}

/// ∂L/∂x, from ∂L/∂z.
#[inline(always)]
pub fn d_x<V: Lanes>(w: &[V::Scalar], d_z: &[V], d_x: &mut [V]) {
    let inputs = d_x.len();
    for k in 0..inputs {
        // ∂L/∂x[k] = Σ_o w[o, k] · ∂L/∂z[o]
        let mut sum = V::splat(V::Scalar::ZERO);
        for o in 0..d_z.len() {
            sum = V::splat(w[o * inputs + k]).mul_add(d_z[o], sum);
        }
        d_x[k] = sum;
    }
}
