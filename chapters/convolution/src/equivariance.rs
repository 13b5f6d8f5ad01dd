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
// ANCHOR: shifted
pub fn shifted(image: &Array2<f64>, down: isize, right: isize) -> Array2<f64> {
    let from = |at: usize, by: isize| {
        by.checked_neg()
            .and_then(|back| at.checked_add_signed(back))
    };
    Array2::from_shape_fn(image.dim(), |(row, column)| {
        // moved[row, column] = x[row − down, column − right]
        from(row, down)
            .zip(from(column, right))
            .and_then(|at| image.get(at))
            .copied()
            .unwrap_or(0.0)
    })
}
// ANCHOR_END: shifted

/// How far `b` is from `a`, in units of `a`: ‖a − b‖ / ‖a‖, where ‖·‖ is the square root of the sum
/// of squares. 0 means equal; √2 is what two images without a pixel in common give if they hold
/// the same amount. Where `a` is all 0, it is 0 if `b` is too, and ∞ if not.
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
    if a.dim() != b.dim() {
        return Err(Error::ShapesDiffer {
            first: a.shape().into(),
            second: b.shape().into(),
        });
    }
    // ‖a‖² = Σ a², ‖a − b‖² = Σ (a − b)²
    let (mut whole, mut apart) = (0.0, 0.0);
    for (a, b) in a.iter().zip(b) {
        whole += a * a;
        apart += (a - b) * (a - b);
    }
    // 0 / 0 is two blank images: equal.
    Ok(if apart == 0.0 {
        0.0
    } else {
        (apart / whole).sqrt()
    })
}
// ANCHOR_END: difference
