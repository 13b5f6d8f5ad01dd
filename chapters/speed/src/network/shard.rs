//! The samples that one thread has, and the forward pass.

use super::Parameters;
use super::batch::StepStatistics;
use crate::aligned::AlignedBuffer;
use crate::geometry::{CLASSES, FIRST, LAYERS, PADDING, SECOND, SUM_GROUP};
use crate::isa::Isa;
use crate::kernels::elementwise::Relu;
use crate::kernels::transpose::Transpose;
use crate::kernels::{convolution, dense};
use digits::{PIXELS, SIDE};

/// What the groups of a shard add up to: the gradients of the convolutions, and of all biases.
#[derive(Debug)]
pub struct Sums {
    pub kernels: [Vec<f32>; 2],
    pub bias: [Vec<f32>; LAYERS.len()],
}

// ANCHOR: shard
/// Some of the batch's samples, with all that a step computes of them, cut into blocks
/// of as many as a register has lanes.
#[derive(Debug)]
pub struct Shard {
    pub isa: Isa,
    pub blocks: usize,
    /// block×32×32: the images.
    pub images: AlignedBuffer,
    /// block×6×14×14: the first maps, pooled.
    pub first: AlignedBuffer,
    /// The place of each window's largest, in the first maps and in the second.
    pub argmax: [AlignedBuffer; 2],
    /// block×values: the inputs of the three dense layers, first the second maps, and
    /// the logits.
    pub y: [AlignedBuffer; 4],
    /// ∂L of these.
    pub d_y: [AlignedBuffer; 4],
    /// samples×inputs of each dense layer: `y`, transposed.
    pub inputs: [AlignedBuffer; 3],
    /// samples×row_stride of each dense layer: `d_y`, transposed.
    pub gradients: [AlignedBuffer; 3],
    /// One for each group of samples.
    pub sums: Vec<Sums>,
    /// One for each sample.
    pub losses: Vec<f32>,
    /// For how many samples the argmax was the label.
    pub correct: usize,
    pub scratch: Scratch,
}
// ANCHOR_END: shard

/// Memory that one block, or one group of them, leaves to the next.
#[derive(Debug)]
pub struct Scratch {
    /// ∂L of the first maps, pooled.
    pub d_first: AlignedBuffer,
    /// ∂L by kernels and biases of both, sample by sample of a group.
    pub d_kernels: [AlignedBuffer; 2],
    pub d_bias: [AlignedBuffer; 2],
}

impl Shard {
    /// Room for this many groups of samples.
    pub fn new(groups: usize, isa: Isa) -> Self {
        let (samples, lanes) = (groups * SUM_GROUP, isa.lanes());
        let each = |values: usize| AlignedBuffer::zeros(values * samples);
        let group = |values: usize| AlignedBuffer::zeros(values * SUM_GROUP);
        let (pooled, dense) = (
            [0, 1].map(|n| LAYERS[n].writes),
            [2, 3, 4].map(|n| LAYERS[n]),
        );
        let values = [1, 2, 3, 4].map(|n| LAYERS[n].writes);
        let kernels = [0, 1].map(|n| LAYERS[n].weights());
        Self {
            isa,
            blocks: samples / lanes,
            images: each(FIRST.image_len()),
            first: each(pooled[0]),
            argmax: pooled.map(each),
            y: values.map(each),
            d_y: values.map(each),
            inputs: dense.map(|layer| each(layer.inputs)),
            gradients: dense.map(|layer| each(layer.row_stride)),
            sums: (0..groups)
                .map(|_| Sums {
                    kernels: kernels.map(|values| vec![0.0; values]),
                    bias: LAYERS.map(|layer| vec![0.0; layer.outputs]),
                })
                .collect(),
            losses: Vec::with_capacity(samples),
            correct: 0,
            scratch: Scratch {
                d_first: AlignedBuffer::zeros(pooled[0] * lanes),
                d_kernels: kernels.map(group),
                d_bias: [0, 1].map(|n| group(LAYERS[n].outputs)),
            },
        }
    }

    /// How many samples it has room for.
    pub fn room(&self) -> usize {
        self.blocks * self.isa.lanes()
    }

    /// Takes over some images, at most as many as there is room for: from one after the other to one in
    /// each lane.
    pub fn load(&mut self, images: &[f32]) {
        let lanes = self.isa.lanes();
        let blocks = self.images.chunks_exact_mut(FIRST.image_len() * lanes);
        for (block, images) in blocks.zip(images.chunks(PIXELS * lanes)) {
            for i in 0..SIDE {
                self.isa.run(Transpose {
                    from: &images[i * SIDE..],
                    from_stride: PIXELS,
                    rows: images.len() / PIXELS,
                    columns: SIDE,
                    to: &mut block[FIRST.x(0, i + PADDING, PADDING) * lanes..],
                    to_stride: lanes,
                });
            }
        }
    }

    // ANCHOR: forward
    /// The forward pass of as many blocks as the first `samples` are in.
    pub fn forward(&mut self, parameters: &Parameters, samples: usize) {
        let (isa, blocks, layers) = (self.isa, self.blocks, &parameters.0);
        let used = samples.div_ceil(isa.lanes());
        let [first, second] = &mut self.argmax;
        for block in 0..used {
            isa.run(convolution::Forward::<{ FIRST.side }> {
                x: slice(&self.images, block, blocks),
                kernels: &layers[0].weights,
                bias: &layers[0].bias,
                pooled: slice_mut(&mut self.first, block, blocks),
                argmax: slice_mut(first, block, blocks),
            });
            isa.run(convolution::Forward::<{ SECOND.side }> {
                x: slice(&self.first, block, blocks),
                kernels: &layers[1].weights,
                bias: &layers[1].bias,
                pooled: slice_mut(&mut self.y[0], block, blocks),
                argmax: slice_mut(second, block, blocks),
            });
        }
        for n in 0..3 {
            let (before, after) = self.y.split_at_mut(n + 1);
            let (layer, sizes) = (&layers[n + 2], LAYERS[n + 2]);
            let z = &mut after[0][..used * sizes.outputs * isa.lanes()];
            isa.run(dense::Forward {
                weights: &layer.weights,
                row_stride: sizes.row_stride,
                bias: &layer.bias,
                x: &before[n][..used * sizes.inputs * isa.lanes()],
                z,
            });
            if n < 2 {
                isa.run(Relu(z));
            }
        }
    }
    // ANCHOR_END: forward

    /// Writes the logits of the first samples, ten for each: as many as there is room for.
    pub fn write_logits(&self, logits: &mut [f32]) {
        let lanes = self.isa.lanes();
        for (block, logits) in logits.chunks_mut(CLASSES * lanes).enumerate() {
            self.isa.run(Transpose {
                from: slice(&self.y[3], block, self.blocks),
                from_stride: lanes,
                rows: CLASSES,
                columns: logits.len() / CLASSES,
                to: logits,
                to_stride: CLASSES,
            });
        }
    }
}

/// What the samples of some shards add up to, from the first to the last.
pub fn statistics(shards: &[Shard]) -> StepStatistics {
    let losses = shards.iter().flat_map(|shard| &shard.losses);
    StepStatistics {
        loss: losses.fold(0.0, |sum, loss| sum + loss),
        correct: shards.iter().map(|shard| shard.correct).sum(),
    }
}

/// Slice `n` of `all`, cut into so many of one length.
pub fn slice(all: &[f32], n: usize, slices: usize) -> &[f32] {
    &all[n * (all.len() / slices)..][..all.len() / slices]
}

/// The same, to write to.
pub fn slice_mut(all: &mut [f32], n: usize, slices: usize) -> &mut [f32] {
    let len = all.len() / slices;
    &mut all[n * len..][..len]
}
