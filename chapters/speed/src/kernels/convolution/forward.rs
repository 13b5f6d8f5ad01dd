//! Forward, together with what follows a convolution.

use super::PLACES;
use crate::Lanes;
use crate::geometry::K;
use crate::isa::Kernel;
use crate::kernels::row;

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
    /// Written, in the same shape: at which of the [`PLACES`] the largest of each window was.
    pub argmax: &'a mut [f32],
}

impl<const SIDE: usize> Kernel for Forward<'_, SIDE> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        let divide = |rows| self.bias.len().is_multiple_of(rows);
        match V::LANES {
            16 if divide(6) => forward::<V, SIDE, 6>(self),
            16 => forward::<V, SIDE, 4>(self),
            _ if divide(3) => forward::<V, SIDE, 3>(self),
            _ => forward::<V, SIDE, 2>(self),
        }
    }
}

// ANCHOR: forward
/// A tile is `R` filters by the four places of one window.
#[inline(always)]
pub fn forward<V: Lanes<Scalar = f32>, const SIDE: usize, const R: usize>(
    layer: Forward<'_, SIDE>,
) {
    // FOLD
    let (x, sheet) = (V::of(layer.x), SIDE * SIDE);
    let (pooled, argmax) = (V::of_mut(layer.pooled), V::of_mut(layer.argmax));
    let (channels, windows) = (x.len() / sheet, (SIDE - K).div_ceil(2));
    let filters = layer.bias.len();
    // FOLD_END
    for o in (0..filters).step_by(R) {
        for (i, j) in (0..windows * windows).map(|n| (n / windows, n % windows)) {
            let mut z = [[V::splat(0.0); 4]; R];
            // FOLD
            for r in 0..R {
                z[r] = [V::splat(layer.bias[o + r]); 4];
            }
            // FOLD_END
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
                // y = max(0, z of all four), and its place
                let (mut y, mut at) = (V::splat(0.0), V::splat(PLACES[0]));
                for q in 0..4 {
                    at = z[r][q].if_greater(y, V::splat(PLACES[q]), at);
                    y = z[r][q].if_greater(y, z[r][q], y);
                }
                let place = ((o + r) * windows + i) * windows + j;
                (pooled[place], argmax[place]) = (y, at);
            }
        }
    }
}
// ANCHOR_END: forward
