//! A convolution.

use crate::geometry::Convolution;
use crate::{Lanes, Scalar};

// ANCHOR: forward
/// z (filters×rows×columns), from the image x (channels×rows×columns), the kernels w
/// (filters×channels×k×k) and the biases b.
#[inline(always)]
pub fn forward<V: Lanes>(
    s: Convolution,
    x: &[V],
    w: &[V::Scalar],
    b: &[V::Scalar],
    z: &mut [V],
) {
    for o in 0..s.filters {
        for i in 0..s.map() {
            for j in 0..s.map() {
                // z[o, i, j] = b[o] + Σ_c Σᵤ Σᵥ w[o, c, u, v] · x[c, i + u, j + v]
                let mut sum = V::splat(b[o]);
                for c in 0..s.channels {
                    for u in 0..s.k {
                        for v in 0..s.k {
                            let w = V::splat(w[s.w(o, c, u, v)]);
                            sum = w.mul_add(x[s.x(c, i + u, j + v)], sum);
                        }
                    }
                }
                z[s.z(o, i, j)] = sum;
            }
        }
    }
}
// ANCHOR_END: forward

// ANCHOR: d_kernels
/// ∂L/∂w, sample by sample, from ∂L/∂z.
#[inline(always)]
pub fn d_kernels<V: Lanes>(s: Convolution, x: &[V], d_z: &[V], d_w: &mut [V]) {
    for o in 0..s.filters {
        for c in 0..s.channels {
            for u in 0..s.k {
                for v in 0..s.k {
                    // ∂L/∂w[o, c, u, v] = Σᵢ Σⱼ ∂L/∂z[o, i, j] · x[c, i + u, j + v]
                    let mut sum = V::splat(V::Scalar::ZERO);
                    for i in 0..s.map() {
                        for j in 0..s.map() {
                            let d = d_z[s.z(o, i, j)];
                            sum = d.mul_add(x[s.x(c, i + u, j + v)], sum);
                        }
                    }
                    d_w[s.w(o, c, u, v)] = sum;
                }
            }
        }
    }
}
// ANCHOR_END: d_kernels

// ANCHOR: d_x
/// ∂L/∂x, from ∂L/∂z.
#[inline(always)]
pub fn d_x<V: Lanes>(s: Convolution, w: &[V::Scalar], d_z: &[V], d_x: &mut [V]) {
    for c in 0..s.channels {
        for i in 0..s.side {
            for j in 0..s.side {
                // ∂L/∂x[c, i, j] = Σ_o Σᵤ Σᵥ w[o, c, u, v] · ∂L/∂z[o, i − u, j − v]
                let mut sum = V::splat(V::Scalar::ZERO);
                for o in 0..s.filters {
                    for u in (i + 1).saturating_sub(s.map())..s.k.min(i + 1) {
                        for v in (j + 1).saturating_sub(s.map())..s.k.min(j + 1) {
                            let w = V::splat(w[s.w(o, c, u, v)]);
                            sum = w.mul_add(d_z[s.z(o, i - u, j - v)], sum);
                        }
                    }
                }
                d_x[s.x(c, i, j)] = sum;
            }
        }
    }
}
// ANCHOR_END: d_x
