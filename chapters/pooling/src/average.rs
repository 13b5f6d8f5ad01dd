//! The average of each window.

use ndarray::Array3;
use pooling::{Error, Window};

/// The average of each window of `image` (channels×rows×columns), summed row by row.
///
/// ```
/// use ndarray::{Array3, array};
/// use pooling::{Window, average_pool};
///
/// let image = Array3::from_shape_fn((1, 4, 4), |(_, row, column)| (4 * row + column + 1) as f64);
/// let pooled = average_pool(&image, Window { size: 2, stride: 2 }).unwrap();
/// assert_eq!(pooled, array![[[3.5, 5.5], [11.5, 13.5]]]);
/// ```
///
/// # Errors
/// As [`Window::output_shape`]. NaN in a window makes its average NaN.
// ANCHOR: average_pool
pub fn average_pool(
    image: &Array3<f64>, // channels×rows×columns
    window: Window,
) -> Result<Array3<f64>, Error> {
    let shape = window.output_shape(image.dim())?;
    let Window { size: k, stride: s } = window;
    Ok(Array3::from_shape_fn(shape, |(c, i, j)| {
        // y[c, i, j] = 1/k² · Σᵤ Σᵥ x[c, s·i + u, s·j + v]
        let mut sum = 0.0;
        for row in s * i..s * i + k {
            for column in s * j..s * j + k {
                sum += image[[c, row, column]];
            }
        }
        sum / (k * k) as f64
    }))
}
// ANCHOR_END: average_pool
