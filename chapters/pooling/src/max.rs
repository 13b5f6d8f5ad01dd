//! The largest value of each window.

use ndarray::Array3;
use pooling::{Error, Window};

/// What [`max_pool`] found.
// ANCHOR: max_pooled
#[derive(Debug, Clone, PartialEq)]
pub struct MaxPooled {
    /// The largest value of each window, shape channels×rows×columns.
    pub values: Array3<f64>,
    /// The row and column in the image where each of them was.
    pub at: Array3<(usize, usize)>,
}
// ANCHOR_END: max_pooled

/// The largest value of each window of `image` (channels×rows×columns), and where it was.
///
/// A tie goes to the first in row order. NaN in a window is its maximum, the first if there are
/// several. Source 001's numbers:
///
/// ```
/// use ndarray::{Array3, array};
/// use pooling::{Window, max_pool};
///
/// let image = Array3::from_shape_fn((1, 4, 4), |(_, row, column)| (4 * row + column + 1) as f64);
/// let pooled = max_pool(&image, Window { size: 2, stride: 2 }).unwrap();
/// assert_eq!(format!("{:.0}", pooled.values), "[[[6, 8],\n  [14, 16]]]"); // as printed
/// for (y, exact) in pooled.values.iter().zip([6.0, 8.0, 14.0, 16.0]) {
///     approx::assert_abs_diff_eq!(*y, exact, epsilon = 1e-12);
/// }
/// assert_eq!(pooled.at, array![[[(1, 1), (1, 3)], [(3, 1), (3, 3)]]]);
/// ```
///
/// # Errors
/// As [`Window::output_shape`].
// ANCHOR: max_pool
pub fn max_pool(image: &Array3<f64>, window: Window) -> Result<MaxPooled, Error> {
    let shape = window.output_shape(image.dim())?;
    let Window { size: k, stride: s } = window;
    let found = Array3::from_shape_fn(shape, |(c, i, j)| {
        // y[c, i, j] = max over u, v < k of x[c, s·i + u, s·j + v]
        let (mut y, mut at) = (f64::NEG_INFINITY, (s * i, s * j));
        for row in s * i..s * i + k {
            for column in s * j..s * j + k {
                let x = image[[c, row, column]];
                // Of equals, the first stays. So does the first NaN.
                if x > y || (x.is_nan() && !y.is_nan()) {
                    (y, at) = (x, (row, column));
                }
            }
        }
        (y, at)
    });
    Ok(MaxPooled {
        values: found.mapv(|(y, _)| y),
        at: found.mapv(|(_, at)| at),
    })
}
// ANCHOR_END: max_pool
