//! Sums run in the order in which the book writes them. The last bit depends on it, and in these
//! cases the first one does.

use neurons::weighted_sum;

#[test]
fn products_are_added_from_the_first_to_the_last_and_the_bias_at_the_end() {
    // From the other end the 1 would be lost beside 10¹⁶.
    assert_eq!(weighted_sum(&[1e16, -1e16, 1.0], &[1.0; 3], 0.0), Ok(1.0));
    assert_eq!(weighted_sum(&[1e16, -1e16], &[1.0; 2], 1.0), Ok(1.0));
}
