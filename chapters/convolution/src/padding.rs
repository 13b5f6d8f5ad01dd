//! Zeros around the image.

use convolution::Error;
use ndarray::{Array3, ArrayView2};

/// The pixel at (`row`, `column`) of the image with `padding` zeros around it, counted from the
/// corner of the padding. Outside the image every pixel is 0.
///
/// ```
/// use ndarray::array;
/// let image = array![[1.0, 2.0], [3.0, 4.0]];
/// assert_eq!(convolution::padded_pixel(&image.view(), 0, 0, 1), 0.0);
/// assert_eq!(convolution::padded_pixel(&image.view(), 1, 2, 1), 2.0);
/// ```
// ANCHOR: padded_pixel
pub fn padded_pixel(
    image: &ArrayView2<f64>,
    row: usize, // counted from the corner of the padding
    column: usize,
    padding: usize,
) -> f64 {
    // Above the image, or to its left: in the padding.
    if row < padding || column < padding {
        return 0.0;
    }
    match image.get((row - padding, column - padding)) {
        Some(pixel) => *pixel,
        None => 0.0, // below the image, or to its right
    }
}
// ANCHOR_END: padded_pixel

/// The padding with which a kernel of `k` pixels, at stride 1, keeps the image's size.
///
/// ```
/// use convolution::{output_len, same_padding};
/// let p = same_padding(5).unwrap();
/// assert_eq!(p, 2);
/// assert_eq!(output_len(28, 5, 1, p), Ok(28));
/// ```
///
/// # Errors
/// [`Error::EvenKernel`] for an even `k` (0 as well): it would need one zero more on one side.
pub fn same_padding(k: usize) -> Result<usize, Error> {
    if k.is_multiple_of(2) {
        return Err(Error::EvenKernel { kernel: k });
    }
    // n + 2p − k + 1 = n  ⟹  p = (k − 1) / 2
    Ok((k - 1) / 2)
}

/// The image with `p` zeros around each channel.
// ANCHOR: with_zeros_around
pub(crate) fn with_zeros_around(image: &Array3<f64>, p: usize) -> Array3<f64> {
    let (channels, height, width) = image.dim();
    let mut padded = Array3::zeros((channels, height + 2 * p, width + 2 * p));
    for ((c, row, column), x) in image.indexed_iter() {
        padded[[c, row + p, column + p]] = *x;
    }
    padded
}
// ANCHOR_END: with_zeros_around
