//! The gradient of the pixels: of the second convolution. That of an image is not needed.

use super::{by_column, by_row};
use crate::Lanes;
use crate::geometry::{K, SECOND};
use crate::isa::Kernel;
use crate::kernels::row;

const SIDE: usize = SECOND.side;
const WINDOWS: usize = SECOND.pooled();
const FILTERS: usize = SECOND.filters;

/// ∂L/∂x, from ∂L of the pooled maps.
#[derive(Debug)]
pub struct DX<'a> {
    /// taps×FILTERS.
    pub kernels: &'a [f32],
    /// ∂L of the pooled maps, 0 where these are: FILTERS×WINDOWS×WINDOWS.
    pub d: &'a [f32],
    /// The argmax of each window, in the same shape.
    pub argmax: &'a [f32],
    /// Written: channels×SIDE×SIDE.
    pub d_x: &'a mut [f32],
}

impl Kernel for DX<'_> {
    type Scalar = f32;
    type Output = ();

    // ANCHOR: d_x
    /// A tile is a whole row of the image.
    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        // FOLD
        let (d, argmax) = (V::of(self.d), V::of(self.argmax));
        let d_x = V::of_mut(self.d_x).as_chunks_mut().0;
        // Row u of the kernels for channel c: K columns of FILTERS weights.
        let rows = self.kernels.as_chunks::<FILTERS>().0.as_chunks::<K>().0;
        let (channels, none) = (d_x.len() / SIDE, [[0.0; FILTERS]; K]);
        // FOLD_END
        for (i, c) in (0..d_x.len()).map(|row| (row / channels, row % channels)) {
            let mut sums = [V::splat(0.0); SIDE];
            // The rows of windows that have read this row of the image.
            for n in i.saturating_sub(K - 1) / 2..WINDOWS.min(i / 2 + 1) {
                // Their upper places by this row of kernels, the lower by the one before.
                let u = i - 2 * n;
                let upper = if u < K { &rows[c * K + u] } else { &none };
                let lower = if u > 0 { &rows[c * K + u - 1] } else { &none };
                for o in 0..FILTERS {
                    let d: &[V; WINDOWS] = row(d, o * WINDOWS + n);
                    let argmax: &[V; WINDOWS] = row(argmax, o * WINDOWS + n);
                    let mut w = [[V::splat(0.0); 2]; K];
                    for v in 0..K {
                        w[v] = [V::splat(upper[v][o]), V::splat(lower[v][o])];
                    }
                    // Five calls, and no loop: compilers do not unroll one of this size,
                    // and then the sums stay in memory.
                    spread(&mut sums, 0, d[0], argmax[0], &w);
                    // FOLD
                    spread(&mut sums, 2, d[1], argmax[1], &w);
                    spread(&mut sums, 4, d[2], argmax[2], &w);
                    spread(&mut sums, 6, d[3], argmax[3], &w);
                    spread(&mut sums, 8, d[4], argmax[4], &w);
                    // FOLD_END
                }
            }
            d_x[c * SIDE + i] = sums;
        }
    }
    // ANCHOR_END: d_x
}

// ANCHOR: spread
/// Adds the gradient `d` of a window to the pixels that it came from, from `j` on.
#[inline(always)]
fn spread<V>(sums: &mut [V; SIDE], j: usize, d: V, argmax: V, w: &[[V; 2]; K])
where
    V: Lanes<Scalar = f32>,
{
    let mut before = V::splat(0.0);
    for v in 0..K + 1 {
        let w = if v < K { w[v] } else { [V::splat(0.0); 2] };
        let here = by_row(argmax, w[0], w[1]);
        // ∂L/∂x[c, i, j + v] = Σₙ Σ_o Σₘ w[o, c, i − n′, j + v − m′] · ∂L/∂y[o, n, m]
        let w = by_column(argmax, here, before);
        sums[j + v] = w.mul_add(d, sums[j + v]);
        before = here;
    }
}
// ANCHOR_END: spread
