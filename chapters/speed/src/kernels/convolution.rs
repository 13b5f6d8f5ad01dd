//! A convolution with 5×5 kernels: forward together with what follows it, and backward.

use crate::Number;
use crate::isa::Kernel;
use crate::kernels::row;

/// The side of the kernels, in pixels.
pub const K: usize = 5;
/// How many weights a kernel has for one channel.
pub const TAPS: usize = K * K;

/// Convolution, bias, ReLU and 2×2 maximum in one: what the convolution computes stays in registers.
#[derive(Debug)]
pub struct Forward<'a, const SIDE: usize> {
    /// channels×SIDE×SIDE, padded if the layer is.
    pub x: &'a [f32],
    /// taps×filters: side by side what one pixel of a window is multiplied by.
    pub kernels: &'a [f32],
    /// One for each filter.
    pub bias: &'a [f32],
    /// Written: filters×rows×columns of windows.
    pub pooled: &'a mut [f32],
    /// Written: which of the four in each window was the largest, from 0 to 3; 4 where all were
    /// below zero.
    pub winner: &'a mut [f32],
}

impl<const SIDE: usize> Kernel for Forward<'_, SIDE> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        match self.bias.len().is_multiple_of(ROWS) {
            true => forward::<V, SIDE, ROWS>(self),
            false => forward::<V, SIDE, HALF>(self),
        }
    }
}

// ANCHOR: forward
/// A tile is `R` filters by the four places of one window.
#[inline(always)]
fn forward<V: Number<Real = f32>, const SIDE: usize, const R: usize>(
    layer: Forward<'_, SIDE>,
) {
    let (x, sheet) = (V::of(layer.x), SIDE * SIDE);
    let (pooled, winner) = (V::of_mut(layer.pooled), V::of_mut(layer.winner));
    let (channels, windows) = (x.len() / sheet, (SIDE - K).div_ceil(2));
    let filters = layer.bias.len();
    for o in (0..filters).step_by(R) {
        for (i, j) in (0..windows * windows).map(|n| (n / windows, n % windows)) {
            let mut z = [[V::splat(0.0); 4]; R];
            for r in 0..R {
                z[r] = [V::splat(layer.bias[o + r]); 4];
            }
            for c in 0..channels {
                let window = &x[c * sheet + 2 * i * SIDE + 2 * j..][..K * SIDE + K + 1];
                for u in 0..K {
                    let upper: &[V; K + 1] = row(&window[u * SIDE..], 0);
                    let lower: &[V; K + 1] = row(&window[(u + 1) * SIDE..], 0);
                    let taps = &layer.kernels[(c * K + u) * K * filters..];
                    for v in 0..K {
                        let w: &[f32; R] = row(&taps[v * filters + o..], 0);
                        let x = [upper[v], upper[v + 1], lower[v], lower[v + 1]];
                        // z[o, i, j] = b[o]
                        //              + Σ_c Σᵤ Σᵥ w[o, c, u, v] · x[c, i + u, j + v]
                        for q in 0..4 {
                            for r in 0..R {
                                z[r][q] = V::splat(w[r]).mul_add(x[q], z[r][q]);
                            }
                        }
                    }
                }
            }
            for r in 0..R {
                // y = max(0, z of all four), and who it was
                let (mut y, mut at) = (V::splat(0.0), V::splat(4.0));
                for q in 0..4 {
                    at = z[r][q].if_greater(y, V::splat(q as f32), at);
                    y = z[r][q].if_greater(y, z[r][q], y);
                }
                let place = ((o + r) * windows + i) * windows + j;
                (pooled[place], winner[place]) = (y, at);
            }
        }
    }
}
// ANCHOR_END: forward

/// ∂L/∂w, from some rows of ∂L/∂z.
#[derive(Debug)]
pub struct DKernels<'a, const SIDE: usize, const PAIRS: usize> {
    /// What [`Forward`] read: channels×SIDE×SIDE.
    pub x: &'a [f32],
    /// The first of the rows.
    pub first: usize,
    /// How many they are, an even number.
    pub rows: usize,
    /// ∂L/∂z of some filters, as [`Unpool`](super::unpool::Unpool) leaves it: filters×rows×PAIRS.
    pub d_z: &'a [f32],
    /// On which side of its pair each of them is: filters×windows×PAIRS.
    pub side: &'a [f32],
    /// How many filters there are in all.
    pub filters: usize,
    /// taps×filters, from the first of these filters on. Written, lane by lane, by the first row of all,
    /// and added to by later ones.
    pub d_kernels: &'a mut [f32],
}

impl<const SIDE: usize, const PAIRS: usize> Kernel for DKernels<'_, SIDE, PAIRS> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let filters = V::of(self.d_z).len() / (self.rows * PAIRS);
        match filters.is_multiple_of(HALF) {
            true => d_kernels::<V, SIDE, PAIRS, HALF>(self),
            false => d_kernels::<V, SIDE, PAIRS, 2>(self),
        }
    }
}

// ANCHOR: d_kernels
/// A tile is `R` filters by the `K` weights of a kernel's row.
#[inline(always)]
fn d_kernels<V, const SIDE: usize, const PAIRS: usize, const R: usize>(
    layer: DKernels<'_, SIDE, PAIRS>,
) where
    V: Number<Real = f32>,
{
    let DKernels { rows, filters, .. } = layer;
    let (x, d_z, side) = (V::of(layer.x), V::of(layer.d_z), V::of(layer.side));
    let d_kernels = V::of_mut(layer.d_kernels);
    let (channels, left) = (x.len() / (SIDE * SIDE), V::splat(0.0));
    let blocks = d_z.chunks_exact(R * rows * PAIRS);
    let blocks = blocks.zip(side.chunks_exact(R * rows / 2 * PAIRS));
    for (block, (d_z, side)) in blocks.enumerate() {
        for (c, u) in (0..channels * K).map(|line| (line / K, line % K)) {
            let taps = &mut d_kernels[(c * K + u) * K * filters + block * R..];
            let mut sums = [[V::splat(0.0); K]; R];
            if layer.first > 0 {
                for r in 0..R {
                    for v in 0..K {
                        sums[r][v] = taps[v * filters + r];
                    }
                }
            }
            for i in 0..rows {
                let x: &[V; SIDE] = row(x, c * SIDE + layer.first + i + u);
                let mut d: [&[V; PAIRS]; R] = [row(d_z, i); R];
                let mut at: [&[V; PAIRS]; R] = [row(side, i / 2); R];
                for r in 0..R {
                    d[r] = row(d_z, r * rows + i);
                    at[r] = row(side, (r * rows + i) / 2);
                }
                for j in 0..PAIRS {
                    for r in 0..R {
                        for v in 0..K {
                            // ∂L/∂w[o, c, u, v]
                            //   = Σᵢ Σⱼ ∂L/∂z[o, i, j] · x[c, i + u, j + v]
                            let (a, b) = (x[2 * j + v], x[2 * j + 1 + v]);
                            let x = at[r][j].if_equal(left, a, b);
                            sums[r][v] = d[r][j].mul_add(x, sums[r][v]);
                        }
                    }
                }
            }
            for r in 0..R {
                for v in 0..K {
                    taps[v * filters + r] = sums[r][v];
                }
            }
        }
    }
}
// ANCHOR_END: d_kernels

/// ∂L/∂x, from ∂L/∂z.
#[derive(Debug)]
pub struct DX<'a, const SIDE: usize, const PAIRS: usize> {
    /// taps×filters.
    pub kernels: &'a [f32],
    /// ∂L/∂z, as [`Unpool`](super::unpool::Unpool) leaves it: filters×rows×PAIRS.
    pub d_z: &'a [f32],
    /// On which side of its pair each of them is: filters×PAIRS×PAIRS.
    pub side: &'a [f32],
    /// Written: channels×SIDE×SIDE.
    pub d_x: &'a mut [f32],
}

impl<const SIDE: usize, const PAIRS: usize> Kernel for DX<'_, SIDE, PAIRS> {
    type Real = f32;
    type Output = ();

    // ANCHOR: d_x
    /// A tile is a whole row of the image.
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let (d_z, d_x) = (V::of(self.d_z), V::of_mut(self.d_x).as_chunks_mut().0);
        let (side, left) = (V::of(self.side), V::splat(0.0));
        let channels = d_x.len() / SIDE;
        let filters = d_z.len() / (2 * PAIRS * PAIRS);
        for (i, c) in (0..d_x.len()).map(|row| (row / channels, row % channels)) {
            let mut sums = [V::splat(0.0); SIDE];
            for o in 0..filters {
                // Only the rows of d_z that this row of the image had a part in.
                for u in (i + 1).saturating_sub(2 * PAIRS)..K.min(i + 1) {
                    let d: &[V; PAIRS] = row(d_z, 2 * o * PAIRS + i - u);
                    let side: &[V; PAIRS] = row(side, o * PAIRS + (i - u) / 2);
                    let taps = &self.kernels[(c * K + u) * K * filters + o..];
                    let mut w = [V::splat(0.0); K + 2];
                    for v in 0..K {
                        w[v + 1] = V::splat(taps[v * filters]);
                    }
                    for v in 0..K + 1 {
                        let (on_left, on_right) = (w[v + 1], w[v]);
                        for j in 0..PAIRS {
                            // ∂L/∂x[c, i, j + v]
                            //   = Σ_o Σᵤ Σᵥ w[o, c, u, v] · ∂L/∂z[o, i − u, j]
                            let w = side[j].if_equal(left, on_left, on_right);
                            sums[2 * j + v] = w.mul_add(d[j], sums[2 * j + v]);
                        }
                    }
                }
            }
            d_x[c * SIDE + i] = sums;
        }
    }
    // ANCHOR_END: d_x
}
