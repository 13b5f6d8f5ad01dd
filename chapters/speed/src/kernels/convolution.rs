//! A convolution: forward with bias, ReLU and pooling, and backward.

use crate::Number;
use crate::isa::Kernel;
use crate::kernels::row;

/// The side of the kernels, in pixels.
pub const K: usize = 5;
/// The weights that a kernel has for one channel.
pub const TAPS: usize = K * K;

/// Convolution, bias, ReLU and 2×2 maximum. `SIDE` is the side of the input's sheets in pixels.
pub struct Forward<'a, const SIDE: usize> {
    pub x: &'a [f32],
    /// filters×channels×taps
    pub kernels: &'a [f32],
    pub bias: &'a [f32],
    pub pooled: &'a mut [f32],
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

#[inline(always)]
fn forward<V: Number<Real = f32>, const SIDE: usize, const R: usize>(what: Forward<'_, SIDE>) {
    let Forward { kernels, bias, .. } = what;
    let (x, pooled, winner) = (V::of(what.x), V::of_mut(what.pooled), V::of_mut(what.winner));
    let side = (SIDE - K + 1) / 2;
    let taps = x.len() / (SIDE * SIDE) * TAPS;
    let (kernels, bias) = (kernels.as_chunks::<R>().0, bias.as_chunks::<R>().0);
    for (block, (kernels, bias)) in kernels.chunks_exact(taps).zip(bias).enumerate() {
        for (i, j) in (0..side * side).map(|place| (place / side, place % side)) {
            let mut z = [[V::splat(0.0); 4]; R];
            for r in 0..R {
                z[r] = [V::splat(bias[r]); 4];
            }
            for (c, sheet) in x.chunks_exact(SIDE * SIDE).enumerate() {
                let window = &sheet[2 * i * SIDE + 2 * j..][..K * SIDE + K + 1];
                for u in 0..K {
                    let upper: &[V; 6] = window[u * SIDE..].first_chunk().expect("a row");
                    let lower: &[V; 6] = window[(u + 1) * SIDE..].first_chunk().expect("a row");
                    let w: &[[f32; R]; K] = row(kernels, c * K + u);
                    for v in 0..K {
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
                let place = ((block * R + r) * side + i) * side + j;
                let (mut y, mut at) = (V::splat(0.0), V::splat(4.0));
                for q in 0..4 {
                    at = z[r][q].if_greater(y, V::splat(q as f32), at);
                    y = z[r][q].if_greater(y, z[r][q], y);
                }
                pooled[place] = y;
                winner[place] = at;
            }
        }
    }
}

pub struct Pack<'a> {
    pub kernels: &'a [f32],
    pub filters: usize,
    pub packed: &'a mut [f32],
}
impl Kernel for Pack<'_> {
    type Real = f32;
    type Output = ();
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let r = if self.filters.is_multiple_of(ROWS) { ROWS } else { HALF };
        let taps = self.kernels.len() / self.filters;
        for (from, to) in self.kernels.chunks_exact(r * taps).zip(self.packed.chunks_exact_mut(r * taps)) {
            for (f, from) in from.chunks_exact(taps).enumerate() {
                for (t, w) in from.iter().enumerate() {
                    to[t * r + f] = *w;
                }
            }
        }
    }
}

/// Adds to `d_kernels` what some rows of `d_z` say.
pub struct DKernels<'a, const SIDE: usize, const COLUMNS: usize> {
    pub x: &'a [f32],
    /// the first row
    pub first: usize,
    /// filters×rows×COLUMNS
    pub d_z: &'a [f32],
    pub rows: usize,
    /// filters×channels×taps
    pub d_kernels: &'a mut [f32],
}
impl<const SIDE: usize, const COLUMNS: usize> Kernel for DKernels<'_, SIDE, COLUMNS> {
    type Real = f32;
    type Output = ();
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        match SIDE {
            14 => d_kernels::<V, SIDE, COLUMNS, HALF>(self),
            _ => d_kernels::<V, SIDE, COLUMNS, 2>(self),
        }
    }
}

#[inline(always)]
fn d_kernels<V: Number<Real = f32>, const SIDE: usize, const COLUMNS: usize, const R: usize>(
    what: DKernels<'_, SIDE, COLUMNS>,
) {
    let DKernels { first, rows, .. } = what;
    let (x, d_z, d_kernels) = (V::of(what.x), V::of(what.d_z), V::of_mut(what.d_kernels));
    let channels = x.len() / (SIDE * SIDE);
    let filters = d_z.chunks_exact(R * rows * COLUMNS);
    for (d_z, d_kernels) in filters.zip(d_kernels.chunks_exact_mut(R * channels * TAPS)) {
        for (c, u) in (0..channels * K).map(|k| (k / K, k % K)) {
            let mut sums = [[V::splat(0.0); K]; R];
            for r in 0..R {
                sums[r] = *row(d_kernels, (r * channels + c) * K + u);
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
                            sums[r][v] = d[r][j].mul_add(x[j + v], sums[r][v]);
                        }
                    }
                }
            }
            for r in 0..R {
                d_kernels[((r * channels + c) * K + u) * K..][..K].copy_from_slice(&sums[r]);
            }
        }
    }
}

/// ∂L/∂x
pub struct DX<'a, const SIDE: usize, const COLUMNS: usize> {
    pub kernels: &'a [f32],
    pub d_z: &'a [f32],
    pub d_x: &'a mut [f32],
}
impl Kernel for DX<'_, 14, 10> {
    type Real = f32;
    type Output = ();
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(mut self) {
        d_x::<V, 14, 10, 0, 14>(&mut self)
    }
}
#[inline(always)]
fn d_x<V: Number<Real = f32>, const SIDE: usize, const COLUMNS: usize, const FIRST: usize, const WIDE: usize>(what: &mut DX<'_, SIDE, COLUMNS>) {
    let DX { kernels, .. } = *what;
    let (d_z, d_x) = (V::of(what.d_z), V::of_mut(what.d_x));
    let channels = d_x.len() / (SIDE * SIDE);
    for (i, c) in (0..SIDE * channels).map(|row| (row / channels, row % channels)) {
        let mut sums = [V::splat(0.0); WIDE];
        let filters = kernels.chunks_exact(channels * TAPS);
        for (kernel, d_z) in filters.zip(d_z.chunks_exact(COLUMNS * COLUMNS)) {
            for u in (i + 1).saturating_sub(COLUMNS)..K.min(i + 1) {
                let w: &[f32; K] = row(kernel, c * K + u);
                let d: &[V; COLUMNS] = row(d_z, i - u);
                for v in 0..K {
                    for q in 0..WIDE {
                        let j = FIRST + q;
                        if j >= v && j - v < COLUMNS {
                            sums[q] = V::splat(w[v]).mul_add(d[j - v], sums[q]);
                        }
                    }
                }
            }
        }
        d_x[(c * SIDE + i) * SIDE + FIRST..][..WIDE].copy_from_slice(&sums);
    }
}
