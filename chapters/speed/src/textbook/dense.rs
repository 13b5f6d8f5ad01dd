//! A dense layer.

use crate::{Number, Real};

// ANCHOR: forward
/// The weighted sums z, from the inputs x, the weights w (outputs×inputs) and the biases b.
#[inline(always)]
pub fn forward<V: Number>(x: &[V], w: &[V::Real], b: &[V::Real], z: &mut [V]) {
    for o in 0..z.len() {
        // z[o] = b[o] + Σₖ w[o, k] · x[k]
        let mut sum = V::splat(b[o]);
        for k in 0..x.len() {
            sum = V::splat(w[o * x.len() + k]).mul_add(x[k], sum);
        }
        z[o] = sum;
    }
}
// ANCHOR_END: forward

// ANCHOR: d_weights
/// Adds ∂L/∂w to `d_w`, from the first sample in the lanes to the last.
#[inline(always)]
pub fn d_weights<V: Number>(x: &[V], d_z: &[V], d_w: &mut [V::Real]) {
    let (values, slopes) = (V::memory(x), V::memory(d_z));
    for o in 0..d_z.len() {
        for k in 0..x.len() {
            // ∂L/∂w[o, k] = Σ ∂L/∂z[o] · x[k] over the samples
            let sum = &mut d_w[o * x.len() + k];
            for l in 0..V::LANES {
                let (d, x) = (slopes[o * V::LANES + l], values[k * V::LANES + l]);
                *sum = d.mul_add(x, *sum);
            }
        }
    }
}
// ANCHOR_END: d_weights

// ANCHOR: d_x
/// ∂L/∂x, from ∂L/∂z.
#[inline(always)]
pub fn d_x<V: Number>(w: &[V::Real], d_z: &[V], d_x: &mut [V]) {
    let inputs = d_x.len();
    for k in 0..inputs {
        // ∂L/∂x[k] = Σ_o w[o, k] · ∂L/∂z[o]
        let mut sum = V::splat(V::Real::ZERO);
        for o in 0..d_z.len() {
            sum = V::splat(w[o * inputs + k]).mul_add(d_z[o], sum);
        }
        d_x[k] = sum;
    }
}
// ANCHOR_END: d_x
