//! The forward pass of a single image.

use super::batch::SIDE;
use super::shard::{FIRST, LAST, PADDED, SECOND};
use super::{LAYERS, Parameters};
use crate::isa::Isa;
use crate::kernels::image::{Dense, Filters, Halve, Pixels};
use crate::kernels::relu;
use crate::kernels::turn::Turn;
use crate::memory::Memory;

/// What an image goes through that has no batch around it.
#[derive(Debug)]
pub(super) struct Single {
    /// 32×32.
    image: Memory,
    /// 6×14×28: the first maps, pooled in one direction.
    rows: Memory,
    /// 6×14×14.
    first: Memory,
    /// 5×5×16: the second maps, pooled, filter by filter.
    last: Memory,
    /// What goes into the three dense layers, and the answers: whole registers.
    y: [Memory; 4],
}

impl Single {
    pub(super) fn new() -> Self {
        let dense = |n: usize| Memory::zeros(LAYERS[n].pitch);
        Self {
            image: Memory::zeros(PADDED * PADDED),
            rows: Memory::zeros(6 * FIRST * SIDE),
            first: Memory::zeros(6 * FIRST * FIRST),
            last: Memory::zeros(16 * LAST * LAST),
            y: [
                Memory::zeros(16 * LAST * LAST),
                dense(2),
                dense(3),
                dense(4),
            ],
        }
    }

    // ANCHOR: answers
    /// The ten answers to an image.
    pub(super) fn answers(
        &mut self,
        parameters: &Parameters,
        isa: Isa,
        image: &[f32],
        answers: &mut [f32],
    ) {
        let layers = &parameters.0;
        let rows = self.image.chunks_exact_mut(PADDED).skip(2);
        for (to, from) in rows.zip(image.chunks_exact(SIDE)) {
            to[2..][..SIDE].copy_from_slice(from);
        }
        isa.run(Pixels::<PADDED, SIDE> {
            x: &self.image,
            kernels: &layers[0].weights,
            bias: &layers[0].bias,
            y: &mut self.rows,
        });
        isa.run(Halve {
            y: &self.rows,
            pooled: &mut self.first,
        });
        isa.run(Filters::<FIRST, SECOND> {
            x: &self.first,
            kernels: &layers[1].weights,
            bias: &layers[1].bias,
            pooled: &mut self.last,
        });
        isa.run(Turn {
            from: &self.last,
            pitch: 16,
            rows: LAST * LAST,
            columns: 16,
            to: &mut self.y[0],
            to_pitch: LAST * LAST,
        });
        for (n, layer) in (0..3).zip(&layers[2..]) {
            let (before, after) = self.y.split_at_mut(n + 1);
            let z = &mut after[0];
            z[..layer.bias.len()].copy_from_slice(&layer.bias);
            isa.run(Dense {
                weights: &layer.weights,
                x: &before[n][..LAYERS[n + 2].inputs],
                z,
            });
            if n < 2 {
                isa.run(relu::Forward(z));
            }
        }
        answers.copy_from_slice(&self.y[3][..10]);
    }
    // ANCHOR_END: answers
}
