//! How numbers are written.

use proptest::prelude::*;
use show::number::{fixed, instead, like, short, whole};

#[test]
fn a_number_is_never_written_as_a_zero_that_it_is_not() {
    let mut value = 3.0;
    while value > 0.0 {
        for value in [value, -value] {
            let text = instead("0.0000", value, 1.0);
            let read: f64 = text.replace('\u{2212}', "-").parse().unwrap();
            assert!(
                (read - value).abs() <= 5e-4 * value.abs() + 5e-324,
                "{value} is written {text}"
            );
        }
        value /= 7.0;
    }
    assert_eq!(instead("0.0480", 0.0, 1.0), "0");
    assert_eq!(instead("0.0480", -0.0, 1.0), "0");
    assert_eq!(instead("0.0480", f64::NAN, 1.0), "not a number");
    assert_eq!(instead("0.0480", f64::NEG_INFINITY, 1.0), "−∞");
}

proptest! {
    #[test]
    fn numbers_are_written_and_read_without_a_panic(
        bits in any::<u64>(), decimals in any::<usize>(), long in 0..3_usize, literal in any::<String>(),
    ) {
        let value = f64::from_bits(bits);
        for decimals in [decimals, decimals % 20, 70_000] {
            prop_assert!(!fixed(value, decimals).contains('-'));
            prop_assert!(!short(value, decimals).contains('-'));
        }
        let _ = (whole(value), like(&literal, value), instead(&literal, value, 1.0));
        let _ = like(&format!("0.{}", "0".repeat(70_000 * long)), value);
    }
}
