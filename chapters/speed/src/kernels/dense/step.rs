//! The slopes of the weights, and the step that follows.

use crate::Number;
use crate::isa::Kernel;
use crate::kernels::row;
use crate::kernels::tiles::{Tile, tiles};

/// What a layer read and what the loss said of it, sample by sample.
pub trait Samples {
    /// Pairs of the inputs and of ∂L/∂z: samples×inputs and samples×pitch, from the first sample to
    /// the last, each a part of its samples.
    fn parts(&self) -> impl Iterator<Item = (&[f32], &[f32])>;
}

/// ∂L/∂w, and the step that follows from it. Here the lanes are not samples but outputs of the layer: the
/// sum goes through all samples, from the first to the last.
#[derive(Debug)]
pub struct Step<'a, S> {
    /// What the samples say.
    pub samples: S,
    /// How many inputs the layer has.
    pub inputs: usize,
    /// The first of them that the weights below are for.
    pub first: usize,
    /// Changed: inputs×pitch.
    pub weights: &'a mut [f32],
    /// Changed: inputs×pitch.
    pub velocity: &'a mut [f32],
    /// How far the weights of one input are from those of the next, and the slopes of one sample.
    pub pitch: usize,
    /// η.
    pub rate: f32,
    /// μ.
    pub momentum: f32,
}

impl<S: Samples> Kernel for Step<'_, S> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let (rows, columns) = (self.weights.len() / self.pitch, self.pitch / V::LANES);
        tiles::<V, _, ROWS>(self, rows, columns);
    }
}

// ANCHOR: step
/// A tile is `R` inputs by `C` registers of outputs.
impl<V: Number<Real = f32>, S: Samples> Tile<V> for Step<'_, S> {
    #[inline(always)]
    fn tile<const R: usize, const C: usize>(&mut self, k: usize, o: usize) {
        let mut g = [[V::splat(0.0); C]; R];
        for (x, d) in self.samples.parts() {
            let samples = x.chunks_exact(self.inputs).zip(d.chunks_exact(self.pitch));
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
            let at = (k + r) * self.pitch + o * V::LANES;
            let w = &mut V::of_mut(&mut self.weights[at..])[..C];
            let v = &mut V::of_mut(&mut self.velocity[at..])[..C];
            for c in 0..C {
                // v ← μ v + g,  w ← w − η v
                v[c] = momentum.mul_add(v[c], g[r][c]);
                w[c] = rate.mul_add(v[c], w[c]);
            }
        }
    }
}
// ANCHOR_END: step
