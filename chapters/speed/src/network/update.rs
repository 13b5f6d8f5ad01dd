use super::*;
use crate::kernels::dense::Update;
pub fn all(p: &mut Parameters, v: &mut Parameters, shards: &[Shard], isa: Isa, how: (f32, f32)) {
    use rayon::prelude::*;
    let (rate, momentum) = how;
    for layer in 0..3 {
        let (w, vel) = (&mut p.weights[layer][..], &mut v.weights[layer][..]);
        let (rows, _, pitch) = DENSE[layer];
        let chunk = rows.div_ceil(shards.len()).next_multiple_of(6);
        let go = |(i, (weights, velocity)): (usize, (&mut [f32], &mut [f32]))| isa.run(Update { weights, velocity, pitch, outputs: rows, first: i * chunk, shards, layer, rate, momentum });
        if shards.len() == 1 { go((0, (w, vel))) } else { w.par_chunks_mut(chunk * pitch).zip(vel.par_chunks_mut(chunk * pitch)).enumerate().for_each(go) }
        sgd(&mut p.dense_bias[layer], &mut v.dense_bias[layer], shards.iter().flat_map(|s| s.dense_bias.iter().map(move |b| &b[layer])), how);
    }
    for i in 0..2 {
        sgd(&mut p.kernels[i], &mut v.kernels[i], shards.iter().flat_map(|s| s.conv.iter().map(move |c| &c[2 * i])), how);
        sgd(&mut p.bias[i], &mut v.bias[i], shards.iter().flat_map(|s| s.conv.iter().map(move |c| &c[2 * i + 1])), how);
    }
}
fn sgd<'a>(w: &mut [f32], v: &mut [f32], gs: impl Iterator<Item = &'a Vec<f32>> + Clone, (rate, momentum): (f32, f32)) {
    let mut sum = [0.0; 2400];
    let sum = &mut sum[..w.len()];
    for g in gs {
        for (sum, g) in sum.iter_mut().zip(g) { *sum += g; }
    }
    for ((w, v), g) in w.iter_mut().zip(v).zip(sum) {
        *v = momentum.mul_add(*v, *g);
        *w = (-rate).mul_add(*v, *w);
    }
}
