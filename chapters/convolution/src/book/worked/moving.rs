//! A digit that moves, and its feature map.

use convolution::book::worked::digit;
use convolution::kernels::SOBEL_RIGHT;
use convolution::{cross_correlate, difference, shifted};
use ndarray::{Array2, arr2};
use show::number::whole;
use show::{InputValues, Outputs};

show::inputs! {
    /// A digit moves to the right below Sobel's kernel.
    pub struct Moving = "moving" {
        /// which of the twenty digits
        digit = 11.0 in 0.0..=19.0 by 1.0,
        /// by how many pixels it moves to the right
        right = 1.0 in 1.0..=4.0 by 1.0,
    }
}

/// How far the image is from what it was (`image`), and the feature map (`moved`); and at stride 2, from
/// the nearest map that is the old one moved by a whole step (`strided`). All are in units of the old one.
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

show::inputs! {
    /// The feature maps of a digit and of the moved digit, laid on each other.
    pub struct Overlap = "overlap" {
        /// which of the twenty digits
        digit = 11.0 in 0.0..=19.0 by 1.0,
        /// by how many pixels it moves to the right
        right = 2.0 in 1.0..=6.0 by 1.0,
        /// how far from zero a firm answer is
        firm = 0.3 in 0.1..=1.0 by 0.1,
    }
}

impl Overlap {
    /// The digit moved by so many pixels, and its feature map under Sobel's kernel.
    ///
    /// # Errors
    /// As [`digit`].
    pub fn after(&self, right: usize) -> show::Result<[Array2<f64>; 2]> {
        let moved = shifted(&digit(self.digit)?.pixels, 0, right as isize);
        let map = cross_correlate(&moved, &arr2(&SOBEL_RIGHT), 1, 1)?;
        Ok([moved, map])
    }
}

/// How far the new map is from the old one (`apart`), and one pixel further on (`further`); how many
/// answers of the old map are firm (`firm`), how many of these places have a firm one in the new map
/// too (`both`), with the `same` sign or the `opposite`; and Σ a·b in units of both maps (`cosine`,
/// `further_cosine`).
///
/// # Errors
/// As [`digit`].
pub fn overlap(overlap: &Overlap) -> show::Result<Outputs> {
    overlap.check()?;
    let right = whole(overlap.right);
    let [_, old] = overlap.after(0)?;
    let [_, new] = overlap.after(right)?;
    let [_, further] = overlap.after(right + 1)?;
    let firm = |y: f64| y.abs() > overlap.firm;
    let (mut places, mut same, mut opposite) = (0, 0, 0);
    for (a, b) in old.iter().zip(&new).filter(|(a, _)| firm(**a)) {
        places += 1;
        if firm(*b) {
            match a * b > 0.0 {
                true => same += 1,
                false => opposite += 1,
            }
        }
    }
    Ok(Outputs::new()
        .with("apart", difference(&old, &new)?)
        .with("further", difference(&old, &further)?)
        .with("places", f64::from(places))
        .with("both", f64::from(same + opposite))
        .with("same", f64::from(same))
        .with("opposite", f64::from(opposite))
        .with("cosine", cosine(&old, &new))
        .with("further_cosine", cosine(&old, &further)))
}

/// Σ a·b / (‖a‖·‖b‖): 1 for equal maps, 0 for unrelated ones, −1 for opposite ones.
fn cosine(a: &Array2<f64>, b: &Array2<f64>) -> f64 {
    let product = |a: &Array2<f64>, b: &Array2<f64>| {
        a.iter().zip(b).fold(0.0, |sum, (a, b)| sum + a * b)
    };
    product(a, b) / (product(a, a) * product(b, b)).sqrt()
}
