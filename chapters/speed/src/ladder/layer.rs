//! What a rung works on.

use crate::textbook::CONVOLUTIONS;
use crate::textbook::convolution::Sizes;

/// The layer: 6 maps of 14×14 become 16 of 10×10, and pooled 16 of 5×5.
pub(super) const SIZES: Sizes = CONVOLUTIONS[1];
/// Numbers of a sample that the layer reads, of its maps, and of these when pooled.
pub(super) const X: usize = SIZES.channels * SIZES.side * SIZES.side;
pub(super) const Z: usize = SIZES.filters * SIZES.map() * SIZES.map();
pub(super) const POOLED: usize = Z / 4;

/// The layer and one sample, or one in each lane.
#[derive(Debug)]
pub struct Layer<'a> {
    /// 6×14×14.
    pub x: &'a [f32],
    /// filters×taps, 16×6×5×5.
    pub kernels: &'a [f32],
    /// The same as taps×filters, 6×5×5×16.
    pub taps: &'a [f32],
    /// 16.
    pub bias: &'a [f32],
    /// For the weighted sums: 16×10×10.
    pub z: &'a mut [f32],
    /// For what the ReLU makes of them.
    pub y: &'a mut [f32],
    /// Written: 16×5×5.
    pub pooled: &'a mut [f32],
    /// Written: who won in each window.
    pub winner: &'a mut [f32],
}
