//! What pooling leaves of a handwritten digit.

use data::Digit;
use ndarray::Array2;
use pooling::{Summary, Window, summary};
use show::number::whole;
use show::{InputValues, Outputs};

show::inputs! {
    /// One of the book's twenty digits, pooled.
    pub struct DigitPooled = "digit-pooled" {
        /// which of the twenty digits: two of each label, from 0
        digit = 11.0 in 0.0..=19.0 by 1.0,
        /// the window's side, and its stride
        size = 2.0 in 1.0..=7.0 by 1.0,
    }
}

impl DigitPooled {
    /// The digit of that number.
    ///
    /// # Errors
    /// A number that no digit has.
    pub fn digit(&self) -> show::Result<&'static Digit> {
        let digit = data::digits().get(whole(self.digit));
        Ok(digit.ok_or("there is no digit of this number")?)
    }

    /// The window, which moves by its own size.
    pub fn window(&self) -> Window {
        let size = whole(self.size);
        Window { size, stride: size }
    }
}

/// The digit's `label`, values along one side of a map (`side`) and in all (`values`); the mean ink of
/// the digit, of the maxima and of the averages (`ink`, `ink_max`, `ink_average`), and how large a part
/// of each is inked at all (`inked`, `inked_max`), out of 1; in the window where the two differ most,
/// the largest value and the average (`largest`, `average`).
///
/// # Errors
/// A number that no digit has.
pub fn digit_pooled(settings: &DigitPooled) -> show::Result<Outputs> {
    settings.check()?;
    let (Digit { label, pixels }, window) = (settings.digit()?, settings.window());
    let max = summary(pixels, Summary::Max(window))?;
    let average = summary(pixels, Summary::Average(window))?;
    let at = darkest_difference(&max, &average);
    Ok(Outputs::new()
        .with("label", f64::from(*label))
        .with("side", max.nrows() as f64)
        .with("values", max.len() as f64)
        .with("ink", mean(pixels))
        .with("ink_max", mean(&max))
        .with("ink_average", mean(&average))
        .with("inked", inked(pixels))
        .with("inked_max", inked(&max))
        .with("largest", max[at])
        .with("average", average[at]))
}

/// The first place at which the maxima are farthest above the averages.
pub fn darkest_difference(max: &Array2<f64>, average: &Array2<f64>) -> (usize, usize) {
    let (mut most, mut place) = (0.0, (0, 0));
    for (((row, column), max), average) in max.indexed_iter().zip(average) {
        if max - average > most {
            (most, place) = (max - average, (row, column));
        }
    }
    place
}

fn mean(map: &Array2<f64>) -> f64 {
    map.iter().fold(0.0, |sum, x| sum + x) / map.len() as f64
}

/// The part of the values that are not 0.
fn inked(map: &Array2<f64>) -> f64 {
    map.iter().filter(|x| **x > 0.0).count() as f64 / map.len() as f64
}
