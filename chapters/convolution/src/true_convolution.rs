//! Convolution in the mathematicians' sense: the kernel is flipped first.

use convolution::{Error, cross_correlate};
use ndarray::{Array2, Axis};

/// The kernel turned by half a turn: last row first, last column first.
///
/// ```
/// use ndarray::array;
/// let kernel = array![[1.0, 2.0], [3.0, 4.0]];
/// assert_eq!(convolution::flipped(&kernel), array![[4.0, 3.0], [2.0, 1.0]]);
/// ```
pub fn flipped(kernel: &Array2<f64>) -> Array2<f64> {
    // w′[u, v] = w[k − 1 − u, k − 1 − v]
    let mut flipped = kernel.clone();
    flipped.invert_axis(Axis(0));
    flipped.invert_axis(Axis(1));
    flipped
}

/// True convolution: [`cross_correlate`] with the kernel [`flipped`].
///
/// ```
/// use convolution::{convolve, cross_correlate};
/// use ndarray::{Array2, array};
///
/// let image = Array2::from_shape_fn((4, 4), |(row, column)| (4 * row + column + 1) as f64);
/// let kernel = array![[-1.0, -1.0], [1.0, 1.0]];
/// assert_eq!(cross_correlate(&image, &kernel, 1, 0).unwrap()[[0, 0]], 8.0);
/// assert_eq!(convolve(&image, &kernel, 1, 0).unwrap()[[0, 0]], -8.0);
/// ```
///
/// # Errors
/// As [`cross_correlate`].
// ANCHOR: convolve
pub fn convolve(
    image: &Array2<f64>,
    kernel: &Array2<f64>,
    stride: usize,
    padding: usize,
) -> Result<Array2<f64>, Error> {
    // y[i, j] = Σᵤ Σᵥ w[k−1−u, k−1−v] · x[s·i + u − p, s·j + v − p]
    cross_correlate(image, &flipped(kernel), stride, padding)
}
// ANCHOR_END: convolve
