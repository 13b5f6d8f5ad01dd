//! A dense layer: forward, backward, and its step.
//!
//! A tile takes up to four blocks at once: a weight that is read serves them all.

use crate::Number;
use crate::isa::Kernel;
use crate::kernels::row;
use crate::kernels::tiles::{Tile, tiles};

/// How many outputs are gone through at once. It divides the number of them in every layer.
const RUN: usize = 2;

/// The numbers of `C` blocks, of which each has `len`.
#[inline(always)]
fn several<V, const C: usize>(all: &[V], len: usize, block: usize) -> [&[V]; C] {
    let mut several = [&all[..len]; C];
    for c in 0..C {
        several[c] = &all[(block + c) * len..][..len];
    }
    several
}

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
