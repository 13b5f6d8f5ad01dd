//! A step of learning.

use super::shard::{Shard, statistics};
use super::{Batch, Network, Rates, StepStatistics};
use crate::Error;
use crate::geometry::LAYERS;
use crate::isa::Isa;
use crate::kernels::dense::{Samples, Step};
use crate::kernels::elementwise::Momentum;
use digits::PIXELS;
use rayon::prelude::*;

/// The samples of all shards, for a dense layer.
#[derive(Debug, Clone, Copy)]
struct Dense<'a> {
    shards: &'a [Shard],
    layer: usize,
}

impl Samples for Dense<'_> {
    #[inline(always)]
    fn shards(&self) -> impl Iterator<Item = (&[f32], &[f32])> {
        let n = self.layer - 2;
        let shards = self.shards.iter();
        shards.map(move |shard| (&shard.inputs[n][..], &shard.gradients[n][..]))
    }
}

impl Network {
    // ANCHOR: step
    /// One step: forward, backward, and each weight and bias moves against the mean
    /// gradient of the `batch`.
    ///
    /// # Errors
    /// As [`logits`](Self::logits); [`Error::Labels`] unless there is one label for each
    /// image, and [`Error::Label`] for one above 9.
    pub fn step(
        &mut self,
        batch: Batch<'_>,
        rates: Rates,
    ) -> Result<StepStatistics, Error> {
        let samples = batch.samples(self.room())?;
        let parameters = &self.parameters;
        let room = self.shards[0].room();
        let shards = &mut self.shards[..samples.div_ceil(room)];
        let work = |(shard, (images, labels)): (&mut Shard, (&[f32], &[u8]))| {
            if labels.len() < shard.room() {
                // What was there before may be NaN, and 0 times that is not 0.
                shard.images.fill(0.0);
            }
            shard.load(images);
            shard.forward(parameters, shard.room());
            shard.losses(labels, samples);
            shard.backward(parameters);
        };
        match &self.pool {
            None => work((&mut shards[0], (batch.images, batch.labels))),
            Some(pool) => pool.install(|| {
                let images = batch.images.par_chunks(room * PIXELS);
                let samples = images.zip(batch.labels.par_chunks(room));
                shards.par_iter_mut().zip(samples).for_each(work);
            }),
        }
        let statistics = statistics(shards);
        self.update(samples.div_ceil(room), rates);
        Ok(statistics)
    }
    // ANCHOR_END: step

    /// Moves each weight and bias, by the gradients of the first `used` shards.
    fn update(&mut self, used: usize, rates: Rates) {
        let shards = &self.shards[..used];
        let layers = self.parameters.0.iter_mut().zip(&mut self.velocity.0);
        for (n, (w, v)) in layers.enumerate() {
            let sums = shards.iter().flat_map(|shard| &shard.sums);
            momentum_step(
                self.isa,
                &mut w.bias,
                &mut v.bias,
                sums.clone().map(|s| &s.bias[n]),
                rates,
            );
            if n < 2 {
                let sums = sums.map(|sums| &sums.kernels[n]);
                momentum_step(self.isa, &mut w.weights, &mut v.weights, sums, rates);
                continue;
            }
            let dense = |first: usize, weights, velocity| Step {
                samples: Dense { shards, layer: n },
                inputs: LAYERS[n].inputs,
                first,
                weights,
                velocity,
                row_stride: LAYERS[n].row_stride,
                rate: rates.rate,
                momentum: rates.momentum,
            };
            match &self.pool {
                None => self.isa.run(dense(0, &mut w.weights, &mut v.weights)),
                Some(pool) => {
                    let rows = share(LAYERS[n].inputs, pool.current_num_threads());
                    let (isa, each) = (self.isa, rows * LAYERS[n].row_stride);
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

/// Adds up the sums of the groups, from the first to the last, and takes the step.
fn momentum_step<'a>(
    isa: Isa,
    w: &mut [f32],
    v: &mut [f32],
    sums: impl Iterator<Item = &'a Vec<f32>>,
    rates: Rates,
) {
    let mut g = [0.0; LAYERS[1].weights()];
    for sums in sums {
        for (g, sum) in g.iter_mut().zip(sums) {
            *g += sum;
        }
    }
    let g = &g[..w.len()];
    let Rates { rate, momentum } = rates;
    isa.run(Momentum {
        w,
        v,
        g,
        rate,
        momentum,
    });
}
