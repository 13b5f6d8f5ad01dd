//! The dense layer that a kernel is: most of its weights 0, and the others shared.

use convolution::{Error, MAX_VALUES, output_shape};
use ndarray::Array2;

/// The weights of a dense layer that answers as the kernel does when it slides over an image of
/// that shape: a row for each window and a column for each pixel, both counted row by row.
///
/// ```
/// use convolution::dense_weights;
/// use ndarray::array;
///
/// // A kernel of two weights on a row of four pixels: three windows.
/// let weights = dense_weights(&array![[-1.0, 1.0]], (1, 4))?;
/// assert_eq!(weights, array![
///     [-1.0, 1.0, 0.0, 0.0],
///     [0.0, -1.0, 1.0, 0.0],
///     [0.0, 0.0, -1.0, 1.0],
/// ]);
/// assert_eq!(weights.dot(&array![0.0, 0.0, 1.0, 1.0]), array![0.0, 1.0, 0.0]);
/// # Ok::<(), convolution::Error>(())
/// ```
///
/// # Errors
/// As [`output_shape`], and [`Error::TooLarge`] for more than [`MAX_VALUES`] weights.
// ANCHOR: dense_weights
pub fn dense_weights(
    kernel: &Array2<f64>,
    image: (usize, usize), // its rows and columns
) -> Result<Array2<f64>, Error> {
    let (rows, columns) = output_shape(image, kernel.dim(), 1, 0)?;
    check(image, kernel, rows * columns)?;
    let mut weights = Array2::zeros((rows * columns, image.0 * image.1));
    for i in 0..rows {
        for j in 0..columns {
            // The neuron of window i, j reads pixel i + u, j + v by w[u, v].
            for ((u, v), w) in kernel.indexed_iter() {
                let neuron = i * columns + j;
                let pixel = (i + u) * image.1 + (j + v);
                weights[[neuron, pixel]] = *w;
            }
        }
    }
    Ok(weights)
}
// ANCHOR_END: dense_weights

/// Whether so many neurons can have a weight for each pixel.
fn check(
    image: (usize, usize),
    kernel: &Array2<f64>,
    neurons: usize,
) -> Result<(), Error> {
    let pixels = image.0.saturating_mul(image.1);
    if neurons.saturating_mul(pixels) > MAX_VALUES {
        return Err(Error::TooLarge {
            image: [image.0, image.1].into(),
            kernel: kernel.shape().into(),
            padding: 0,
        });
    }
    Ok(())
}
