//! Kernels on a real digit.

use convolution::cross_correlate;
use convolution::kernels::{BLUR, IDENTITY, Kernel3, SHARPEN, SOBEL_DOWN, SOBEL_RIGHT};
use data::Digit;
use ndarray::arr2;
use show::Outputs;
use show::number::whole;

show::inputs! {
    /// One of the book's digits under the kernels.
    pub struct WhichDigit = "feature-maps" {
        /// which of the twenty digits: two of each label, from 0
        digit = 11.0 in 0.0..=19.0 by 1.0,
    }
}

/// The book's digit of that number.
///
/// # Errors
/// A refusal for a number that no digit has.
pub fn digit(number: f64) -> show::Result<&'static Digit> {
    let digit = data::digits().get(whole(number));
    digit.ok_or_else(|| format!("there is no digit number {number}").into())
}

/// The kernels that the chapter shows, by name.
pub const SHOWN: [(&str, Kernel3); 5] = [
    ("identity", IDENTITY),
    ("blur", BLUR),
    ("sharpen", SHARPEN),
    ("sobel_down", SOBEL_DOWN),
    ("sobel_right", SOBEL_RIGHT),
];

/// What the digit is meant to be (`label`), how many of its pixels hold any ink (`inked`) and all
/// their ink together (`ink`), and for each of the [`SHOWN`] kernels but the identity the map's
/// smallest and largest value (`blur_min`, `blur_max`, …), with zeros around the digit.
///
/// # Errors
/// As [`digit`].
pub fn feature_maps(which: &WhichDigit) -> show::Result<Outputs> {
    let Digit { label, pixels } = digit(which.digit)?;
    let mut outputs = Outputs::new()
        .with("label", f64::from(*label))
        .with(
            "inked",
            pixels.iter().filter(|ink| **ink > 0.0).count() as f64,
        )
        .with("ink", pixels.iter().fold(0.0, |sum, ink| sum + ink));
    for (name, kernel) in SHOWN.iter().filter(|(name, _)| *name != "identity") {
        let map = cross_correlate(pixels, &arr2(kernel), 1, 1)?;
        let (min, max) = (
            map.fold(0.0, |a: f64, b| a.min(*b)),
            map.fold(0.0, |a: f64, b| a.max(*b)),
        );
        // A blur of ink has no value below 0: its minimum says nothing.
        if *name != "blur" {
            outputs = outputs.with(format!("{name}_min"), min);
        }
        outputs = outputs.with(format!("{name}_max"), max);
    }
    Ok(outputs)
}
