//! A convolution with 5×5 kernels: forward together with what follows it, and backward.

mod d_kernels;
mod d_x;
mod forward;

pub use d_kernels::DKernels;
pub use d_x::DX;
pub use forward::Forward;
// The cliffs are this function in tiles of the wrong size.
#[cfg(feature = "book")]
pub use forward::forward;

use crate::Lanes;
use crate::isa::Kernel;

// ANCHOR: places
/// What stands for each place of a window, row by row: less than 0 on the left and more
/// on the right, ±1 in the upper row and ±2 in the lower.
pub const PLACES: [f32; 4] = [-1.0, 1.0, -2.0, 2.0];

/// In each lane the one that has its row in common with the place `at`.
#[inline(always)]
fn by_row<V: Lanes<Scalar = f32>>(at: V, upper: V, lower: V) -> V {
    at.abs().if_greater(V::splat(1.5), lower, upper)
}

/// In each lane the one that has its column in common with the place `at`.
#[inline(always)]
fn by_column<V: Lanes<Scalar = f32>>(at: V, left: V, right: V) -> V {
    at.if_greater(V::splat(0.0), right, left)
}
// ANCHOR_END: places

/// ∂L/∂b, from ∂L of the pooled maps.
#[derive(Debug)]
pub struct DBias<'a> {
    /// ∂L of the pooled maps, 0 where these are: filters×windows.
    pub d: &'a [f32],
    /// Written, lane by lane: one for each filter.
    pub d_bias: &'a mut [f32],
}

impl Kernel for DBias<'_> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        let (d, d_bias) = (V::of(self.d), V::of_mut(self.d_bias));
        let windows = d.len() / d_bias.len();
        for (d, d_bias) in d.chunks_exact(windows).zip(d_bias) {
            // ∂L/∂b[o] = Σᵢ Σⱼ ∂L/∂y[o, i, j]
            let mut sum = V::splat(0.0);
            for d in d {
                sum = sum.add(*d);
            }
            *d_bias = sum;
        }
    }
}
