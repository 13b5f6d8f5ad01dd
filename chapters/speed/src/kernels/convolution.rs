//! A convolution with 5×5 kernels: forward together with what follows it, and backward.

mod d_bias;
mod d_kernels;
mod d_x;
mod forward;

pub use d_bias::DBias;
pub use d_kernels::DKernels;
pub use d_x::DX;
pub use forward::Forward;

use crate::Number;

/// The side of the kernels, in pixels.
pub const K: usize = 5;
/// How many weights a kernel has for one channel.
pub const TAPS: usize = K * K;

// ANCHOR: places
/// What stands for each place of a window, row by row: less than 0 on the left and more
/// on the right, ±1 in the upper row and ±2 in the lower.
pub const PLACES: [f32; 4] = [-1.0, 1.0, -2.0, 2.0];

/// In each lane the one that has its row in common with the place `at`.
#[inline(always)]
fn by_row<V: Number<Real = f32>>(at: V, upper: V, lower: V) -> V {
    at.abs().if_greater(V::splat(1.5), lower, upper)
}

/// In each lane the one that has its column in common with the place `at`.
#[inline(always)]
fn by_column<V: Number<Real = f32>>(at: V, left: V, right: V) -> V {
    at.if_greater(V::splat(0.0), right, left)
}
// ANCHOR_END: places
