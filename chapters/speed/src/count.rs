//! Operations and bytes, counted by hand.

use crate::geometry::{CLASSES, FIRST, LAYERS, Layer, SECOND, SUM_GROUP};
use crate::isa::Isa;

/// What a piece of work cannot do without.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Count {
    /// Multiplications and additions.
    pub operations: f64,
    /// Bytes read or written, if each number has to be read or written once.
    pub bytes: f64,
}

impl Count {
    /// The arithmetic intensity: operations for each byte.
    pub fn intensity(&self) -> f64 {
        self.operations / self.bytes
    }

    /// The nanoseconds that it takes at least where `peak` operations and `bandwidth` bytes can be done
    /// in one.
    // ANCHOR: least
    pub fn least(&self, peak: f64, bandwidth: f64) -> f64 {
        // t = max(operations / peak, bytes / bandwidth)
        (self.operations / peak).max(self.bytes / bandwidth)
    }
    // ANCHOR_END: least
}

/// The forward pass of a `layer`, for a batch of `samples`.
// ANCHOR: forward
pub fn forward(layer: Layer, samples: usize) -> Count {
    // FOLD
    let [weights, uses, reads, writes, samples] = [
        layer.weights(),
        layer.uses,
        layer.reads,
        layer.writes,
        samples,
    ]
    .map(|n| n as f64);
    // FOLD_END
    Count {
        // Each use of a weight is a product and a sum.
        operations: 2.0 * weights * uses * samples,
        // The weights once, and what goes in and out of each sample, at 4 bytes.
        bytes: 4.0 * (weights + (reads + writes) * samples),
    }
}
// ANCHOR_END: forward

// ANCHOR: step
/// A whole step for a batch of `samples`: as often as in the forward pass each weight
/// is used for its gradient, and, but in the first layer, for that of what it read.
pub fn step(samples: usize) -> f64 {
    let layers = LAYERS.into_iter().enumerate().map(|(n, layer)| {
        let passes = if n == 0 { 2.0 } else { 3.0 };
        passes * forward(layer, samples).operations
    });
    layers.fold(0.0, |sum, operations| sum + operations)
}
// ANCHOR_END: step

/// The bytes that a [`Network`](crate::Network) has for batches of `samples`, whole groups of them, on
/// one thread: four for each value.
pub fn memory(samples: usize, isa: Isa) -> f64 {
    let sum = |each: fn(Layer) -> usize| LAYERS.into_iter().map(each).sum::<usize>();
    let weights = sum(|layer| layer.inputs * layer.row_stride);
    let bias = sum(|layer| layer.outputs);
    let [first, second] = [FIRST, SECOND].map(|s| s.pooled_len());
    let dense = || LAYERS[2..].iter();
    let inputs: usize = dense().map(|layer| layer.inputs).sum();
    let gradients: usize = dense().map(|layer| layer.row_stride).sum();
    // Weights, biases and their velocities.
    let network = 2 * (weights + bias);
    // The image; the first maps, and the argmax of both; inputs of dense layers and logits, and ∂L of
    // them; the same transposed, but for the logits; the loss.
    let sample = FIRST.image_len()
        + (first + first + second)
        + 2 * (inputs + CLASSES)
        + (inputs + gradients)
        + 1;
    // An image by itself: padded, pooled in one direction and in both, and the same of the second maps.
    let single = FIRST.image_len() + 2 * first + first + 2 * second + gradients;
    // What each group adds up to.
    let kernels = LAYERS[0].weights() + LAYERS[1].weights();
    let group = kernels + bias;
    // One block: ∂L of the first maps. One group: ∂L by the kernels and biases of both convolutions,
    // sample by sample.
    let scratch =
        first * isa.lanes() + (kernels + FIRST.filters + SECOND.filters) * SUM_GROUP;
    let samples = samples as f64;
    let grows =
        sample as f64 * samples + group as f64 * (samples / SUM_GROUP as f64).floor();
    4.0 * ((network + single + scratch) as f64 + grows)
}
