//! Zeros around the image.

use convolution::Error;
use ndarray::ArrayView2;

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
    let inside = row.checked_sub(padding).zip(column.checked_sub(padding));
    inside
        .and_then(|(row, column)| image.get((row, column)))
        .copied()
        .unwrap_or(0.0)
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
// ANCHOR: same_padding
pub fn same_padding(k: usize) -> Result<usize, Error> {
    if k.is_multiple_of(2) {
        return Err(Error::EvenKernel { kernel: k });
    }
    // n + 2p − k + 1 = n  ⟹  p = (k − 1) / 2
    Ok((k - 1) / 2)
}
// ANCHOR_END: same_padding
