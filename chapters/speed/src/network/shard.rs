use super::*;
use crate::kernels::group::{Fold, folded};
use crate::kernels::turn::Turn;
use crate::kernels::unpool::Unpool;
use crate::kernels::{convolution, dense};

pub struct Shard {
    isa: Isa, lanes: usize, blocks: usize,
    x: Memory, p1: Memory, a1: Memory, p2: Memory, a2: Memory,
    f: [Memory; 4], d: [Memory; 4], t: [Memory; 3], u: [Memory; 3],
    dy: Memory, dp1: Memory, dp2: Memory,
    dw1: Memory, dw2: Memory, db: [Memory; 2],
    pub conv: Vec<[Vec<f32>; 4]>, pub dense_bias: Vec<[Vec<f32>; 3]>, loss: Vec<f32>,
}
impl Shard {
    pub fn new(groups: usize, isa: Isa) -> Self {
        let lanes = isa.lanes();
        let (blocks, n) = (groups * GROUP / lanes, groups * GROUP);
        let m = Memory::zeros;
        Shard { isa, lanes, blocks, x: m(1024 * n), p1: m(1176 * n), a1: m(1176 * n), p2: m(400 * lanes), a2: m(400 * n),
            f: [m(400 * n), m(120 * n), m(84 * n), m(10 * n)], d: [m(400 * n), m(120 * n), m(84 * n), m(10 * n)], t: [m(400 * n), m(128 * n), m(96 * n)], u: [m(120 * n), m(84 * n), m(10 * n)],
            dy: m(1600 * lanes), dp1: m(1176 * lanes), dp2: m(400 * lanes), dw1: m(150 * GROUP), dw2: m(2400 * GROUP), db: [m(6 * GROUP), m(16 * GROUP)],
            conv: (0..groups).map(|_| [vec![0.0; 150], vec![0.0; 6], vec![0.0; 2400], vec![0.0; 16]]).collect(),
            dense_bias: (0..groups).map(|_| [vec![0.0; 120], vec![0.0; 84], vec![0.0; 10]]).collect(), loss: Vec::with_capacity(n) }
    }
    pub fn samples(&self) -> usize { self.blocks * self.lanes }
    pub fn answers(&self) -> &[f32] { &self.f[3] }
    pub fn losses(&self) -> impl Iterator<Item = f32> { self.loss.iter().copied() }
    pub fn x_turned(&self, layer: usize) -> &[f32] { &self.t[layer] }
    pub fn d_turned(&self, layer: usize) -> &[f32] { &self.u[layer] }
    pub fn load(&mut self, images: &[f32]) {
        let l = self.lanes;
        for (x, images) in self.x.chunks_exact_mut(1024 * l).zip(images.chunks_exact(784 * l)) {
            for i in 0..28 {
                self.isa.run(Turn { from: &images[i * 28..], from_pitch: 784, to: &mut x[((i + 2) * 32 + 2) * l..], to_pitch: l, rows: l, columns: 28 });
            }
        }
    }
    pub fn forward(&mut self, p: &Parameters, packed: &[Vec<f32>; 2]) {
        let (l, nb, isa) = (self.lanes, self.blocks, self.isa);
        for b in 0..nb {
            let p1 = &mut self.p1[b * 1176 * l..][..1176 * l];
            isa.run(convolution::Forward::<32> { x: &self.x[b * 1024 * l..][..1024 * l], kernels: &packed[0], bias: &p.bias[0], pooled: p1, winner: &mut self.a1[b * 1176 * l..][..1176 * l] });
            isa.run(convolution::Forward::<14> { x: p1, kernels: &packed[1], bias: &p.bias[1], pooled: &mut self.p2, winner: &mut self.a2[b * 400 * l..][..400 * l] });
            for (f, p) in self.f[0].chunks_exact_mut(nb * l).zip(self.p2.chunks_exact(l)) { f[b * l..][..l].copy_from_slice(p); }
        }
        for i in 0..3 {
            let (lo, hi) = self.f.split_at_mut(i + 1);
            isa.run(dense::Forward { weights: &p.weights[i], bias: &p.dense_bias[i], inputs: DENSE[i].1, relu: i < 2, x: &lo[i], z: &mut hi[0] });
        }
    }
    pub fn judge(&mut self, labels: &[u8], of: usize) {
        let n = self.samples();
        let (z, d) = (&self.f[3], &mut self.d[3]);
        self.loss.clear();
        for (s, y) in labels.iter().enumerate() {
            let y = *y as usize;
            let mx = (0..10).map(|c| z[c * n + s]).fold(f32::NEG_INFINITY, f32::max);
            let mut e = [0f32; 10];
            let mut t = 0.0;
            for c in 0..10 { e[c] = libm::expf(z[c * n + s] - mx); t += e[c]; }
            self.loss.push(libm::logf(t) - (z[y * n + s] - mx));
            for c in 0..10 { d[c * n + s] = (e[c] / t - (c == y) as u8 as f32) / of as f32; }
        }
        for s in labels.len()..n { for c in 0..10 { d[c * n + s] = 0.0; } }
    }
    pub fn backward(&mut self, p: &Parameters) {
        let (l, nb, isa, n) = (self.lanes, self.blocks, self.isa, self.samples());
        let parts = GROUP / l;
        for i in [2, 1, 0] {
            isa.run(Turn { from: &self.f[i], from_pitch: n, to: &mut self.t[i], to_pitch: DENSE[i].2, rows: DENSE[i].1, columns: n });
            isa.run(Turn { from: &self.d[i + 1], from_pitch: n, to: &mut self.u[i], to_pitch: DENSE[i].0, rows: DENSE[i].0, columns: n });
            let (lo, hi) = self.d.split_at_mut(i + 1);
            isa.run(dense::DX { weights: &p.weights[i], d_z: &hi[0], outputs: DENSE[i].0, x: (i > 0).then_some(&self.f[i]), d_x: &mut lo[i] });
            for (g, out) in self.dense_bias.iter_mut().enumerate() {
                for (o, out) in out[i].iter_mut().enumerate() {
                    *out = folded(*self.d[i + 1][o * nb * l + g * GROUP..].first_chunk().expect("a group"));
                }
            }
        }
        for g in 0..nb / parts {
            self.dw1.fill(0.0); self.dw2.fill(0.0); self.db[0].fill(0.0); self.db[1].fill(0.0);
            for part in 0..parts {
                let b = g * parts + part;
                for (p, f) in self.dp2.chunks_exact_mut(l).zip(self.d[0].chunks_exact(nb * l)) { p.copy_from_slice(&f[b * l..][..l]); }
                let (p1, a1, a2) = (&self.p1[b * 1176 * l..][..1176 * l], &self.a1[b * 1176 * l..][..1176 * l], &self.a2[b * 400 * l..][..400 * l]);
                let x = &self.x[b * 1024 * l..][..1024 * l];
                let [db1, db2] = &mut self.db;
                let (db1, db2) = (&mut db1[part * 6 * l..][..6 * l], &mut db2[part * 16 * l..][..16 * l]);
                isa.run(Unpool { d_pooled: &self.dp2, winner: a2, side: 5, d_z: &mut self.dy, d_bias: db2 });
                isa.run(convolution::DKernels::<14, 10> { x: p1, first: 0, d_z: &self.dy, rows: 10, d_kernels: &mut self.dw2[part * 2400 * l..][..2400 * l] });
                isa.run(convolution::DX::<14, 10> { kernels: &p.kernels[1], d_z: &self.dy, d_x: &mut self.dp1 });
                let dw1 = &mut self.dw1[part * 150 * l..][..150 * l];
                for (o, i) in (0..21).map(|i| (i / 7 * 2, i % 7 * 2)) {
                    let dy = &mut self.dy[..2 * 4 * 28 * l];
                    for r in 0..2 {
                        let at = (o + r) * 196 + i * 14;
                        isa.run(Unpool { d_pooled: &self.dp1[at * l..][..28 * l], winner: &a1[at * l..][..28 * l], side: 14, d_z: &mut dy[r * 4 * 28 * l..], d_bias: &mut db1[(o + r) * l..][..l] });
                    }
                    isa.run(convolution::DKernels::<32, 28> { x, first: 2 * i, d_z: dy, rows: 4, d_kernels: &mut dw1[o * 25 * l..][..50 * l] });
                }
            }
            let [w1, b1, w2, b2] = &mut self.conv[g];
            isa.run(Fold { lanes: &self.dw1, sums: w1 });
            isa.run(Fold { lanes: &self.dw2, sums: w2 });
            isa.run(Fold { lanes: &self.db[0], sums: b1 });
            isa.run(Fold { lanes: &self.db[1], sums: b2 });
        }
    }
}
