//! Forward and backward through the whole network.

use super::{convolution, dense, pooling};
use crate::Lanes;
use crate::geometry::{CLASSES, Convolution, FIRST, LAYERS, PADDING, SECOND};
use crate::kernels::lane_sum::lane_sum;
use crate::loss;
use crate::network::StepStatistics;
use digits::{PIXELS, SIDE};

/// For each layer a value for each weight, and for each bias.
pub(super) type Arrays = [(Vec<f32>, Vec<f32>); LAYERS.len()];

/// The two convolutions.
const CONVOLUTIONS: [Convolution; 2] = [FIRST, SECOND];

/// The values of one sample, or of one in each lane.
pub(super) struct Pass<V> {
    /// The padded image, the first maps pooled, and the second ones, which are the inputs of a dense
    /// layer; what the two ReLUs between the dense layers give; and the logits.
    x: [Vec<V>; 6],
    /// ∂L of these.
    d_x: [Vec<V>; 6],
    /// The weighted sums of both convolutions, and then ∂L of them.
    z: [Vec<V>; 2],
    /// What their ReLUs give.
    y: [Vec<V>; 2],
    /// The place of the largest in each window.
    argmax: [Vec<V>; 2],
    /// ∂L by the weights and biases of both, sample by sample.
    d_w: [Vec<V>; 2],
    d_b: [Vec<V>; 2],
}

impl<V: Lanes<Scalar = f32>> Pass<V> {
    pub(super) fn new() -> Self {
        let zeros = |n| vec![V::splat(0.0); n];
        let [first, second] = [0, 1].map(|n| LAYERS[n]);
        let maps = CONVOLUTIONS.map(|s| s.maps_len());
        let [image, x1, x2, x3, x4] = LAYERS.map(|layer| layer.reads);
        let values = [image, x1, x2, x3, x4, CLASSES];
        Self {
            x: values.map(zeros),
            d_x: values.map(zeros),
            z: maps.map(zeros),
            y: maps.map(zeros),
            argmax: [first.writes, second.writes].map(zeros),
            d_w: [first.weights(), second.weights()].map(zeros),
            d_b: [first.outputs, second.outputs].map(zeros),
        }
    }

    /// Takes over an image for each lane.
    pub(super) fn load(&mut self, images: &[f32]) {
        let x = V::scalars_mut(&mut self.x[0]);
        for (l, image) in images.chunks_exact(PIXELS).enumerate() {
            for (n, ink) in image.iter().enumerate() {
                let place = FIRST.x(0, n / SIDE + PADDING, n % SIDE + PADDING);
                x[place * V::LANES + l] = *ink;
            }
        }
    }

    #[inline(always)]
    pub(super) fn forward(&mut self, weights: &Arrays) {
        for (n, (w, b)) in weights.iter().enumerate() {
            let (before, after) = self.x.split_at_mut(n + 1);
            let (x, next) = (&before[n], &mut after[0]);
            if n < 2 {
                let (s, z, y) = (CONVOLUTIONS[n], &mut self.z[n], &mut self.y[n]);
                convolution::forward(s, x, w, b, z);
                pooling::relu(z, y);
                pooling::forward(s.map(), y, next, &mut self.argmax[n]);
            } else {
                dense::forward(x, w, b, next);
                if n < 4 {
                    pooling::relu_in_place(next);
                }
            }
        }
    }

    /// The losses of a sample for each label, and ∂L by the logits, where L is the mean over `of`
    /// samples. A lane without a label has neither.
    pub(super) fn losses(
        &mut self,
        labels: &[u8],
        of: usize,
        statistics: &mut StepStatistics,
    ) {
        let (z, d) = (V::scalars(&self.x[5]), V::scalars_mut(&mut self.d_x[5]));
        d.fill(0.0);
        for (l, label) in labels.iter().enumerate() {
            let logits = std::array::from_fn(|i| z[i * V::LANES + l]);
            let sample = loss::of_class(logits, usize::from(*label));
            for (i, gradient) in sample.gradient.iter().enumerate() {
                d[i * V::LANES + l] = gradient / of as f32;
            }
            statistics.add(&sample);
        }
    }

    /// Adds the gradients of the samples to `g`.
    #[inline(always)]
    pub(super) fn backward(&mut self, weights: &Arrays, g: &mut Arrays) {
        for (n, (w, _)) in weights.iter().enumerate().rev() {
            let (before, after) = self.d_x.split_at_mut(n + 1);
            let (x, d_x, d_z) = (&self.x[n], &mut before[n], &mut after[0]);
            let (g_w, g_b) = &mut g[n];
            if n >= 2 {
                if n < 4 {
                    pooling::d_relu(&self.x[n + 1], d_z);
                }
                dense::d_weights(x, d_z, g_w);
                add(d_z, g_b);
                dense::d_x(w, d_z, d_x);
            } else {
                let (s, d_y) = (CONVOLUTIONS[n], &*d_z);
                let (d_z, d_w, d_b) =
                    (&mut self.z[n], &mut self.d_w[n], &mut self.d_b[n]);
                pooling::d_bias(&self.x[n + 1], d_y, d_b);
                pooling::backward(s.map(), d_y, &self.argmax[n], d_z);
                pooling::d_relu(&self.y[n], d_z);
                convolution::d_kernels(s, x, d_z, d_w);
                add(d_w, g_w);
                add(d_b, g_b);
                if n > 0 {
                    convolution::d_x(s, w, d_z, d_x);
                }
            }
        }
    }
}

/// Adds to each sum what the lanes of its value add up to.
#[inline(always)]
fn add<V: Lanes<Scalar = f32>>(numbers: &[V], sums: &mut [f32]) {
    for (lanes, sum) in V::scalars(numbers).chunks_exact(V::LANES).zip(sums) {
        *sum += lane_sum(lanes);
    }
}
