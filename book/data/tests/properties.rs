//! What holds of any file, not only of the one in the program.

use data::{SIDE, parsed};
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic_and_lose_nothing_but_an_incomplete_end(
        bytes in vec(any::<u8>(), 0..4000),
    ) {
        let digits = parsed(&bytes);
        prop_assert_eq!(digits.len(), bytes.len() / (1 + SIDE * SIDE));
        let mut written = Vec::new();
        for digit in &digits {
            prop_assert_eq!(digit.pixels.dim(), (SIDE, SIDE));
            prop_assert!(digit.pixels.iter().all(|ink| (0.0..=1.0).contains(ink)));
            written.push(digit.label);
            written.extend(digit.pixels.iter().map(|ink| (ink * 255.0).round() as u8));
        }
        prop_assert!(bytes.starts_with(&written));
    }
}
