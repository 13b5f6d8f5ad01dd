//! The handwritten digits that the book shows.
//!
//! Twenty images out of MNIST, two of each label, embedded in the program: nothing is downloaded.
//! With the feature `mnist` the module `mnist` has all 10,000 that they are chosen from. Origin, authors,
//! licence and hashes are in this crate's `README.md`.
//!
//! ```
//! let digits = data::digits();
//! assert_eq!(digits.len(), 20);
//! assert_eq!(digits[10].label, 5);
//! assert_eq!(digits[10].pixels.dim(), (28, 28));
//! ```
#![forbid(unsafe_code)]

// Lets a listing, which names this crate, compile inside the crate too.
extern crate self as data;

#[cfg(feature = "mnist")]
pub mod mnist;

use ndarray::Array2;
use std::sync::LazyLock;

/// Pixels along one side of a digit.
pub const SIDE: usize = 28;

/// Bytes of one digit in the file: its label, then its pixels.
const RECORD: usize = 1 + SIDE * SIDE;

/// The file that `fetch.mjs` writes: records one after the other, no header.
pub static BYTES: &[u8] = include_bytes!("../digits.bin");

/// One handwritten digit.
#[derive(Debug, Clone, PartialEq)]
pub struct Digit {
    /// What it was meant to be, 0 to 9.
    pub label: u8,
    /// How much ink lies on each pixel, shape 28×28, from 0.0 (paper) to 1.0 (full ink).
    /// Row 0 is the top.
    pub pixels: Array2<f64>,
}

/// The book's digits, two of each label in the order of the labels:
/// label `d` is at `2 * d` and `2 * d + 1`.
///
/// ```
/// for (i, digit) in data::digits().iter().enumerate() {
///     assert_eq!(usize::from(digit.label), i / 2);
/// }
/// ```
pub fn digits() -> &'static [Digit] {
    static DIGITS: LazyLock<Vec<Digit>> = LazyLock::new(|| parsed(BYTES));
    &DIGITS
}

/// The digits in `bytes`, in the format of [`BYTES`]: for each a byte for its label, then a byte for
/// each pixel, row by row, 255 for full ink. An incomplete record at the end is not one.
///
/// ```
/// assert_eq!(data::parsed(data::BYTES), data::digits());
/// assert!(data::parsed(&[5; 100]).is_empty());
/// ```
pub fn parsed(bytes: &[u8]) -> Vec<Digit> {
    let (records, _) = bytes.as_chunks::<RECORD>();
    records
        .iter()
        .map(|[label, pixels @ ..]| Digit {
            label: *label,
            // ink = byte / 255
            pixels: Array2::from_shape_fn((SIDE, SIDE), |(row, column)| {
                f64::from(pixels[row * SIDE + column]) / 255.0
            }),
        })
        .collect()
}
