//! The gradient of the weights.

use super::{by_column, by_row};
use crate::Lanes;
use crate::geometry::K;
use crate::isa::Kernel;
use crate::kernels::row;

/// ∂L/∂w, from ∂L of the pooled maps.
#[derive(Debug)]
pub struct DKernels<'a, const SIDE: usize, const WINDOWS: usize> {
    /// What [`Forward`](super::Forward) read: channels×SIDE×SIDE.
    pub x: &'a [f32],
    /// ∂L of the pooled maps, 0 where these are: filters×WINDOWS×WINDOWS.
    pub d: &'a [f32],
    /// The argmax of each window, in the same shape.
    pub argmax: &'a [f32],
    /// Written, lane by lane: taps×filters.
    pub d_kernels: &'a mut [f32],
}

impl<const SIDE: usize, const WINDOWS: usize> Kernel for DKernels<'_, SIDE, WINDOWS> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(mut self) {
        let channels = V::of(self.x).len() / (SIDE * SIDE);
        let filters = V::of(self.d).len() / (WINDOWS * WINDOWS);
        for (c, o) in (0..channels * filters).map(|n| (n / filters, n % filters)) {
            match V::LANES {
                // 15 sums and 10 leave room for the pixels of a row in 32 registers.
                16 => {
                    self.rows::<V, 3>(o, c, 0);
                    self.rows::<V, 2>(o, c, 3);
                }
                _ => {
                    for u in 0..K {
                        self.rows::<V, 1>(o, c, u);
                    }
                }
            }
        }
    }
}

impl<const SIDE: usize, const WINDOWS: usize> DKernels<'_, SIDE, WINDOWS> {
    // ANCHOR: d_kernels
    /// A tile is `R` rows of one kernel, from row `first` on.
    #[inline(always)]
    fn rows<V, const R: usize>(&mut self, o: usize, c: usize, first: usize)
    where
        V: Lanes<Scalar = f32>,
    {
        let (x, d, argmax) = (V::of(self.x), V::of(self.d), V::of(self.argmax));
        let mut sums = [[V::splat(0.0); K]; R];
        for i in 0..WINDOWS {
            let d: &[V; WINDOWS] = row(d, o * WINDOWS + i);
            let argmax: &[V; WINDOWS] = row(argmax, o * WINDOWS + i);
            let x = &x[(c * SIDE + 2 * i + first) * SIDE..][..(R + 1) * SIDE];
            for j in 0..WINDOWS {
                for r in 0..R {
                    let upper: &[V; K + 1] = row(&x[r * SIDE + 2 * j..], 0);
                    let lower: &[V; K + 1] = row(&x[(r + 1) * SIDE + 2 * j..], 0);
                    let mut left = by_row(argmax[j], upper[0], lower[0]);
                    for v in 0..K {
                        // ∂L/∂w[o, c, u, v] = Σᵢ Σⱼ ∂L/∂y[o, i, j] · x[c, i′ + u, j′ + v]
                        let right = by_row(argmax[j], upper[v + 1], lower[v + 1]);
                        let x = by_column(argmax[j], left, right);
                        sums[r][v] = d[j].mul_add(x, sums[r][v]);
                        left = right;
                    }
                }
            }
        }
        // FOLD
        let (taps, d_kernels) = ((c * K + first) * K, V::of_mut(self.d_kernels));
        let filters = d.len() / (WINDOWS * WINDOWS);
        for (tap, sum) in sums.as_flattened().iter().enumerate() {
            d_kernels[(taps + tap) * filters + o] = *sum;
        }
        // FOLD_END
    }
    // ANCHOR_END: d_kernels
}
