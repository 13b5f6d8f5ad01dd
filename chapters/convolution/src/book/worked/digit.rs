//! Kernels on a real digit, at rest and moving.

use convolution::kernels::{BLUR, IDENTITY, Kernel3, SHARPEN, SOBEL_DOWN, SOBEL_RIGHT};
use convolution::{cross_correlate, difference, shifted};
use data::Digit;
use ndarray::arr2;
use show::number::whole;
use show::{InputValues, Outputs};

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

show::inputs! {
    /// A digit moves to the right below Sobel's kernel.
    pub struct Moving = "moving" {
        /// which of the twenty digits
        digit = 11.0 in 0.0..=19.0 by 1.0,
        /// by how many pixels it moves to the right
        right = 1.0 in 1.0..=4.0 by 1.0,
    }
}

/// How far the image is from what it was (`image`), and the feature map (`moved`); and at stride 2, from the nearest map
/// that is the old one moved by a whole step (`strided`). Both are in units of the old one.
///
/// # Errors
/// As [`digit`].
pub fn moving(moving: &Moving) -> show::Result<Outputs> {
    moving.check()?;
    let before = &digit(moving.digit)?.pixels;
    let right = whole(moving.right) as isize;
    let after = shifted(before, 0, right);
    let kernel = arr2(&SOBEL_RIGHT);
    let map = |image, stride| cross_correlate(image, &kernel, stride, 1);
    let (old, new) = (map(before, 2)?, map(&after, 2)?);
    let lower = difference(&shifted(&old, 0, right / 2), &new)?;
    let upper = difference(&shifted(&old, 0, (right + 1) / 2), &new)?;
    Ok(Outputs::new()
        .with("image", difference(before, &after)?)
        .with("moved", difference(&map(before, 1)?, &map(&after, 1)?)?)
        .with("strided", lower.min(upper)))
}
