//! The samples that one thread has, and the forward pass.

use super::batch::{PIXELS, SIDE};
use super::{LAYERS, Parameters};
use crate::GROUP;
use crate::isa::Isa;
use crate::kernels::turn::Turn;
use crate::kernels::{convolution, dense, relu};
use crate::memory::Memory;

/// The side of a padded image: two zeros on each side.
pub(super) const PADDED: usize = SIDE + 4;
/// The side of the first convolution's maps, pooled.
pub(super) const FIRST: usize = 14;
/// The side of the second convolution's maps, and pooled.
pub(super) const SECOND: usize = 10;
pub(super) const LAST: usize = 5;

/// What the groups of a shard add up to: the gradients of the convolutions, and of all biases.
#[derive(Debug)]
pub(super) struct Sums {
    pub(super) kernels: [Vec<f32>; 2],
    pub(super) bias: [Vec<f32>; 5],
}

// ANCHOR: shard
/// Some of the batch's samples, with all that a step computes of them. They are cut into blocks of as
/// many as a register has lanes.
#[derive(Debug)]
pub struct Shard {
    pub(super) isa: Isa,
    pub(super) blocks: usize,
    /// block×32×32: the images.
    pub(super) images: Memory,
    /// block×6×14×14: the first maps, pooled.
    pub(super) first: Memory,
    /// Which of four won, in the first maps and in the second.
    pub(super) winner: [Memory; 2],
    /// block×numbers: what goes into the three dense layers, first the second maps, and the answers.
    pub(super) y: [Memory; 4],
    /// ∂L of these.
    pub(super) d_y: [Memory; 4],
    /// samples×inputs of each dense layer: `y`, turned.
    pub(super) inputs: [Memory; 3],
    /// samples×outputs of each dense layer: `d_y`, turned, and filled up as its weights are.
    pub(super) slopes: [Memory; 3],
    /// One for each group of samples.
    pub(super) sums: Vec<Sums>,
    /// One for each sample.
    pub(super) losses: Vec<f32>,
    /// How many of the samples were answered rightly.
    pub(super) right: usize,
    pub(super) scratch: Scratch,
}
// ANCHOR_END: shard

/// What one block needs for a while.
#[derive(Debug)]
pub(super) struct Scratch {
    /// ∂L of the first maps, pooled.
    pub(super) d_first: Memory,
    /// ∂L by kernels and biases of both, sample by sample of a group.
    pub(super) d_kernels: [Memory; 2],
    pub(super) d_bias: [Memory; 2],
}

impl Shard {
    /// Room for this many groups of samples.
    pub(super) fn new(groups: usize, isa: Isa) -> Self {
        let (samples, lanes) = (groups * GROUP, isa.lanes());
        let each = |numbers: usize| Memory::zeros(numbers * samples);
        let numbers = [400, 120, 84, 10];
        let dense = [LAYERS[2], LAYERS[3], LAYERS[4]];
        let block = |numbers: usize| Memory::zeros(numbers * lanes);
        let group = |numbers: usize| Memory::zeros(numbers * GROUP);
        let weights = [0, 1].map(|layer| LAYERS[layer].outputs * LAYERS[layer].inputs);
        Self {
            isa,
            blocks: samples / lanes,
            images: each(PADDED * PADDED),
            first: each(6 * FIRST * FIRST),
            winner: [6 * FIRST * FIRST, 16 * LAST * LAST].map(each),
            y: numbers.map(each),
            d_y: numbers.map(each),
            inputs: dense.map(|size| each(size.inputs)),
            slopes: dense.map(|size| each(size.pitch)),
            sums: (0..groups)
                .map(|_| Sums {
                    kernels: weights.map(|numbers| vec![0.0; numbers]),
                    bias: LAYERS.map(|size| vec![0.0; size.outputs]),
                })
                .collect(),
            losses: Vec::with_capacity(samples),
            right: 0,
            scratch: Scratch {
                d_first: block(6 * FIRST * FIRST),
                d_kernels: weights.map(group),
                d_bias: [group(6), group(16)],
            },
        }
    }

    /// How many samples it has room for.
    pub fn room(&self) -> usize {
        self.blocks * self.isa.lanes()
    }

    /// Takes over some images, at most as many as there is room for: from one after the other to one in
    /// each lane.
    pub(super) fn load(&mut self, images: &[f32]) {
        let lanes = self.isa.lanes();
        let blocks = self.images.chunks_exact_mut(PADDED * PADDED * lanes);
        for (block, images) in blocks.zip(images.chunks(PIXELS * lanes)) {
            for i in 0..SIDE {
                self.isa.run(Turn {
                    from: &images[i * SIDE..],
                    pitch: PIXELS,
                    rows: images.len() / PIXELS,
                    columns: SIDE,
                    to: &mut block[((i + 2) * PADDED + 2) * lanes..],
                    to_pitch: lanes,
                });
            }
        }
    }

    // ANCHOR: forward
    /// The forward pass of as many blocks as the first `samples` are in.
    pub(super) fn forward(&mut self, parameters: &Parameters, samples: usize) {
        let (isa, blocks, layers) = (self.isa, self.blocks, &parameters.0);
        let used = samples.div_ceil(isa.lanes());
        let [first, second] = &mut self.winner;
        for block in 0..used {
            isa.run(convolution::Forward::<PADDED> {
                x: part(&self.images, block, blocks),
                kernels: &layers[0].weights,
                bias: &layers[0].bias,
                pooled: part_mut(&mut self.first, block, blocks),
                winner: part_mut(first, block, blocks),
            });
            isa.run(convolution::Forward::<FIRST> {
                x: part(&self.first, block, blocks),
                kernels: &layers[1].weights,
                bias: &layers[1].bias,
                pooled: part_mut(&mut self.y[0], block, blocks),
                winner: part_mut(second, block, blocks),
            });
        }
        for n in 0..3 {
            let (before, after) = self.y.split_at_mut(n + 1);
            let (layer, size) = (&layers[n + 2], LAYERS[n + 2]);
            let z = &mut after[0][..used * size.outputs * isa.lanes()];
            isa.run(dense::Forward {
                weights: &layer.weights,
                pitch: size.pitch,
                bias: &layer.bias,
                x: &before[n][..used * size.inputs * isa.lanes()],
                z,
            });
            if n < 2 {
                isa.run(relu::Forward(z));
            }
        }
    }
    // ANCHOR_END: forward

    /// Writes the answers of the first samples, ten for each: as many as there is room for.
    pub(super) fn write_answers(&self, answers: &mut [f32]) {
        let lanes = self.isa.lanes();
        for (block, answers) in answers.chunks_mut(10 * lanes).enumerate() {
            self.isa.run(Turn {
                from: part(&self.y[3], block, self.blocks),
                pitch: lanes,
                rows: 10,
                columns: answers.len() / 10,
                to: answers,
                to_pitch: 10,
            });
        }
    }
}

/// Part `n` of several `parts`, all of one length.
pub(super) fn part(all: &[f32], n: usize, parts: usize) -> &[f32] {
    &all[n * (all.len() / parts)..][..all.len() / parts]
}

/// The same, to write to.
pub(super) fn part_mut(all: &mut [f32], n: usize, parts: usize) -> &mut [f32] {
    let len = all.len() / parts;
    &mut all[n * len..][..len]
}
