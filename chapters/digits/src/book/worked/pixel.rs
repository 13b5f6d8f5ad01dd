//! From a byte to a number that a network reads.

use data::digits;
use show::number::whole;
use show::{InputValues, Outputs};

show::inputs! {
    /// One pixel of one of the book's digits.
    pub struct Pixel = "pixel" {
        /// which digit
        digit = 10.0 in 0.0..=19.0 by 1.0,
        /// the row
        row = 13.0 in 0.0..=27.0 by 1.0,
        /// the column
        column = 13.0 in 0.0..=27.0 by 1.0,
    }
}

/// The byte of a pixel in the file, and its ink.
///
/// # Errors
/// A place outside the images.
pub fn pixel(pixel: &Pixel) -> show::Result<Outputs> {
    pixel.check()?;
    let [digit, row, column] = [pixel.digit, pixel.row, pixel.column].map(whole);
    let digit = &digits()[digit];
    let ink = digit.pixels[[row, column]];
    Ok(Outputs::new()
        .with("label", f64::from(digit.label))
        .with("byte", (ink * 255.0).round())
        .with("ink", ink))
}
