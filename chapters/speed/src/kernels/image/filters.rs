//! A convolution with its filters in lanes.

use crate::Lanes;
use crate::geometry::K;
use crate::isa::Kernel;
use crate::kernels::{read, row, write};

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
    type Scalar = f32;
    type Output = ();

    // ANCHOR: filters
    /// A tile is a row of the maps, with a register of filters at each place.
    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        let (filters, windows) = (self.bias.len(), COLUMNS / 2);
        for (o, i) in (0..filters / V::LANES * windows)
            .map(|n| (n / windows * V::LANES, n % windows))
        {
            let mut y = [V::splat(0.0); COLUMNS];
            for i in [2 * i, 2 * i + 1] {
                let mut z = [read::<V>(&self.bias[o..]); COLUMNS];
                for (line, taps) in self.kernels.chunks_exact(K * filters).enumerate() {
                    let x: &[f32; SIDE] = row(self.x, line / K * SIDE + i + line % K);
                    for v in 0..K {
                        let w: V = read(&taps[v * filters + o..]);
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
                write(a.if_greater(b, a, b), pooled);
            }
        }
    }
    // ANCHOR_END: filters
}
