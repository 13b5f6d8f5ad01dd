//! What moves along when the image moves.

use convolution::Error;
use ndarray::Array2;

/// The image moved by whole pixels, `down` and to the `right` (negative: up, to the left).
/// What leaves the frame is lost; zeros come in.
///
/// ```
/// use convolution::shifted;
/// use ndarray::array;
/// let image = array![[1.0, 2.0], [3.0, 4.0]];
/// assert_eq!(shifted(&image, 0, 1), array![[0.0, 1.0], [0.0, 3.0]]);
/// assert_eq!(shifted(&image, -1, 0), array![[3.0, 4.0], [0.0, 0.0]]);
/// ```
pub fn shifted(image: &Array2<f64>, down: isize, right: isize) -> Array2<f64> {
    let mut moved = Array2::zeros(image.dim());
    for ((row, column), x) in image.indexed_iter() {
        // moved[row + down, column + right] = x[row, column], where that lies in the frame
        let to = (
            row.checked_add_signed(down),
            column.checked_add_signed(right),
        );
        if let (Some(row), Some(column)) = to
            && let Some(pixel) = moved.get_mut((row, column))
        {
            *pixel = *x;
        }
    }
    moved
}

/// How far `b` is from `a`, in units of `a`: ‖a − b‖ / ‖a‖, where ‖·‖ is the square root of the sum
/// of squares. 0 means equal. Two images of the same strength are √2 apart if their products Σ a·b
/// add up to 0, and 2 apart if one is the other's negative. Where `a` is all 0, it is 0 if `b` is
/// too, and ∞ if not.
///
/// ```
/// use convolution::difference;
/// use ndarray::array;
/// let a = array![[3.0, 4.0]];
/// assert_eq!(difference(&a, &a), Ok(0.0));
/// assert_eq!(difference(&a, &array![[3.0, 3.0]]), Ok(0.2));
/// ```
///
/// # Errors
/// [`Error::ShapesDiffer`]. NaN in either image gives NaN.
// ANCHOR: difference
pub fn difference(a: &Array2<f64>, b: &Array2<f64>) -> Result<f64, Error> {
    // FOLD
    if a.dim() != b.dim() {
        return Err(Error::ShapesDiffer {
            first: a.shape().into(),
            second: b.shape().into(),
        });
    }
    // FOLD_END
    // ‖a‖² = Σ a², ‖a − b‖² = Σ (a − b)²
    let mut whole = 0.0;
    let mut apart = 0.0;
    for (a, b) in a.iter().zip(b) {
        whole += a * a;
        apart += (a - b) * (a - b);
    }
    // Two blank images are equal, though 0 / 0 is not a number.
    if apart == 0.0 {
        return Ok(0.0);
    }
    Ok((apart / whole).sqrt())
}
// ANCHOR_END: difference
