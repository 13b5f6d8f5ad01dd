//! The backward pass of a shard.

use super::shard::{FIRST, LAST, PADDED, SECOND, Shard, part, part_mut};
use super::{LAYERS, Parameters};
use crate::GROUP;
use crate::kernels::fold::Fold;
use crate::kernels::turn::Turn;
use crate::kernels::unpool::Unpool;
use crate::kernels::{convolution, dense, relu};
use crate::loss::judge;

/// The first convolution is gone back through in pieces, so that ∂L/∂z of one stays in the nearest
/// memory: two filters, and two rows of windows.
const FILTERS: usize = 2;
const ROWS: usize = 2;

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
            if n > 0 {
                let (y, d) = (&self.y[n], &mut before[n]);
                self.isa.run(relu::Backward { y, d });
            }
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
        for d in &mut self.scratch.d_bias {
            d.fill(0.0);
        }
        for n in 0..parts {
            let block = group * parts + n;
            self.second(parameters, block, (n, parts));
            self.first(block, (n, parts));
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

    // ANCHOR: second
    /// The second convolution, for one block: part `n` of the group.
    fn second(
        &mut self,
        parameters: &Parameters,
        block: usize,
        (n, parts): (usize, usize),
    ) {
        let scratch = &mut self.scratch;
        self.isa.run(Unpool {
            d_pooled: part(&self.d_y[0], block, self.blocks),
            winner: part(&self.winner[1], block, self.blocks),
            columns: LAST,
            d_z: &mut scratch.d_z,
            side: &mut scratch.side,
            d_bias: part_mut(&mut scratch.d_bias[1], n, parts),
        });
        self.isa.run(convolution::DKernels::<FIRST, LAST> {
            x: part(&self.first, block, self.blocks),
            first: 0,
            rows: SECOND,
            d_z: &scratch.d_z,
            side: &scratch.side,
            filters: LAYERS[1].outputs,
            d_kernels: part_mut(&mut scratch.d_kernels[1], n, parts),
        });
        self.isa.run(convolution::DX::<FIRST, LAST> {
            kernels: &parameters.0[1].weights,
            d_z: &scratch.d_z,
            side: &scratch.side,
            d_x: &mut scratch.d_first,
        });
    }
    // ANCHOR_END: second

    /// The first convolution, for one block: part `n` of the group.
    fn first(&mut self, block: usize, (n, parts): (usize, usize)) {
        let (lanes, scratch) = (self.isa.lanes(), &mut self.scratch);
        let x = part(&self.images, block, self.blocks);
        let winner = part(&self.winner[0], block, self.blocks);
        let d_kernels = part_mut(&mut scratch.d_kernels[0], n, parts);
        let d_bias = part_mut(&mut scratch.d_bias[0], n, parts);
        let d_z = &mut scratch.d_z[..FILTERS * 2 * ROWS * FIRST * lanes];
        let side = &mut scratch.side[..FILTERS * ROWS * FIRST * lanes];
        let pieces = (0..6).step_by(FILTERS);
        let pieces = pieces.flat_map(|o| (0..FIRST).step_by(ROWS).map(move |i| (o, i)));
        for (o, i) in pieces {
            for f in 0..FILTERS {
                let windows = ((o + f) * FIRST + i) * FIRST * lanes;
                let windows = windows..windows + ROWS * FIRST * lanes;
                self.isa.run(Unpool {
                    d_pooled: &scratch.d_first[windows.clone()],
                    winner: &winner[windows],
                    columns: FIRST,
                    d_z: part_mut(d_z, f, FILTERS),
                    side: part_mut(side, f, FILTERS),
                    d_bias: part_mut(d_bias, o + f, 6),
                });
            }
            self.isa.run(convolution::DKernels::<PADDED, FIRST> {
                x,
                first: 2 * i,
                rows: 2 * ROWS,
                d_z,
                side,
                filters: LAYERS[0].outputs,
                d_kernels: &mut d_kernels[o * lanes..],
            });
        }
    }
}
