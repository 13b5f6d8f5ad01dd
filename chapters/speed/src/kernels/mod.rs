pub mod convolution;
pub mod dense;
pub mod group;
pub mod turn;
pub mod unpool;
/// Row `i` of rows of `N` numbers each.
#[inline(always)]
pub(crate) fn row<T, const N: usize>(rows: &[T], i: usize) -> &[T; N] {
    rows[i * N..].first_chunk().expect("a row")
}
