//! Forward, together with what follows a convolution.

use super::{K, PLACES};
use crate::Number;
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
                let (mut y, mut at) = (V::splat(0.0), V::splat(PLACES[0]));
                for q in 0..4 {
                    at = z[r][q].if_greater(y, V::splat(PLACES[q]), at);
                    y = z[r][q].if_greater(y, z[r][q], y);
                }
                let place = ((o + r) * windows + i) * windows + j;
                (pooled[place], winner[place]) = (y, at);
            }
        }
    }
}
// ANCHOR_END: forward
