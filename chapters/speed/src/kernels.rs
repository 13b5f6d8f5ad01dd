//! The loops that take all the time.
//!
//! Each kernel works on the samples of one block, one in each lane, unless it says otherwise. Its inputs
//! and outputs are plain memory; sheets lie one after the other, row by row, as in the earlier chapters,
//! with the lanes of each number side by side.

pub mod convolution;
pub mod dense;
pub mod fold;
pub mod image;
pub mod momentum;
pub mod relu;
pub mod tiles;
pub mod turn;

/// Row `i` of rows of `N` numbers each.
#[inline(always)]
pub(crate) fn row<T, const N: usize>(rows: &[T], i: usize) -> &[T; N] {
    rows[i * N..]
        .first_chunk()
        .expect("as many rows as are asked for")
}
