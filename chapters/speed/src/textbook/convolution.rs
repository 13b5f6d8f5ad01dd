//! A convolution.

use crate::{Number, Real};

// ANCHOR: sizes
/// The sizes of a layer whose image is square, and padded already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// Sheets of the image.
    pub channels: usize,
    /// Rows and columns of the image.
    pub side: usize,
    /// Kernels.
    pub filters: usize,
    /// Rows and columns of a kernel.
    pub k: usize,
}

impl Sizes {
    /// Rows and columns of a map.
    pub const fn map(&self) -> usize {
        self.side - self.k + 1
    }

    /// Where the image has row `i` and column `j` of channel `c`.
    #[inline(always)]
    pub fn x(&self, c: usize, i: usize, j: usize) -> usize {
        (c * self.side + i) * self.side + j
    }

    /// Where the kernels have row `u` and column `v` of channel `c` of filter `o`.
    #[inline(always)]
    pub fn w(&self, o: usize, c: usize, u: usize, v: usize) -> usize {
        ((o * self.channels + c) * self.k + u) * self.k + v
    }

    /// Where the maps have row `i` and column `j` of filter `o`.
    #[inline(always)]
    pub fn z(&self, o: usize, i: usize, j: usize) -> usize {
        (o * self.map() + i) * self.map() + j
    }
}
// ANCHOR_END: sizes

// ANCHOR: forward
/// z (filters×rows×columns), from the image x (channels×rows×columns), the kernels w
/// (filters×channels×k×k) and the biases b.
#[inline(always)]
pub fn forward<V: Number>(
    s: Sizes,
    x: &[V],
    w: &[V::Real],
    b: &[V::Real],
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
pub fn d_kernels<V: Number>(s: Sizes, x: &[V], d_z: &[V], d_w: &mut [V]) {
    for o in 0..s.filters {
        for c in 0..s.channels {
            for u in 0..s.k {
                for v in 0..s.k {
                    // ∂L/∂w[o, c, u, v] = Σᵢ Σⱼ ∂L/∂z[o, i, j] · x[c, i + u, j + v]
                    let mut sum = V::splat(V::Real::ZERO);
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
pub fn d_x<V: Number>(s: Sizes, w: &[V::Real], d_z: &[V], d_x: &mut [V]) {
    for c in 0..s.channels {
        for i in 0..s.side {
            for j in 0..s.side {
                // ∂L/∂x[c, i, j] = Σ_o Σᵤ Σᵥ w[o, c, u, v] · ∂L/∂z[o, i − u, j − v]
                let mut sum = V::splat(V::Real::ZERO);
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
