//! The claim of invariance, measured over several digits and motions.

use convolution::difference;
use data::Digit;
use ndarray::Array2;
use pooling::{Error, Motion, Summary, moved, summary};

/// What [`measured`] finds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// How far a digit's summary changes on average, as [`change`](crate::change) has it.
    pub change: f64,
    /// That change, in units of what lies between two digits of different labels ([`apart`]):
    /// 1 means that the moved digit is as strange to itself as another digit is.
    pub share: f64,
    /// How many of the moved digits, out of 1, are still nearer to where they were than to any
    /// other digit of the set.
    pub found: f64,
}

/// Moves every digit by every motion and compares its summary with those of the digits at rest.
///
/// ```
/// use pooling::{Motion, Summary, measured};
/// let still = measured(data::digits(), &[Motion::NONE], Summary::Pixels).unwrap();
/// assert_eq!((still.change, still.found), (0.0, 1.0));
/// ```
///
/// # Errors
/// [`Error::Nothing`] for no motions, and as [`apart`] and [`moved`].
// ANCHOR: measured
pub fn measured(
    digits: &[Digit],
    motions: &[Motion], // each digit makes each of them
    by: Summary,
) -> Result<Measured, Error> {
    let pairs = pairs(digits, motions)?;
    let change = mean_change(&pairs, by)?;
    let at_rest = summaries(digits, by)?;
    let mut found = 0.0;
    for (before, after) in &pairs {
        let (own, after) = (summary(before, by)?, summary(after, by)?);
        // ‖P(other) − P(moved x)‖, all in the same unit: ‖P(moved x)‖
        let from_own = difference(&after, &own)?;
        let mut is_nearest = true;
        for other in &at_rest {
            is_nearest &= difference(&after, other)? >= from_own;
        }
        if is_nearest {
            found += 1.0;
        }
    }
    Ok(Measured {
        change,
        share: change / apart(digits, by)?,
        found: found / pairs.len() as f64,
    })
}
// ANCHOR_END: measured

/// Every digit as it is, with each of its images after a motion.
///
/// # Errors
/// As [`moved`].
pub fn pairs(digits: &[Digit], motions: &[Motion]) -> Result<Vec<Pair>, Error> {
    let all = digits
        .iter()
        .flat_map(|digit| motions.iter().map(move |m| (&digit.pixels, *m)));
    all.map(|(before, motion)| Ok((before.clone(), moved(before, motion)?)))
        .collect()
}

/// An image before and after a motion.
pub type Pair = (Array2<f64>, Array2<f64>);

/// How far the summary of an image changes on average: ‖P(x) − P(moved x)‖ / ‖P(x)‖.
///
/// # Errors
/// [`Error::Nothing`] for no pairs, and as [`summary`].
pub fn mean_change(pairs: &[Pair], by: Summary) -> Result<f64, Error> {
    if pairs.is_empty() {
        return Err(Error::Nothing);
    }
    let mut sum = 0.0;
    for (before, after) in pairs {
        sum += difference(&summary(before, by)?, &summary(after, by)?)?;
    }
    Ok(sum / pairs.len() as f64)
}

/// The average [`difference`] between the summaries of two digits of different labels.
///
/// # Errors
/// [`Error::Nothing`] where no two labels differ, and as [`summary`].
pub fn apart(digits: &[Digit], by: Summary) -> Result<f64, Error> {
    let at_rest = summaries(digits, by)?;
    let (mut sum, mut pairs) = (0.0, 0.0);
    for (a, this) in digits.iter().zip(&at_rest) {
        for (b, other) in digits.iter().zip(&at_rest) {
            if a.label != b.label {
                sum += difference(this, other)?;
                pairs += 1.0;
            }
        }
    }
    if pairs == 0.0 {
        return Err(Error::Nothing);
    }
    Ok(sum / pairs)
}

/// Each digit summed up.
fn summaries(digits: &[Digit], by: Summary) -> Result<Vec<Array2<f64>>, Error> {
    digits.iter().map(|d| summary(&d.pixels, by)).collect()
}

/// The same shift in four directions: right, left, down, up.
pub fn shifts(pixels: f64) -> [Motion; 4] {
    let across = |right| Motion {
        right,
        ..Motion::NONE
    };
    let along = |down| Motion {
        down,
        ..Motion::NONE
    };
    [
        across(pixels),
        across(-pixels),
        along(pixels),
        along(-pixels),
    ]
}

/// The same turn in both directions.
pub fn turns(degrees: f64) -> [Motion; 2] {
    [degrees, -degrees].map(|degrees| Motion {
        degrees,
        ..Motion::NONE
    })
}

/// Growth by that many percent.
pub fn growth(percent: f64) -> [Motion; 1] {
    [Motion {
        scale: 1.0 + percent / 100.0,
        ..Motion::NONE
    }]
}
