//! The gradient of the weights, and the step that follows.

use crate::Lanes;
use crate::isa::Kernel;
use crate::kernels::row;
use crate::kernels::tiles::{Tile, tiles};

/// What a layer read and ∂L/∂z of it, sample by sample.
pub trait Samples {
    /// Inputs and ∂L/∂z, samples×inputs and samples×row_stride, shard by shard, from the first sample
    /// to the last.
    fn shards(&self) -> impl Iterator<Item = (&[f32], &[f32])>;
}

/// ∂L/∂w, and the step that follows from it. Here the lanes are not samples but outputs of the layer: the
/// sum goes through all samples, from the first to the last.
#[derive(Debug)]
pub struct Step<'a, S> {
    /// The samples of the batch.
    pub samples: S,
    /// How many inputs the layer has.
    pub inputs: usize,
    /// The first of them that the weights below are for.
    pub first: usize,
    /// Changed: inputs×row_stride.
    pub weights: &'a mut [f32],
    /// Changed: inputs×row_stride.
    pub velocity: &'a mut [f32],
    /// How far the weights of one input are from those of the next, and ∂L/∂z of one sample from
    /// that of the next.
    pub row_stride: usize,
    /// η.
    pub rate: f32,
    /// μ.
    pub momentum: f32,
}

impl<S: Samples> Kernel for Step<'_, S> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        let (rows, columns) = (
            self.weights.len() / self.row_stride,
            self.row_stride / V::LANES,
        );
        tiles::<V, _>(self, rows, columns);
    }
}

// ANCHOR: step
/// A tile is `R` inputs by `C` registers of outputs.
impl<V: Lanes<Scalar = f32>, S: Samples> Tile<V> for Step<'_, S> {
    #[inline(always)]
    fn tile<const R: usize, const C: usize>(&mut self, k: usize, o: usize) {
        let mut g = [[V::splat(0.0); C]; R];
        for (x, d) in self.samples.shards() {
            let samples = x
                .chunks_exact(self.inputs)
                .zip(d.chunks_exact(self.row_stride));
            for (x, d) in samples {
                let x: &[f32; R] = row(&x[self.first + k..], 0);
                let d: &[V; C] = row(&V::of(d)[o..], 0);
                for c in 0..C {
                    for r in 0..R {
                        // g[o, k] = Σ ∂L/∂z[o] · x[k] over all samples
                        g[r][c] = V::splat(x[r]).mul_add(d[c], g[r][c]);
                    }
                }
            }
        }
        let (rate, momentum) = (V::splat(-self.rate), V::splat(self.momentum));
        for r in 0..R {
            // FOLD
            let at = (k + r) * self.row_stride + o * V::LANES;
            let w = &mut V::of_mut(&mut self.weights[at..])[..C];
            let v = &mut V::of_mut(&mut self.velocity[at..])[..C];
            // FOLD_END
            for c in 0..C {
                // v ← μ v + g,  w ← w − η v
                v[c] = momentum.mul_add(v[c], g[r][c]);
                w[c] = rate.mul_add(v[c], w[c]);
            }
        }
    }
}
// ANCHOR_END: step
