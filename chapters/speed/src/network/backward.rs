//! The backward pass of a shard.

use super::Parameters;
use super::shard::{Shard, slice, slice_mut};
use crate::geometry::{CLASSES, FIRST, LAYERS, SECOND, SUM_GROUP};
use crate::kernels::elementwise::ReluBackward;
use crate::kernels::lane_sum::LaneSum;
use crate::kernels::transpose::Transpose;
use crate::kernels::{convolution, dense};
use crate::loss;

impl Shard {
    // ANCHOR: losses
    /// The losses of the first samples, and ∂L by their logits, where L is the mean over
    /// the `of` samples of the batch. What is left over in the lanes has neither.
    pub fn losses(&mut self, labels: &[u8], of: usize) {
        let lanes = self.isa.lanes();
        let (z, d) = (&self.y[3], &mut self.d_y[3]);
        d.fill(0.0);
        self.losses.clear();
        self.correct = 0;
        for (s, label) in labels.iter().enumerate() {
            let place = |i| (s / lanes * CLASSES + i) * lanes + s % lanes;
            let logits = std::array::from_fn(|i| z[place(i)]);
            let sample = loss::of_class(logits, usize::from(*label));
            for (i, gradient) in sample.gradient.iter().enumerate() {
                d[place(i)] = gradient / of as f32;
            }
            self.losses.push(sample.loss);
            self.correct += usize::from(sample.correct);
        }
    }
    // ANCHOR_END: losses

    // ANCHOR: backward
    /// The backward pass, from ∂L by the logits to all gradients but those of the dense
    /// weights, which their [`Step`](dense::Step) makes from what is left here.
    pub fn backward(&mut self, parameters: &Parameters) {
        for n in [2, 1, 0] {
            let (before, after) = self.d_y.split_at_mut(n + 1);
            self.isa.run(dense::DX {
                weights: &parameters.0[n + 2].weights,
                row_stride: LAYERS[n + 2].row_stride,
                d_z: &after[0],
                d_x: &mut before[n],
            });
            let (y, d) = (&self.y[n], &mut before[n]);
            self.isa.run(ReluBackward { y, d });
        }
        self.transpose();
        for group in 0..self.sums.len() {
            self.convolutions(parameters, group);
        }
    }
    // ANCHOR_END: backward

    /// From one sample in each lane to one after the other, and the gradients of the dense biases.
    fn transpose(&mut self) {
        let (isa, blocks, lanes) = (self.isa, self.blocks, self.isa.lanes());
        for n in 0..3 {
            let layer = LAYERS[n + 2];
            for block in 0..blocks {
                let transpose = |from, rows, to, to_stride| Transpose {
                    from: slice(from, block, blocks),
                    from_stride: lanes,
                    rows,
                    columns: lanes,
                    to: slice_mut(to, block, blocks),
                    to_stride,
                };
                let (from, to) = (&self.y[n], &mut self.inputs[n]);
                isa.run(transpose(from, layer.inputs, to, layer.inputs));
                let (from, to) = (&self.d_y[n + 1], &mut self.gradients[n]);
                isa.run(transpose(from, layer.outputs, to, layer.row_stride));
            }
            let groups = self.sums.len();
            for (group, sums) in self.sums.iter_mut().enumerate() {
                isa.run(LaneSum {
                    lanes: slice(&self.d_y[n + 1], group, groups),
                    sums: &mut sums.bias[n + 2],
                });
            }
        }
    }

    /// Both convolutions, for the samples of a group.
    fn convolutions(&mut self, parameters: &Parameters, group: usize) {
        let blocks = SUM_GROUP / self.isa.lanes();
        for n in 0..blocks {
            self.block(parameters, group * blocks + n, (n, blocks));
        }
        let (scratch, sums) = (&self.scratch, &mut self.sums[group]);
        for layer in 0..2 {
            self.isa.run(LaneSum {
                lanes: &scratch.d_kernels[layer],
                sums: &mut sums.kernels[layer],
            });
            self.isa.run(LaneSum {
                lanes: &scratch.d_bias[layer],
                sums: &mut sums.bias[layer],
            });
        }
    }

    // ANCHOR: convolutions
    /// Both convolutions, for one block, which is number `n` of so many in its group.
    fn block(
        &mut self,
        parameters: &Parameters,
        block: usize,
        (n, of): (usize, usize),
    ) {
        // FOLD
        let (isa, blocks, scratch) = (self.isa, self.blocks, &mut self.scratch);
        let [d_kernels_0, d_kernels_1] = &mut scratch.d_kernels;
        let [d_bias_0, d_bias_1] = &mut scratch.d_bias;
        let first = slice(&self.first, block, blocks);
        let d = slice(&self.d_y[0], block, blocks);
        let argmax = slice(&self.argmax[1], block, blocks);
        // FOLD_END
        isa.run(convolution::DBias {
            d,
            d_bias: slice_mut(d_bias_1, n, of),
        });
        isa.run(
            convolution::DKernels::<{ SECOND.side }, { SECOND.pooled() }> {
                x: first,
                d,
                argmax,
                d_kernels: slice_mut(d_kernels_1, n, of),
            },
        );
        isa.run(convolution::DX {
            kernels: &parameters.0[1].weights,
            d,
            argmax,
            d_x: &mut scratch.d_first,
        });
        isa.run(ReluBackward {
            y: first,
            d: &mut scratch.d_first,
        });
        // FOLD
        isa.run(convolution::DBias {
            d: &scratch.d_first,
            d_bias: slice_mut(d_bias_0, n, of),
        });
        isa.run(
            convolution::DKernels::<{ FIRST.side }, { FIRST.pooled() }> {
                x: slice(&self.images, block, blocks),
                d: &scratch.d_first,
                argmax: slice(&self.argmax[0], block, blocks),
                d_kernels: slice_mut(d_kernels_0, n, of),
            },
        );
        // FOLD_END
    }
    // ANCHOR_END: convolutions
}
