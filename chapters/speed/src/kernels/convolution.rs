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
    /// The kernels, as [`Pack`] puts them.
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
    let (kernels, bias) = (layer.kernels.as_chunks().0, layer.bias.as_chunks().0);
    let (x, sheet) = (V::of(layer.x), SIDE * SIDE);
    let (pooled, winner) = (V::of_mut(layer.pooled), V::of_mut(layer.winner));
    let (channels, windows) = (x.len() / sheet, (SIDE - K).div_ceil(2));
    for (block, bias) in bias.iter().enumerate() {
        let bias: &[f32; R] = bias;
        let kernels: &[[f32; R]] = &kernels[block * channels * TAPS..];
        for (i, j) in (0..windows * windows).map(|n| (n / windows, n % windows)) {
            let mut z = [[V::splat(0.0); 4]; R];
            for r in 0..R {
                z[r] = [V::splat(bias[r]); 4];
            }
            for c in 0..channels {
                let window = &x[c * sheet + 2 * i * SIDE + 2 * j..][..K * SIDE + K + 1];
                for u in 0..K {
                    let upper: &[V; K + 1] = row(&window[u * SIDE..], 0);
                    let lower: &[V; K + 1] = row(&window[(u + 1) * SIDE..], 0);
                    let w: &[[f32; R]; K] = row(kernels, c * K + u);
                    for v in 0..K {
                        // z[o, i, j] = b[o]
                        //              + Σ_c Σᵤ Σᵥ w[o, c, u, v] · x[c, i + u, j + v]
                        let x = [upper[v], upper[v + 1], lower[v], lower[v + 1]];
                        for q in 0..4 {
                            for r in 0..R {
                                z[r][q] = V::splat(w[v][r]).mul_add(x[q], z[r][q]);
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
                let place = ((block * R + r) * windows + i) * windows + j;
                (pooled[place], winner[place]) = (y, at);
            }
        }
    }
}
// ANCHOR_END: forward

/// Puts side by side the weights that a tile of [`Forward`] needs at the same time: filters×taps
/// becomes blocks of filters×taps×filters of the block.
#[derive(Debug)]
pub struct Pack<'a> {
    /// filters×taps, where a filter has as many taps as its kernels for all channels together.
    pub kernels: &'a [f32],
    /// How many filters there are.
    pub filters: usize,
    /// Written, as long as `kernels`.
    pub packed: &'a mut [f32],
}

impl Kernel for Pack<'_> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let block = match self.filters.is_multiple_of(ROWS) {
            true => ROWS,
            false => HALF,
        };
        let taps = self.kernels.len() / self.filters;
        let blocks = self.kernels.chunks_exact(block * taps);
        for (from, to) in blocks.zip(self.packed.chunks_exact_mut(block * taps)) {
            for (r, kernel) in from.chunks_exact(taps).enumerate() {
                for (t, w) in kernel.iter().enumerate() {
                    to[t * block + r] = *w;
                }
            }
        }
    }
}

/// ∂L/∂w, from some rows of ∂L/∂z.
#[derive(Debug)]
pub struct DKernels<'a, const SIDE: usize, const COLUMNS: usize> {
    /// What [`Forward`] read: channels×SIDE×SIDE.
    pub x: &'a [f32],
    /// The first of the rows.
    pub first: usize,
    /// How many they are.
    pub rows: usize,
    /// ∂L/∂z: filters×rows×COLUMNS.
    pub d_z: &'a [f32],
    /// Added to, lane by lane: filters×channels×K×K.
    pub d_kernels: &'a mut [f32],
}

impl<const SIDE: usize, const COLUMNS: usize> Kernel for DKernels<'_, SIDE, COLUMNS> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let filters = V::of(self.d_z).len() / (self.rows * COLUMNS);
        match filters.is_multiple_of(HALF) {
            true => d_kernels::<V, SIDE, COLUMNS, HALF>(self),
            false => d_kernels::<V, SIDE, COLUMNS, 2>(self),
        }
    }
}

// ANCHOR: d_kernels
/// A tile is `R` filters by the `K` weights of a kernel's row.
#[inline(always)]
fn d_kernels<V, const SIDE: usize, const COLUMNS: usize, const R: usize>(
    layer: DKernels<'_, SIDE, COLUMNS>,
) where
    V: Number<Real = f32>,
{
    let DKernels { first, rows, .. } = layer;
    let (x, d_z) = (V::of(layer.x), V::of(layer.d_z));
    let d_kernels = V::of_mut(layer.d_kernels).as_chunks_mut::<K>().0;
    let lines = x.len() / (SIDE * SIDE) * K;
    let blocks = d_z.chunks_exact(R * rows * COLUMNS);
    for (d_z, d_kernels) in blocks.zip(d_kernels.chunks_exact_mut(R * lines)) {
        for (line, (c, u)) in (0..lines).map(|line| (line, (line / K, line % K))) {
            let mut sums = [[V::splat(0.0); K]; R];
            for r in 0..R {
                sums[r] = d_kernels[r * lines + line];
            }
            for i in 0..rows {
                let x: &[V; SIDE] = row(x, c * SIDE + first + i + u);
                let mut d: [&[V; COLUMNS]; R] = [row(d_z, i); R];
                for r in 0..R {
                    d[r] = row(d_z, r * rows + i);
                }
                for j in 0..COLUMNS {
                    for r in 0..R {
                        for v in 0..K {
                            // ∂L/∂w[o, c, u, v]
                            //   = Σᵢ Σⱼ ∂L/∂z[o, i, j] · x[c, i + u, j + v]
                            sums[r][v] = d[r][j].mul_add(x[j + v], sums[r][v]);
                        }
                    }
                }
            }
            for r in 0..R {
                d_kernels[r * lines + line] = sums[r];
            }
        }
    }
}
// ANCHOR_END: d_kernels

/// ∂L/∂x, from ∂L/∂z.
#[derive(Debug)]
pub struct DX<'a, const SIDE: usize, const COLUMNS: usize> {
    /// filters×channels×K×K.
    pub kernels: &'a [f32],
    /// ∂L/∂z: filters×COLUMNS×COLUMNS.
    pub d_z: &'a [f32],
    /// Written: channels×SIDE×SIDE.
    pub d_x: &'a mut [f32],
}

impl<const SIDE: usize, const COLUMNS: usize> Kernel for DX<'_, SIDE, COLUMNS> {
    type Real = f32;
    type Output = ();

    // ANCHOR: d_x
    /// A tile is a whole row of the image.
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let (d_z, d_x) = (V::of(self.d_z), V::of_mut(self.d_x).as_chunks_mut().0);
        let channels = d_x.len() / SIDE;
        for (i, c) in (0..d_x.len()).map(|row| (row / channels, row % channels)) {
            let mut sums = [V::splat(0.0); SIDE];
            let kernels = self.kernels.chunks_exact(channels * TAPS);
            for (kernel, d_z) in kernels.zip(d_z.chunks_exact(COLUMNS * COLUMNS)) {
                // Only the rows of d_z that this row of the image had a part in.
                for u in (i + 1).saturating_sub(COLUMNS)..K.min(i + 1) {
                    let w: &[f32; K] = row(kernel, c * K + u);
                    let d: &[V; COLUMNS] = row(d_z, i - u);
                    for v in 0..K {
                        for j in 0..COLUMNS {
                            // ∂L/∂x[c, i, j + v]
                            //   = Σ_o Σᵤ Σᵥ w[o, c, u, v] · ∂L/∂z[o, i − u, j]
                            sums[j + v] = V::splat(w[v]).mul_add(d[j], sums[j + v]);
                        }
                    }
                }
            }
            d_x[c * SIDE + i] = sums;
        }
    }
    // ANCHOR_END: d_x
}
