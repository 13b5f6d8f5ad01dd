//! The forward pass of a single image.

use super::Parameters;
use crate::aligned::AlignedBuffer;
use crate::geometry::{CLASSES, FIRST, LAYERS, PADDING, SECOND};
use crate::isa::Isa;
use crate::kernels::elementwise::{MaxOfPairs, Relu};
use crate::kernels::image::{Dense, Filters, Pixels};
use crate::kernels::transpose::Transpose;
use digits::SIDE;

/// The values of an image that has no batch around it.
#[derive(Debug)]
pub(super) struct Single {
    /// 32×32.
    image: AlignedBuffer,
    /// 6×14×28: the first maps, pooled in one direction.
    rows: AlignedBuffer,
    /// 6×14×14.
    first: AlignedBuffer,
    /// 5×5×16: the second maps, pooled, filter by filter.
    second: AlignedBuffer,
    /// The inputs of the three dense layers, and the logits: whole registers.
    y: [AlignedBuffer; 4],
}

impl Single {
    pub(super) fn new() -> Self {
        let zeros = AlignedBuffer::zeros;
        let dense = |n: usize| LAYERS[n].row_stride;
        let values = [SECOND.pooled_len(), dense(2), dense(3), dense(4)];
        Self {
            image: zeros(FIRST.image_len()),
            rows: zeros(2 * FIRST.pooled_len()),
            first: zeros(FIRST.pooled_len()),
            second: zeros(SECOND.pooled_len()),
            y: values.map(zeros),
        }
    }

    /// The ten logits of an image.
    pub(super) fn logits(
        &mut self,
        parameters: &Parameters,
        isa: Isa,
        image: &[f32],
        logits: &mut [f32],
    ) {
        let layers = &parameters.0;
        let rows = self.image.chunks_exact_mut(FIRST.side).skip(PADDING);
        for (to, from) in rows.zip(image.chunks_exact(SIDE)) {
            to[PADDING..][..SIDE].copy_from_slice(from);
        }
        isa.run(Pixels::<{ FIRST.side }, { FIRST.map() }> {
            x: &self.image,
            kernels: &layers[0].weights,
            bias: &layers[0].bias,
            y: &mut self.rows,
        });
        isa.run(MaxOfPairs {
            y: &self.rows,
            pooled: &mut self.first,
        });
        isa.run(Filters::<{ SECOND.side }, { SECOND.map() }> {
            x: &self.first,
            kernels: &layers[1].weights,
            bias: &layers[1].bias,
            pooled: &mut self.second,
        });
        let windows = SECOND.pooled() * SECOND.pooled();
        isa.run(Transpose {
            from: &self.second,
            from_stride: SECOND.filters,
            rows: windows,
            columns: SECOND.filters,
            to: &mut self.y[0],
            to_stride: windows,
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
                isa.run(Relu(z));
            }
        }
        logits.copy_from_slice(&self.y[3][..CLASSES]);
    }
}
