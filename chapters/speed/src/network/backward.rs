//! The backward pass of a shard.

use super::shard::{FIRST, LAST, PADDED, Shard, part, part_mut};
use super::{LAYERS, Parameters};
use crate::GROUP;
use crate::kernels::fold::Fold;
use crate::kernels::turn::Turn;
use crate::kernels::{convolution, dense, relu};
use crate::loss::judge;

impl Shard {
    // ANCHOR: judge
    /// The losses of the first samples, and ∂L by their answers, where L is the mean over all samples of
    /// the batch, `of` them. What is left over in the lanes has no loss and no slope.
    pub(super) fn judge(&mut self, labels: &[u8], of: usize) {
        let lanes = self.isa.lanes();
        let (z, d) = (&self.y[3], &mut self.d_y[3]);
        d.fill(0.0);
        self.losses.clear();
        self.right = 0;
        for (s, label) in labels.iter().enumerate() {
            let place = |i| (s / lanes * 10 + i) * lanes + s % lanes;
            let judged = judge(std::array::from_fn(|i| z[place(i)]), *label);
            for i in 0..10 {
                d[place(i)] = judged.slopes[i] / of as f32;
            }
            self.losses.push(judged.loss);
            self.right += usize::from(judged.right);
        }
    }
    // ANCHOR_END: judge

    // ANCHOR: backward
    /// The backward pass, from ∂L by the answers to all slopes but those of the dense weights, which
    /// their [`Step`](dense::Step) makes from what is left here.
    pub(super) fn backward(&mut self, parameters: &Parameters) {
        for n in [2, 1, 0] {
            let (size, layer) = (LAYERS[n + 2], &parameters.0[n + 2]);
            let (before, after) = self.d_y.split_at_mut(n + 1);
            self.isa.run(dense::DX {
                weights: &layer.weights,
                pitch: size.pitch,
                d_z: &after[0],
                d_x: &mut before[n],
            });
            let (y, d) = (&self.y[n], &mut before[n]);
            self.isa.run(relu::Backward { y, d });
        }
        self.turn();
        for group in 0..self.sums.len() {
            self.convolutions(parameters, group);
        }
    }
    // ANCHOR_END: backward

    /// From one sample in each lane to one after the other, and the slopes of the dense biases.
    fn turn(&mut self) {
        let (isa, blocks, lanes) = (self.isa, self.blocks, self.isa.lanes());
        for n in 0..3 {
            let size = LAYERS[n + 2];
            for block in 0..blocks {
                let turn = |from, rows, to, to_pitch| Turn {
                    from: part(from, block, blocks),
                    pitch: lanes,
                    rows,
                    columns: lanes,
                    to: part_mut(to, block, blocks),
                    to_pitch,
                };
                let inputs = &mut self.inputs[n][..];
                isa.run(turn(&self.y[n], size.inputs, inputs, size.inputs));
                let slopes = &mut self.slopes[n][..];
                isa.run(turn(&self.d_y[n + 1], size.outputs, slopes, size.pitch));
            }
            let groups = self.sums.len();
            for (group, sums) in self.sums.iter_mut().enumerate() {
                isa.run(Fold {
                    lanes: part(&self.d_y[n + 1], group, groups),
                    sums: &mut sums.bias[n + 2],
                });
            }
        }
    }

    /// Both convolutions, for the samples of a group.
    fn convolutions(&mut self, parameters: &Parameters, group: usize) {
        let parts = GROUP / self.isa.lanes();
        for n in 0..parts {
            let block = group * parts + n;
            self.block(parameters, block, (n, parts));
        }
        let (scratch, sums) = (&self.scratch, &mut self.sums[group]);
        for layer in 0..2 {
            self.isa.run(Fold {
                lanes: &scratch.d_kernels[layer],
                sums: &mut sums.kernels[layer],
            });
            self.isa.run(Fold {
                lanes: &scratch.d_bias[layer],
                sums: &mut sums.bias[layer],
            });
        }
    }

    // ANCHOR: convolutions
    /// Both convolutions, for one block: part `n` of the group.
    fn block(
        &mut self,
        parameters: &Parameters,
        block: usize,
        (n, parts): (usize, usize),
    ) {
        let (isa, blocks, scratch) = (self.isa, self.blocks, &mut self.scratch);
        let [d_kernels_0, d_kernels_1] = &mut scratch.d_kernels;
        let [d_bias_0, d_bias_1] = &mut scratch.d_bias;
        let first = part(&self.first, block, blocks);
        let d = part(&self.d_y[0], block, blocks);
        let winner = part(&self.winner[1], block, blocks);
        isa.run(convolution::DBias {
            d,
            d_bias: part_mut(d_bias_1, n, parts),
        });
        isa.run(convolution::DKernels::<FIRST, LAST> {
            x: first,
            d,
            winner,
            d_kernels: part_mut(d_kernels_1, n, parts),
        });
        isa.run(convolution::DX {
            kernels: &parameters.0[1].weights,
            d,
            winner,
            d_x: &mut scratch.d_first,
        });
        isa.run(relu::Backward {
            y: first,
            d: &mut scratch.d_first,
        });
        isa.run(convolution::DBias {
            d: &scratch.d_first,
            d_bias: part_mut(d_bias_0, n, parts),
        });
        isa.run(convolution::DKernels::<PADDED, FIRST> {
            x: part(&self.images, block, blocks),
            d: &scratch.d_first,
            winner: part(&self.winner[0], block, blocks),
            d_kernels: part_mut(d_kernels_0, n, parts),
        });
    }
    // ANCHOR_END: convolutions
}
