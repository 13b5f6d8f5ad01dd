//! An image shifted, turned and grown.

use ndarray::Array2;
use pooling::Error;

/// How an image moves: grown and turned about its middle, then shifted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Motion {
    /// Pixels to the right; parts of a pixel are allowed, negative goes left.
    pub right: f64,
    /// Pixels down; negative goes up.
    pub down: f64,
    /// Degrees, clockwise as seen on the page.
    pub degrees: f64,
    /// Factor by which it grows; below 1 it shrinks.
    pub scale: f64,
}

impl Motion {
    /// No motion at all.
    pub const NONE: Self = Self {
        right: 0.0,
        down: 0.0,
        degrees: 0.0,
        scale: 1.0,
    };
}

/// The image after the motion, in the same frame: what leaves it is lost, and zeros come in.
///
/// Each new pixel asks where it came from and takes the four pixels around that point, each by how
/// near it is (bilinear resampling). A shift by whole pixels copies them exactly.
///
/// ```
/// use ndarray::array;
/// use pooling::{Motion, moved};
///
/// let image = array![[0.0, 1.0, 0.0]];
/// let half = Motion { right: 0.5, ..Motion::NONE };
/// assert_eq!(moved(&image, half).unwrap(), array![[0.0, 0.5, 0.5]]);
/// ```
///
/// # Errors
/// [`Error::Motion`] for a number that is not finite or a scale that is not above 0.
/// NaN in the image makes the pixels that it reaches NaN.
// ANCHOR: moved
pub fn moved(image: &Array2<f64>, motion: Motion) -> Result<Array2<f64>, Error> {
    let Motion {
        right,
        down,
        degrees,
        scale,
    } = check(motion)?;
    let (height, width) = image.dim();
    let middle = (height as f64 / 2.0 - 0.5, width as f64 / 2.0 - 0.5);
    let angle = degrees.to_radians();
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    Ok(Array2::from_shape_fn((height, width), |(row, column)| {
        let y = (row as f64 - middle.0 - down) / scale;
        let x = (column as f64 - middle.1 - right) / scale;
        // the same point before the turn: (y, x) turned back by the angle
        let from = (cos * y - sin * x + middle.0, sin * y + cos * x + middle.1);
        sampled(image, from)
    }))
}
// ANCHOR_END: moved

/// The motion, if an image can make it.
fn check(motion: Motion) -> Result<Motion, Error> {
    let Motion {
        right,
        down,
        degrees,
        scale,
    } = motion;
    let finite = [right, down, degrees, scale].iter().all(|x| x.is_finite());
    if finite && scale > 0.0 {
        return Ok(motion);
    }
    Err(Error::Motion {
        right,
        down,
        degrees,
        scale,
    })
}

/// The image at a point between its pixels.
fn sampled(image: &Array2<f64>, (y, x): (f64, f64)) -> f64 {
    let (height, width) = image.dim();
    // Farther than a pixel from the image (or too far for a number).
    let near = y > -1.0 && y < height as f64 && x > -1.0 && x < width as f64;
    if !near {
        return 0.0;
    }
    let (top, left) = (y.floor(), x.floor());
    let mut value = 0.0;
    for row in [top, top + 1.0] {
        for column in [left, left + 1.0] {
            // (1 − |y − row|) · (1 − |x − column|): nothing for a pixel away
            let share = (1.0 - (y - row).abs()) * (1.0 - (x - column).abs());
            if share != 0.0 {
                value += share * pixel(image, row, column);
            }
        }
    }
    value
}

/// The pixel at whole numbers `row` and `column`, or 0 outside the image.
fn pixel(image: &Array2<f64>, row: f64, column: f64) -> f64 {
    if row < 0.0 || column < 0.0 {
        return 0.0;
    }
    let at = (row as usize, column as usize);
    image.get(at).copied().unwrap_or(0.0)
}
