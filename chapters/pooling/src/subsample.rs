//! Fewer pixels without pooling: the control.

use ndarray::Array3;
use pooling::{Error, Window};

/// The first pixel of each window of `image` (channels×rows×columns); the others are ignored.
/// As small as a pooled map, but nothing was pooled.
///
/// ```
/// use ndarray::{Array3, array};
/// use pooling::{Window, every};
///
/// let image = Array3::from_shape_fn((1, 4, 4), |(_, row, column)| (4 * row + column + 1) as f64);
/// let fewer = every(&image, Window { size: 2, stride: 2 }).unwrap();
/// assert_eq!(fewer, array![[[1.0, 3.0], [9.0, 11.0]]]);
/// ```
///
/// # Errors
/// As [`Window::output_shape`].
pub fn every(image: &Array3<f64>, window: Window) -> Result<Array3<f64>, Error> {
    let shape = window.output_shape(image.dim())?;
    let s = window.stride;
    // y[c, i, j] = x[c, s·i, s·j]
    Ok(Array3::from_shape_fn(shape, |(c, i, j)| {
        image[[c, s * i, s * j]]
    }))
}
