//! How far a pooled map changes when its image moves.

use convolution::difference;
use ndarray::{Array2, Array3, Axis};
use pooling::{Error, Motion, Window, average_pool, every, max_pool, moved};

/// What becomes of an image before it is compared with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Summary {
    /// All pixels as they are.
    Pixels,
    /// One pixel of each window.
    Every(Window),
    /// The average of each window.
    Average(Window),
    /// The largest value of each window.
    Max(Window),
}

/// The image (rows×columns), summed up.
///
/// # Errors
/// As [`Window::output_shape`].
pub fn summary(image: &Array2<f64>, by: Summary) -> Result<Array2<f64>, Error> {
    let channel: Array3<f64> = image.clone().insert_axis(Axis(0));
    let map = match by {
        Summary::Pixels => return Ok(image.clone()),
        Summary::Every(window) => every(&channel, window)?,
        Summary::Average(window) => average_pool(&channel, window)?,
        Summary::Max(window) => max_pool(&channel, window)?.values,
    };
    Ok(map.index_axis_move(Axis(0), 0))
}

/// How far the summary of `image` changes when the image moves: ‖P(x) − P(moved x)‖ / ‖P(x)‖,
/// with the norms of [`difference`]. 0 would be invariance.
///
/// ```
/// use ndarray::array;
/// use pooling::{Motion, Summary, Window, change};
///
/// let image = array![[0.0, 1.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0]];
/// let left = Motion { right: -1.0, ..Motion::NONE };
/// let right = Motion { right: 1.0, ..Motion::NONE };
/// let max = Summary::Max(Window { size: 2, stride: 2 });
/// assert_eq!(change(&image, left, max), Ok(0.0)); // still in its window
/// assert_eq!(change(&image, right, max), Ok(2f64.sqrt())); // in the next one
/// ```
///
/// # Errors
/// As [`moved`] and [`summary`].
// ANCHOR: change
pub fn change(
    image: &Array2<f64>,
    motion: Motion, // T
    by: Summary,    // P
) -> Result<f64, Error> {
    let before = summary(image, by)?;
    let after = summary(&moved(image, motion)?, by)?;
    Ok(difference(&before, &after)?)
}
// ANCHOR_END: change
