mod shard;
mod update;
pub use shard::Shard;
use crate::memory::Memory;
use crate::isa::Isa;
use crate::kernels::convolution::Pack;
pub use crate::kernels::group::GROUP;

/// outputs, inputs, row pitch
pub const DENSE: [(usize, usize, usize); 3] = [(120, 400, 400), (84, 120, 128), (10, 84, 96)];

#[derive(Clone)]
pub struct Parameters { pub kernels: [Vec<f32>; 2], pub bias: [Vec<f32>; 2], pub weights: [Memory; 3], pub dense_bias: [Vec<f32>; 3] }
impl Parameters {
    pub fn zeros() -> Self {
        Parameters { kernels: [vec![0.0; 150], vec![0.0; 2400]], bias: [vec![0.0; 6], vec![0.0; 16]], weights: DENSE.map(|(o, _, p)| Memory::zeros(o * p)), dense_bias: DENSE.map(|(o, _, _)| vec![0.0; o]) }
    }
}
pub struct Net { pub p: Parameters, pub v: Parameters, packed: [Vec<f32>; 2], shards: Vec<Shard>, isa: Isa }

fn pack(p: &Parameters, packed: &mut [Vec<f32>; 2], isa: Isa) {
    for ((kernels, packed), filters) in p.kernels.iter().zip(packed).zip([6, 16]) {
        isa.run(Pack { kernels, filters, packed });
    }
}
impl Net {
    pub fn new(p: Parameters, isa: Isa, threads: usize, batch: usize) -> Self {
        let groups = batch.div_ceil(GROUP).div_ceil(threads);
        let mut net = Net { p, v: Parameters::zeros(), packed: [vec![0.0; 150], vec![0.0; 2400]], shards: (0..threads).map(|_| Shard::new(groups, isa)).collect(), isa };
        pack(&net.p, &mut net.packed, isa);
        net
    }
    pub fn infer(&mut self, images: &[f32]) -> Vec<f32> {
        use rayon::prelude::*;
        let (p, packed) = (&self.p, &self.packed);
        let n = self.shards[0].samples();
        let go = |s: &mut Shard, i: &[f32]| { s.load(i); s.forward(p, packed) };
        if self.shards.len() == 1 {
            go(&mut self.shards[0], images);
        } else {
            self.shards.par_iter_mut().zip(images.par_chunks(n * 784)).for_each(|(s, i)| go(s, i));
        }
        let total = images.len() / 784;
        (0..total * 10).map(|i| self.shards[i / 10 / n].answers()[i % 10 * n + i / 10 % n]).collect()
    }
    pub fn step(&mut self, images: &[f32], labels: &[u8], rate: f32, momentum: f32) -> f32 {
        use rayon::prelude::*;
        let (p, packed, isa) = (&self.p, &self.packed, self.isa);
        let n = self.shards[0].samples();
        let of = labels.len();
        let go = |s: &mut Shard, i: &[f32], l: &[u8]| { s.load(i); s.forward(p, packed); s.judge(l, of); s.backward(p); };
        if self.shards.len() == 1 {
            go(&mut self.shards[0], images, labels);
        } else {
            self.shards.par_iter_mut().zip(images.par_chunks(n * 784).zip(labels.par_chunks(n))).for_each(|(s, (i, l))| go(s, i, l));
        }
        update::all(&mut self.p, &mut self.v, &self.shards, isa, (rate, momentum));
        pack(&self.p, &mut self.packed, isa);
        self.shards.iter().flat_map(|s| s.losses()).fold(0.0, |a, b| a + b) / of as f32
    }
}
