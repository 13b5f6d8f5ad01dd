//! A dense layer.

use crate::Number;
use crate::isa::Kernel;
use crate::kernels::row;

/// z[o] = b[o] + Σ w[o, k] x[k]
pub struct Forward<'a> {
    pub weights: &'a [f32],
    pub bias: &'a [f32],
    pub inputs: usize,
    pub relu: bool,
    pub x: &'a [f32],
    pub z: &'a mut [f32],
}
macro_rules! columns {
    ($kernel:ident, $V:ident, $R:tt, $what:expr, $at:expr, $blocks:expr) => {
        match $blocks {
            n if n % 4 == 0 => $kernel::<$V, $R, 4>($what, $at, $blocks),
            n if n % 2 == 0 => $kernel::<$V, $R, 2>($what, $at, $blocks),
            _ => $kernel::<$V, $R, 1>($what, $at, $blocks),
        }
    };
}
impl Kernel for Forward<'_> {
    type Real = f32;
    type Output = ();
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(mut self) {
        let blocks = V::of(self.x).len() / self.inputs;
        let outputs = self.bias.len();
        let whole = outputs / ROWS * ROWS;
        for o in (0..whole).step_by(ROWS) {
            columns!(forward, V, ROWS, &mut self, o, blocks);
        }
        for o in whole..outputs {
            columns!(forward, V, 1, &mut self, o, blocks);
        }
    }
}
#[inline(always)]
fn forward<V: Number<Real = f32>, const R: usize, const C: usize>(what: &mut Forward<'_>, o: usize, blocks: usize) {
    let pitch = what.weights.len() / what.bias.len();
    let x = V::of(what.x);
    let z = V::of_mut(what.z);
    let mut rows = [&what.weights[..what.inputs]; R];
    for r in 0..R {
        rows[r] = &what.weights[(o + r) * pitch..][..what.inputs];
    }
    for b in (0..blocks).step_by(C) {
        let mut sums = [[V::splat(0.0); C]; R];
        for r in 0..R {
            sums[r] = [V::splat(what.bias[o + r]); C];
        }
        for (k, x) in x.chunks_exact(4 * blocks).enumerate() {
            let mut w = [[0.0; 4]; R];
            for r in 0..R {
                w[r] = *row(rows[r], k);
            }
            for t in 0..4 {
                let x: &[V; C] = x[t * blocks + b..].first_chunk().expect("C blocks");
                for c in 0..C {
                    for r in 0..R {
                        sums[r][c] = V::splat(w[r][t]).mul_add(x[c], sums[r][c]);
                    }
                }
            }
        }
        for r in 0..R {
            for c in 0..C {
                let zero = V::splat(0.0);
                let y = if what.relu { sums[r][c].if_greater(zero, sums[r][c], zero) } else { sums[r][c] };
                z[(o + r) * blocks + b + c] = y;
            }
        }
    }
}

/// ∂L/∂x[k] = Σ w[o, k] ∂L/∂z[o]
pub struct DX<'a> {
    pub weights: &'a [f32],
    pub d_z: &'a [f32],
    pub outputs: usize,
    /// ReLU output
    pub x: Option<&'a [f32]>,
    pub d_x: &'a mut [f32],
}
impl Kernel for DX<'_> {
    type Real = f32;
    type Output = ();
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(mut self) {
        let blocks = V::of(self.d_z).len() / self.outputs;
        let inputs = V::of(self.d_x).len() / blocks;
        let whole = inputs / ROWS * ROWS;
        for k in (0..whole).step_by(ROWS) {
            columns!(d_x, V, ROWS, &mut self, k, blocks);
        }
        for k in whole..inputs {
            columns!(d_x, V, 1, &mut self, k, blocks);
        }
    }
}
#[inline(always)]
fn d_x<V: Number<Real = f32>, const R: usize, const C: usize>(what: &mut DX<'_>, k: usize, blocks: usize) {
    let (d_z, d_x) = (V::of(what.d_z), V::of_mut(what.d_x));
    let pitch = what.weights.len() / what.outputs;
    for b in (0..blocks).step_by(C) {
        let mut sums = [[V::splat(0.0); C]; R];
        for (w, d) in what.weights.chunks_exact(pitch).zip(d_z.chunks_exact(blocks)) {
            let w: &[f32; R] = w[k..].first_chunk().expect("R weights");
            let d: &[V; C] = d[b..].first_chunk().expect("C blocks");
            for c in 0..C {
                for r in 0..R {
                    sums[r][c] = V::splat(w[r]).mul_add(d[c], sums[r][c]);
                }
            }
        }
        for r in 0..R {
            for c in 0..C {
                let at = (k + r) * blocks + b + c;
                let zero = V::splat(0.0);
                d_x[at] = match what.x { Some(x) => V::of(x)[at].if_greater(zero, sums[r][c], zero), None => sums[r][c] };
            }
        }
    }
}

/// The gradient of the weights, and the step.
pub struct Update<'a> {
    pub weights: &'a mut [f32],
    pub velocity: &'a mut [f32],
    pub pitch: usize,
    pub outputs: usize,
    /// number of first row
    pub first: usize,
    /// (d_z [o][samples], x turned [sample][pitch]) of each shard
    pub shards: &'a [crate::network::Shard],
    pub layer: usize,
    pub rate: f32,
    pub momentum: f32,
}
impl Kernel for Update<'_> {
    type Real = f32;
    type Output = ();
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(mut self) {
        let rows = self.weights.len() / self.pitch;
        let whole = rows / ROWS * ROWS;
        for o in (0..whole).step_by(ROWS) {
            update::<V, ROWS>(&mut self, o);
        }
        for o in whole..rows {
            update::<V, 1>(&mut self, o);
        }
    }
}
#[inline(always)]
fn update<V: Number<Real = f32>, const R: usize>(what: &mut Update<'_>, o: usize) {
    let columns = what.pitch / V::LANES;
    let whole = columns / 4 * 4;
    for k in (0..whole).step_by(4) {
        tile::<V, R, 4>(what, o, k);
    }
    for k in whole..columns {
        tile::<V, R, 1>(what, o, k);
    }
}
#[inline(always)]
fn tile<V: Number<Real = f32>, const R: usize, const C: usize>(what: &mut Update<'_>, o: usize, k: usize) {
    let mut g = [[V::splat(0.0); C]; R];
    for shard in what.shards {
        let samples = shard.x_turned(what.layer).chunks_exact(what.pitch).zip(shard.d_turned(what.layer).chunks_exact(what.outputs));
        for (x, d) in samples {
            let x: &[V; C] = V::of(x)[k..].first_chunk().expect("C columns");
            let d: &[f32; R] = d[what.first + o..].first_chunk().expect("R rows");
            for c in 0..C {
                for r in 0..R {
                    g[r][c] = V::splat(d[r]).mul_add(x[c], g[r][c]);
                }
            }
        }
    }
    for r in 0..R {
        let at = (o + r) * what.pitch + k * V::LANES;
        let w = &mut V::of_mut(&mut what.weights[at..])[..C];
        let v = &mut V::of_mut(&mut what.velocity[at..])[..C];
        for c in 0..C {
            v[c] = V::splat(what.momentum).mul_add(v[c], g[r][c]);
            w[c] = V::splat(-what.rate).mul_add(v[c], w[c]);
        }
    }
}
