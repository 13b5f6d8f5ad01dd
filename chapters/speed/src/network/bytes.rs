//! The memory of a network, counted by hand.

use super::{LAYERS, Size};
use crate::GROUP;
use crate::isa::Isa;

// ANCHOR: bytes
/// The bytes that a network has for batches of `samples`, whole groups of them, on one thread: four for
/// each number.
pub fn bytes(samples: usize, isa: Isa) -> usize {
    let sum = |each: fn(Size) -> usize| LAYERS.into_iter().map(each).sum::<usize>();
    let (weights, bias) = (sum(|s| s.inputs * s.pitch), sum(|s| s.outputs));
    let (kernels, filters) = (150 + 2400, 6 + 16);
    // Weights, biases and their velocities.
    let network = 2 * (weights + bias);
    // The image; the first maps, and who won in both; inputs of dense layers and answers, and ∂L of
    // them; the same turned, but for the answers; the loss.
    let (first, dense) = (6 * 14 * 14, 400 + 120 + 84 + 10);
    let turned = (400 + 120 + 84) + (128 + 96 + 16);
    let sample = 32 * 32 + first + (first + 400) + 2 * dense + turned + 1;
    // An image by itself.
    let single = 32 * 32 + 6 * 14 * 28 + 6 * 14 * 14 + 2 * 400 + (128 + 96 + 16);
    // What each group adds up to.
    let group = kernels + bias;
    // One block: ∂L of the first maps.
    // One group: ∂L by the kernels and biases of both convolutions, sample by sample.
    let block = 1176;
    let scratch = block * isa.lanes() + (kernels + filters) * GROUP;
    4 * (network + single + sample * samples + group * (samples / GROUP) + scratch)
}
// ANCHOR_END: bytes
