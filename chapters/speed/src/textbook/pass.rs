//! Forward and backward through the whole network.

use super::network::{Arrays, CONVOLUTIONS};
use super::{convolution, dense, pooling};
use crate::Number;
use crate::kernels::fold::folded;
use crate::loss::judge;
use crate::network::Went;

/// What one sample, or one in each lane, goes through.
pub(super) struct Pass<V> {
    /// The padded image, the first maps pooled, and the second ones, which are the inputs of a dense
    /// layer; what the two ReLUs between the dense layers give; and the answers.
    x: [Vec<V>; 6],
    /// ∂L of these.
    d_x: [Vec<V>; 6],
    /// The weighted sums of both convolutions, and then ∂L of them.
    z: [Vec<V>; 2],
    /// What their ReLUs give.
    y: [Vec<V>; 2],
    /// Who won in each window.
    winner: [Vec<V>; 2],
    /// ∂L by the weights and biases of both, sample by sample.
    d_w: [Vec<V>; 2],
    d_b: [Vec<V>; 2],
}

impl<V: Number<Real = f32>> Pass<V> {
    pub(super) fn new() -> Self {
        let zeros = |n| vec![V::splat(0.0); n];
        let numbers = [32 * 32, 6 * 14 * 14, 16 * 5 * 5, 120, 84, 10];
        let (maps, pooled) = ([6 * 28 * 28, 16 * 10 * 10], [6 * 14 * 14, 16 * 5 * 5]);
        Self {
            x: numbers.map(zeros),
            d_x: numbers.map(zeros),
            z: maps.map(zeros),
            y: maps.map(zeros),
            winner: pooled.map(zeros),
            d_w: [150, 2400].map(zeros),
            d_b: [6, 16].map(zeros),
        }
    }

    /// Takes over an image for each lane.
    pub(super) fn load(&mut self, images: &[f32]) {
        let x = V::memory_mut(&mut self.x[0]);
        for (l, image) in images.chunks_exact(28 * 28).enumerate() {
            for (n, ink) in image.iter().enumerate() {
                x[((n / 28 + 2) * 32 + n % 28 + 2) * V::LANES + l] = *ink;
            }
        }
    }

    // ANCHOR: forward
    #[inline(always)]
    pub(super) fn forward(&mut self, weights: &Arrays) {
        for (n, (w, b)) in weights.iter().enumerate() {
            let (before, after) = self.x.split_at_mut(n + 1);
            let (x, next) = (&before[n], &mut after[0]);
            if n < 2 {
                let (s, z, y) = (CONVOLUTIONS[n], &mut self.z[n], &mut self.y[n]);
                convolution::forward(s, x, w, b, z);
                pooling::relu(z, y);
                pooling::forward(s.map(), y, next, &mut self.winner[n]);
            } else {
                dense::forward(x, w, b, next);
                if n < 4 {
                    pooling::relu_in_place(next);
                }
            }
        }
    }
    // ANCHOR_END: forward

    /// The losses of a sample for each label, and ∂L by the answers, where L is the mean over `of`
    /// samples. A lane without a label has no slope.
    pub(super) fn judge(&mut self, labels: &[u8], of: usize, went: &mut Went) {
        let (z, d) = (V::memory(&self.x[5]), V::memory_mut(&mut self.d_x[5]));
        d.fill(0.0);
        for (l, label) in labels.iter().enumerate() {
            let mut answers = [0.0; 10];
            for i in 0..10 {
                answers[i] = z[i * V::LANES + l];
            }
            let judged = judge(answers, *label);
            for i in 0..10 {
                d[i * V::LANES + l] = judged.slopes[i] / of as f32;
            }
            went.add(judged);
        }
    }

    // ANCHOR: backward
    /// Adds to `g` what the samples say.
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
                pooling::backward(s.map(), d_y, &self.winner[n], d_z);
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
    // ANCHOR_END: backward
}

/// Adds to each sum what the lanes of its number add up to.
#[inline(always)]
fn add<V: Number<Real = f32>>(numbers: &[V], sums: &mut [f32]) {
    for (lanes, sum) in V::memory(numbers).chunks_exact(V::LANES).zip(sums) {
        *sum += folded(lanes);
    }
}
