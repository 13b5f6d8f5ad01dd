//! A kernel slides over an image.

use convolution::{Error, output_shape, padded_pixel};
use ndarray::Array2;

/// The feature map of `image` (rows×columns) under `kernel`: at each position the kernel's
/// weights times the pixels below them, summed row by row.
///
/// This is what source 001 codes as `convolution2D`; its numbers:
///
/// ```
/// use convolution::cross_correlate;
/// use ndarray::{Array2, array};
///
/// let image = Array2::from_shape_fn((4, 4), |(row, column)| (4 * row + column + 1) as f64);
/// let kernel = array![[-1.0, -1.0], [1.0, 1.0]];
/// let map = cross_correlate(&image, &kernel, 1, 0).unwrap();
/// assert_eq!(format!("{map:.0}"), "[[8, 8, 8],\n [8, 8, 8],\n [8, 8, 8]]"); // as printed
/// for y in &map {
///     approx::assert_abs_diff_eq!(*y, 8.0, epsilon = 1e-12);
/// }
/// ```
///
/// # Errors
/// As [`output_shape`]. NaN in a window or in the kernel makes its answer NaN.
// ANCHOR: cross_correlate
pub fn cross_correlate(
    image: &Array2<f64>,
    kernel: &Array2<f64>,
    stride: usize,
    padding: usize,
) -> Result<Array2<f64>, Error> {
    let shape = output_shape(image.dim(), kernel.dim(), stride, padding)?;
    let x = image.view();
    Ok(Array2::from_shape_fn(shape, |(i, j)| {
        // y[i, j] = Σᵤ Σᵥ w[u, v] · x[s·i + u − p, s·j + v − p]
        let mut y = 0.0;
        for ((u, v), w) in kernel.indexed_iter() {
            y += w * padded_pixel(&x, stride * i + u, stride * j + v, padding);
        }
        y
    }))
}
// ANCHOR_END: cross_correlate
