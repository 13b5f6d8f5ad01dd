//! A step of learning.

use super::shard::Shard;
use super::{Batch, LAYERS, Network, batch};
use crate::Error;
use crate::isa::Isa;
use crate::kernels::dense::{Samples, Step};
use crate::kernels::momentum::Momentum;
use crate::loss::Judged;
use rayon::prelude::*;

/// How far a step goes, and how much of the last one it keeps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rates {
    /// η.
    pub rate: f32,
    /// μ.
    pub momentum: f32,
}

/// How a batch went.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Went {
    /// The sum of its losses.
    pub loss: f32,
    /// How many samples were answered rightly.
    pub right: usize,
}

impl Went {
    /// One more sample.
    pub(crate) fn add(&mut self, judged: Judged) {
        self.loss += judged.loss;
        self.right += usize::from(judged.right);
    }
}

/// What all samples say of a dense layer.
#[derive(Debug, Clone, Copy)]
struct Dense<'a> {
    shards: &'a [Shard],
    layer: usize,
}

impl Samples for Dense<'_> {
    #[inline(always)]
    fn parts(&self) -> impl Iterator<Item = (&[f32], &[f32])> {
        let n = self.layer - 2;
        let parts = self.shards.iter();
        parts.map(move |shard| (&shard.inputs[n][..], &shard.slopes[n][..]))
    }
}

impl Network {
    // ANCHOR: step
    /// One step: forward, backward, and each number moves against the mean slope of the `batch`.
    ///
    /// # Errors
    /// As [`answers`](Self::answers); [`Error::Labels`] unless there is one label for each image, and
    /// [`Error::Label`] for one above 9.
    pub fn step(&mut self, batch: Batch<'_>, rates: Rates) -> Result<Went, Error> {
        let samples = batch.samples(self.room())?;
        let parameters = &self.parameters;
        let room = self.shards[0].room();
        let shards = &mut self.shards[..samples.div_ceil(room)];
        let work = |(shard, (images, labels)): (&mut Shard, (&[f32], &[u8]))| {
            if labels.len() < shard.room() {
                // What was there before may not be a number, and 0 times that is not 0.
                shard.images.fill(0.0);
            }
            shard.load(images);
            shard.forward(parameters, shard.room());
            shard.judge(labels, samples);
            shard.backward(parameters);
        };
        match &self.pool {
            None => work((&mut shards[0], (batch.images, batch.labels))),
            Some(pool) => pool.install(|| {
                let images = batch.images.par_chunks(room * batch::PIXELS);
                let parts = images.zip(batch.labels.par_chunks(room));
                shards.par_iter_mut().zip(parts).for_each(work);
            }),
        }
        let went = went(shards);
        self.move_on(samples.div_ceil(room), rates);
        Ok(went)
    }
    // ANCHOR_END: step

    /// Each number moves, as the first `used` shards say.
    fn move_on(&mut self, used: usize, rates: Rates) {
        let shards = &self.shards[..used];
        let layers = self.parameters.0.iter_mut().zip(&mut self.velocity.0);
        for (n, (w, v)) in layers.enumerate() {
            let sums = shards.iter().flat_map(|shard| &shard.sums);
            moved(
                self.isa,
                &mut w.bias,
                &mut v.bias,
                sums.clone().map(|s| &s.bias[n]),
                rates,
            );
            if n < 2 {
                let sums = sums.map(|sums| &sums.kernels[n]);
                moved(self.isa, &mut w.weights, &mut v.weights, sums, rates);
                continue;
            }
            let dense = |first: usize, weights, velocity| Step {
                samples: Dense { shards, layer: n },
                inputs: LAYERS[n].inputs,
                first,
                weights,
                velocity,
                pitch: LAYERS[n].pitch,
                rate: rates.rate,
                momentum: rates.momentum,
            };
            match &self.pool {
                None => self.isa.run(dense(0, &mut w.weights, &mut v.weights)),
                Some(pool) => {
                    let rows = share(LAYERS[n].inputs, pool.current_num_threads());
                    let (isa, each) = (self.isa, rows * LAYERS[n].pitch);
                    pool.install(|| {
                        let weights = w.weights.par_chunks_mut(each);
                        let both = weights.zip(v.weights.par_chunks_mut(each));
                        both.enumerate().for_each(|(n, (weights, velocity))| {
                            isa.run(dense(n * rows, weights, velocity));
                        });
                    });
                }
            }
        }
    }
}

/// How many of a layer's rows each of some threads takes: whole tiles, whatever the instruction set.
fn share(rows: usize, threads: usize) -> usize {
    rows.div_ceil(threads).next_multiple_of(6)
}

/// Adds up the losses, from the first sample to the last.
fn went(shards: &[Shard]) -> Went {
    let losses = shards.iter().flat_map(|shard| &shard.losses);
    Went {
        loss: losses.fold(0.0, |sum, loss| sum + loss),
        right: shards.iter().map(|shard| shard.right).sum(),
    }
}

/// Adds up the sums of the groups, from the first to the last, and takes the step.
fn moved<'a>(
    isa: Isa,
    w: &mut [f32],
    v: &mut [f32],
    sums: impl Iterator<Item = &'a Vec<f32>>,
    rates: Rates,
) {
    let mut g = [0.0; LAYERS[1].outputs * LAYERS[1].inputs];
    for sums in sums {
        for (g, sum) in g.iter_mut().zip(sums) {
            *g += sum;
        }
    }
    let g = &g[..w.len()];
    isa.run(Momentum { w, v, g, rates });
}
