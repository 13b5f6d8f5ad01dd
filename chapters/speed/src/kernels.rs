//! The loops that take all the time.
//!
//! Each kernel works on the samples of one block, one in each lane, unless its comment says otherwise. Its inputs
//! and outputs are slices; channels lie one after the other, row by row, as in the earlier chapters,
//! with the lanes of each value side by side. A kernel does not check the lengths of its slices: only
//! this crate runs it.

pub mod convolution;
pub mod dense;
pub mod elementwise;
pub mod image;
pub mod lane_sum;
pub mod tiles;
pub mod transpose;

use crate::Lanes;

/// Row `i` of rows of `N` values each.
#[inline(always)]
pub fn row<T, const N: usize>(rows: &[T], i: usize) -> &[T; N] {
    rows[i * N..]
        .first_chunk()
        .expect("as many rows as are asked for")
}

/// The first value of some scalars.
#[inline(always)]
fn read<V: Lanes>(scalars: &[V::Scalar]) -> V {
    V::of(scalars)[0]
}

/// Writes `value` to the beginning of some scalars.
#[inline(always)]
fn write<V: Lanes>(value: V, scalars: &mut [V::Scalar]) {
    V::of_mut(scalars)[0] = value;
}

#[cfg(test)]
#[path = "../tests/unit/kernels.rs"]
mod tests;
