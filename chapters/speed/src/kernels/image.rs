//! One image by itself: there is no batch for the lanes, so that they hold pixels, or filters.
//!
//! Each number is still the same chain of multiply-adds as in a batch, and has the same bits.

use crate::Number;
use crate::isa::Kernel;
use crate::kernels::convolution::K;
use crate::kernels::row;

/// Convolution, bias and ReLU, and the larger of every two rows: the pixels of a row are in the lanes.
#[derive(Debug)]
pub struct Pixels<'a, const SIDE: usize, const COLUMNS: usize> {
    /// channels×SIDE×SIDE.
    pub x: &'a [f32],
    /// taps×filters.
    pub kernels: &'a [f32],
    /// One for each filter.
    pub bias: &'a [f32],
    /// Written: filters×rows×COLUMNS, half as many rows as the map has.
    pub y: &'a mut [f32],
}

impl<const SIDE: usize, const COLUMNS: usize> Kernel for Pixels<'_, SIDE, COLUMNS> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        // As many registers as a row of 28 pixels needs.
        match V::LANES {
            16 => pixels::<V, SIDE, COLUMNS, ROWS, 2>(self),
            8 => pixels::<V, SIDE, COLUMNS, ROWS, 4>(self),
            _ => pixels::<V, SIDE, COLUMNS, 1, 7>(self),
        }
    }
}

// ANCHOR: pixels
/// A tile is a row of `R` maps, each of `WIDE` registers.
#[inline(always)]
fn pixels<
    V,
    const SIDE: usize,
    const COLUMNS: usize,
    const R: usize,
    const WIDE: usize,
>(
    layer: Pixels<'_, SIDE, COLUMNS>,
) where
    V: Number<Real = f32>,
{
    let (filters, rows) = (layer.bias.len(), COLUMNS / 2);
    // The last register ends with the row, and does some pixels once more.
    let at = |q: usize| (q * V::LANES).min(COLUMNS - V::LANES);
    for (o, i) in (0..filters / R * rows).map(|n| (n / rows * R, n % rows)) {
        let mut y = [[V::splat(0.0); WIDE]; R];
        for i in [2 * i, 2 * i + 1] {
            let mut z = [[V::splat(0.0); WIDE]; R];
            for r in 0..R {
                z[r] = [V::splat(layer.bias[o + r]); WIDE];
            }
            for (line, taps) in layer.kernels.chunks_exact(K * filters).enumerate() {
                let x: &[f32; SIDE] = row(layer.x, line / K * SIDE + i + line % K);
                for v in 0..K {
                    let w: &[f32; R] = row(&taps[v * filters + o..], 0);
                    for q in 0..WIDE {
                        let x = V::read(&x[at(q) + v..]);
                        for r in 0..R {
                            // z[o, i, ·] = b[o]
                            //              + Σ_c Σᵤ Σᵥ w[o, c, u, v] · x[c, i + u, · + v]
                            z[r][q] = V::splat(w[r]).mul_add(x, z[r][q]);
                        }
                    }
                }
            }
            for r in 0..R {
                for q in 0..WIDE {
                    y[r][q] = z[r][q].if_greater(y[r][q], z[r][q], y[r][q]);
                }
            }
        }
        for r in 0..R {
            let row = &mut layer.y[((o + r) * rows + i) * COLUMNS..][..COLUMNS];
            for q in 0..WIDE {
                y[r][q].write(&mut row[at(q)..]);
            }
        }
    }
}
// ANCHOR_END: pixels

/// Convolution, bias, ReLU and 2×2 maximum, with a filter in each lane.
#[derive(Debug)]
pub struct Filters<'a, const SIDE: usize, const COLUMNS: usize> {
    /// channels×SIDE×SIDE.
    pub x: &'a [f32],
    /// taps×filters, whole registers of filters.
    pub kernels: &'a [f32],
    /// One for each filter.
    pub bias: &'a [f32],
    /// Written: rows×columns of windows×filters.
    pub pooled: &'a mut [f32],
}

impl<const SIDE: usize, const COLUMNS: usize> Kernel for Filters<'_, SIDE, COLUMNS> {
    type Real = f32;
    type Output = ();

    // ANCHOR: filters
    /// A tile is a row of the maps, with a register of filters at each place.
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let (filters, windows) = (self.bias.len(), COLUMNS / 2);
        for (o, i) in (0..filters / V::LANES * windows)
            .map(|n| (n / windows * V::LANES, n % windows))
        {
            let mut y = [V::splat(0.0); COLUMNS];
            for i in [2 * i, 2 * i + 1] {
                let mut z = [V::read(&self.bias[o..]); COLUMNS];
                for (line, taps) in self.kernels.chunks_exact(K * filters).enumerate() {
                    let x: &[f32; SIDE] = row(self.x, line / K * SIDE + i + line % K);
                    for v in 0..K {
                        let w = V::read(&taps[v * filters + o..]);
                        for j in 0..COLUMNS {
                            // z[·, i, j] = b[·]
                            //              + Σ_c Σᵤ Σᵥ w[·, c, u, v] · x[c, i + u, j + v]
                            z[j] = w.mul_add(V::splat(x[j + v]), z[j]);
                        }
                    }
                }
                for j in 0..COLUMNS {
                    y[j] = z[j].if_greater(y[j], z[j], y[j]);
                }
            }
            for j in 0..windows {
                let (a, b) = (y[2 * j], y[2 * j + 1]);
                let pooled = &mut self.pooled[(i * windows + j) * filters + o..];
                a.if_greater(b, a, b).write(pooled);
            }
        }
    }
    // ANCHOR_END: filters
}

/// A dense layer, with its outputs in the lanes.
#[derive(Debug)]
pub struct Dense<'a> {
    /// inputs×pitch, where the pitch is as long as `z`.
    pub weights: &'a [f32],
    /// One for each input.
    pub x: &'a [f32],
    /// The biases at first, and then the weighted sums: whole registers.
    pub z: &'a mut [f32],
}

impl Kernel for Dense<'_> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(mut self) {
        let (mut o, registers) = (0, V::of(self.z).len());
        while o < registers {
            let wide = registers - o;
            o += match wide {
                4.. => self.tile::<V, 4>(o),
                2.. => self.tile::<V, 2>(o),
                _ => self.tile::<V, 1>(o),
            };
        }
    }
}

impl Dense<'_> {
    // ANCHOR: dense
    /// A tile is `WIDE` registers of outputs. Returns how many it has done.
    #[inline(always)]
    fn tile<V: Number<Real = f32>, const WIDE: usize>(&mut self, o: usize) -> usize {
        let z = &mut V::of_mut(self.z)[o..][..WIDE];
        let mut sums = [V::splat(0.0); WIDE];
        sums.copy_from_slice(z);
        let pitch = self.weights.len() / self.x.len();
        for (w, x) in self.weights.chunks_exact(pitch).zip(self.x) {
            let w: &[V; WIDE] = row(&V::of(w)[o..], 0);
            for q in 0..WIDE {
                // z[·] = b[·] + Σₖ w[·, k] · x[k]
                sums[q] = w[q].mul_add(V::splat(*x), sums[q]);
            }
        }
        z.copy_from_slice(&sums);
        WIDE
    }
    // ANCHOR_END: dense
}

/// The larger of every two numbers.
#[derive(Debug)]
pub struct Halve<'a> {
    /// None of them NaN.
    pub y: &'a [f32],
    /// Written, half as many.
    pub pooled: &'a mut [f32],
}

impl Kernel for Halve<'_> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        for (pooled, [a, b]) in self.pooled.iter_mut().zip(self.y.as_chunks().0) {
            *pooled = if a > b { *a } else { *b };
        }
    }
}
