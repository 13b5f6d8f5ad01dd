//! The slopes of the inputs.

use super::several;
use crate::Number;
use crate::isa::Kernel;
use crate::kernels::row;
use crate::kernels::tiles::{Tile, tiles};

/// How many outputs are gone through at once. It divides the number of them in every layer.
const RUN: usize = 2;

/// ∂L/∂x, from ∂L/∂z.
#[derive(Debug)]
pub struct DX<'a> {
    /// inputs×pitch.
    pub weights: &'a [f32],
    /// How far the weights of one input are from those of the next.
    pub pitch: usize,
    /// ∂L/∂z: blocks×outputs.
    pub d_z: &'a [f32],
    /// Written: blocks×inputs.
    pub d_x: &'a mut [f32],
}

impl Kernel for DX<'_> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let inputs = self.weights.len() / self.pitch;
        let blocks = V::of(self.d_x).len() / inputs;
        tiles::<V, _, ROWS>(self, inputs, blocks);
    }
}

// ANCHOR: d_x
/// A tile is `R` inputs by `C` blocks of samples.
impl<V: Number<Real = f32>> Tile<V> for DX<'_> {
    #[inline(always)]
    fn tile<const R: usize, const C: usize>(&mut self, k: usize, block: usize) {
        let inputs = self.weights.len() / self.pitch;
        let blocks = V::of(self.d_x).len() / inputs;
        let outputs = V::of(self.d_z).len() / blocks;
        let d_z: [&[V]; C] = several(V::of(self.d_z), outputs, block);
        let mut sums = [[V::splat(0.0); C]; R];
        for run in 0..outputs / RUN {
            let mut w = [[0.0; RUN]; R];
            for r in 0..R {
                w[r] = *row(&self.weights[(k + r) * self.pitch..], run);
            }
            let mut d: [&[V; RUN]; C] = [row(d_z[0], run); C];
            for c in 0..C {
                d[c] = row(d_z[c], run);
            }
            for o in 0..RUN {
                for c in 0..C {
                    for r in 0..R {
                        // ∂L/∂x[k] = Σ_o w[o, k] · ∂L/∂z[o]
                        sums[r][c] = V::splat(w[r][o]).mul_add(d[c][o], sums[r][c]);
                    }
                }
            }
        }
        for c in 0..C {
            let d_x = &mut V::of_mut(self.d_x)[(block + c) * inputs + k..][..R];
            for r in 0..R {
                d_x[r] = sums[r][c];
            }
        }
    }
}
// ANCHOR_END: d_x
