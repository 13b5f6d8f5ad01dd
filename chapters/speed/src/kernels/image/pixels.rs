//! A convolution with the pixels of a row in lanes.

use crate::Lanes;
use crate::geometry::K;
use crate::isa::Kernel;
use crate::kernels::{read, row, write};

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
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        // As many registers as a row of 28 pixels needs.
        match V::LANES {
            16 => pixels::<V, SIDE, COLUMNS, 6, 2>(self),
            8 => pixels::<V, SIDE, COLUMNS, 3, 4>(self),
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
    V: Lanes<Scalar = f32>,
{
    // FOLD
    let (filters, rows) = (layer.bias.len(), COLUMNS / 2);
    // The last register ends with the row, and does some pixels once more.
    let at = |q: usize| (q * V::LANES).min(COLUMNS - V::LANES);
    // FOLD_END
    for (o, i) in (0..filters / R * rows).map(|n| (n / rows * R, n % rows)) {
        let mut y = [[V::splat(0.0); WIDE]; R];
        for i in [2 * i, 2 * i + 1] {
            let mut z = [[V::splat(0.0); WIDE]; R];
            // FOLD
            for r in 0..R {
                z[r] = [V::splat(layer.bias[o + r]); WIDE];
            }
            // FOLD_END
            for (line, taps) in layer.kernels.chunks_exact(K * filters).enumerate() {
                let x: &[f32; SIDE] = row(layer.x, line / K * SIDE + i + line % K);
                for v in 0..K {
                    let w: &[f32; R] = row(&taps[v * filters + o..], 0);
                    for q in 0..WIDE {
                        let x: V = read(&x[at(q) + v..]);
                        for r in 0..R {
                            // z[o, i, ·] =
                            //   b[o] + Σ_c Σᵤ Σᵥ w[o, c, u, v] · x[c, i + u, · + v]
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
        // FOLD
        for r in 0..R {
            let row = &mut layer.y[((o + r) * rows + i) * COLUMNS..][..COLUMNS];
            for q in 0..WIDE {
                write(y[r][q], &mut row[at(q)..]);
            }
        }
        // FOLD_END
    }
}
// ANCHOR_END: pixels
