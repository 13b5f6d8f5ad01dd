//! Operations and bytes, counted by hand.

use crate::network::LAYERS;

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

/// The names of the five layers.
pub const NAMES: [&str; 5] = ["first", "second", "dense1", "dense2", "dense3"];

/// How often a layer's weights are used for one sample, and how many numbers it reads and leaves: the
/// pooled maps of a convolution.
const USES: [(usize, usize, usize); 5] = [
    (28 * 28, 32 * 32, 6 * 14 * 14),
    (10 * 10, 6 * 14 * 14, 16 * 5 * 5),
    (1, 400, 120),
    (1, 120, 84),
    (1, 84, 10),
];

/// The forward pass of layer `n`, counted from 0, for a batch of `samples`.
// ANCHOR: forward
pub fn forward(n: usize, samples: usize) -> Count {
    let (uses, reads, leaves) = USES[n];
    let weights = LAYERS[n].outputs * LAYERS[n].inputs;
    Count {
        // Each use of a weight is a product and a sum.
        operations: (2 * weights * uses * samples) as f64,
        // The weights once, and what goes in and out of each sample, at 4 bytes.
        bytes: (4 * (weights + (reads + leaves) * samples)) as f64,
    }
}
// ANCHOR_END: forward

// ANCHOR: step
/// A whole step for a batch of `samples`: as often as in the forward pass each weight
/// is used for its slope, and, but in the first layer, for that of what it read.
pub fn step(samples: usize) -> f64 {
    let layers = (0..5).map(|n| {
        let passes = if n == 0 { 2.0 } else { 3.0 };
        passes * forward(n, samples).operations
    });
    layers.fold(0.0, |sum, operations| sum + operations)
}
// ANCHOR_END: step
