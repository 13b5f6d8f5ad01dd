//! The embedded file is the one that the README describes.

use data::{BYTES, SIDE, digits};
use sha2::{Digest, Sha256};

const README: &str = include_str!("../README.md");

fn hash() -> String {
    Sha256::digest(BYTES)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[test]
fn the_readme_names_the_hash_of_the_file() {
    let hash = hash();
    assert!(README.contains(&hash), "README.md does not name {hash}");
}

#[test]
fn the_file_has_two_digits_of_each_label_and_nothing_else() {
    assert_eq!(BYTES.len(), digits().len() * (1 + SIDE * SIDE));
    let labels: Vec<u8> = digits().iter().map(|digit| digit.label).collect();
    let expected: Vec<u8> = (0..10).flat_map(|label| [label, label]).collect();
    assert_eq!(labels, expected);
}

#[test]
fn every_pixel_is_its_byte_over_255() {
    for (digit, record) in digits().iter().zip(BYTES.chunks(1 + SIDE * SIDE)) {
        assert_eq!(digit.pixels.dim(), (SIDE, SIDE));
        for (ink, byte) in digit.pixels.iter().zip(&record[1..]) {
            assert_eq!((ink * 255.0).round(), f64::from(*byte));
            assert!((0.0..=1.0).contains(ink));
        }
    }
}

#[test]
fn every_digit_has_an_empty_border_and_ink_within() {
    for digit in digits() {
        let ink = digit.pixels.iter().filter(|ink| **ink > 0.5).count();
        assert!(ink > 30, "a {} of {ink} inked pixels", digit.label);
        let edge = digit.pixels.indexed_iter().filter(|((row, column), _)| {
            [0, SIDE - 1].contains(row) || [0, SIDE - 1].contains(column)
        });
        assert!(edge.map(|(_, ink)| *ink).all(|ink| ink == 0.0));
    }
}
