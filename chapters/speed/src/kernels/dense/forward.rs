//! The weighted sums.

use super::several;
use crate::Number;
use crate::isa::Kernel;
use crate::kernels::row;
use crate::kernels::tiles::{Tile, tiles};

/// The weighted sums, from the inputs.
#[derive(Debug)]
pub struct Forward<'a> {
    /// inputs×pitch: the weights of an input, one for each output.
    pub weights: &'a [f32],
    /// How far the weights of one input are from those of the next.
    pub pitch: usize,
    /// One for each output.
    pub bias: &'a [f32],
    /// blocks×inputs.
    pub x: &'a [f32],
    /// Written: blocks×outputs.
    pub z: &'a mut [f32],
}

impl Kernel for Forward<'_> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let (outputs, inputs) = (self.bias.len(), self.weights.len() / self.pitch);
        let blocks = V::of(self.x).len() / inputs;
        tiles::<V, _, ROWS>(self, outputs, blocks);
    }
}

// ANCHOR: forward
/// A tile is `R` outputs by `C` blocks of samples.
impl<V: Number<Real = f32>> Tile<V> for Forward<'_> {
    #[inline(always)]
    fn tile<const R: usize, const C: usize>(&mut self, o: usize, block: usize) {
        let (outputs, inputs) = (self.bias.len(), self.weights.len() / self.pitch);
        let x: [&[V]; C] = several(V::of(self.x), inputs, block);
        let mut sums = [[V::splat(0.0); C]; R];
        for r in 0..R {
            sums[r] = [V::splat(self.bias[o + r]); C];
        }
        for k in 0..inputs {
            let w: &[f32; R] = row(&self.weights[k * self.pitch + o..], 0);
            for c in 0..C {
                for r in 0..R {
                    // z[o] = b[o] + Σₖ w[o, k] · x[k]
                    sums[r][c] = V::splat(w[r]).mul_add(x[c][k], sums[r][c]);
                }
            }
        }
        for c in 0..C {
            let z = &mut V::of_mut(self.z)[(block + c) * outputs + o..][..R];
            for r in 0..R {
                z[r] = sums[r][c];
            }
        }
    }
}
// ANCHOR_END: forward
