//! A dense layer: forward, backward, and its step.
//!
//! A tile takes up to four blocks at once: a weight that is read serves them all.

mod step;

pub use step::{Samples, Step};

use super::row;
use super::tiles::{Tile, tiles};
use crate::Lanes;
use crate::isa::Kernel;

/// The values of `C` blocks, of which each has `len`.
#[inline(always)]
fn block_slices<V, const C: usize>(all: &[V], len: usize, first: usize) -> [&[V]; C] {
    let mut slices = [&all[..len]; C];
    for c in 0..C {
        slices[c] = &all[(first + c) * len..][..len];
    }
    slices
}

/// The weighted sums, from the inputs.
#[derive(Debug)]
pub struct Forward<'a> {
    /// inputs×row_stride: the weights of an input, one for each output.
    pub weights: &'a [f32],
    /// How far the weights of one input are from those of the next.
    pub row_stride: usize,
    /// One for each output.
    pub bias: &'a [f32],
    /// blocks×inputs.
    pub x: &'a [f32],
    /// Written: blocks×outputs.
    pub z: &'a mut [f32],
}

impl Kernel for Forward<'_> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        let (outputs, inputs) = (self.bias.len(), self.weights.len() / self.row_stride);
        let blocks = V::of(self.x).len() / inputs;
        tiles::<V, _>(self, outputs, blocks);
    }
}

// ANCHOR: forward
/// A tile is `R` outputs by `C` blocks of samples.
impl<V: Lanes<Scalar = f32>> Tile<V> for Forward<'_> {
    #[inline(always)]
    fn tile<const R: usize, const C: usize>(&mut self, o: usize, block: usize) {
        let (outputs, inputs) = (self.bias.len(), self.weights.len() / self.row_stride);
        let x: [&[V]; C] = block_slices(V::of(self.x), inputs, block);
        let mut sums = [[V::splat(0.0); C]; R];
        for r in 0..R {
            sums[r] = [V::splat(self.bias[o + r]); C];
        }
        for k in 0..inputs {
            let w: &[f32; R] = row(&self.weights[k * self.row_stride + o..], 0);
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

/// How many outputs are gone through at once. It divides the number of them in every layer.
const RUN: usize = 2;

/// ∂L/∂x, from ∂L/∂z.
#[derive(Debug)]
pub struct DX<'a> {
    /// inputs×row_stride.
    pub weights: &'a [f32],
    /// How far the weights of one input are from those of the next.
    pub row_stride: usize,
    /// ∂L/∂z: blocks×outputs.
    pub d_z: &'a [f32],
    /// Written: blocks×inputs.
    pub d_x: &'a mut [f32],
}

impl Kernel for DX<'_> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        let inputs = self.weights.len() / self.row_stride;
        let blocks = V::of(self.d_x).len() / inputs;
        tiles::<V, _>(self, inputs, blocks);
    }
}

// ANCHOR: d_x
/// A tile is `R` inputs by `C` blocks of samples.
impl<V: Lanes<Scalar = f32>> Tile<V> for DX<'_> {
    #[inline(always)]
    fn tile<const R: usize, const C: usize>(&mut self, k: usize, block: usize) {
        let inputs = self.weights.len() / self.row_stride;
        let blocks = V::of(self.d_x).len() / inputs;
        let outputs = V::of(self.d_z).len() / blocks;
        let d_z: [&[V]; C] = block_slices(V::of(self.d_z), outputs, block);
        let mut sums = [[V::splat(0.0); C]; R];
        for run in 0..outputs / RUN {
            let mut w = [[0.0; RUN]; R];
            for r in 0..R {
                w[r] = *row(&self.weights[(k + r) * self.row_stride..], run);
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
