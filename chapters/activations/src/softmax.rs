//! The softmax: several numbers, turned into shares of 1.

use activations::Error;
use ndarray::Array2;

/// The softmax as its formula reads (n values in, n shares out).
///
/// For any z above about 709.8 the exponential overflows, and ∞ / ∞ is NaN. [`softmax`] is the
/// form to use.
///
/// ```
/// use activations::softmax_textbook;
/// assert!(softmax_textbook(&[1000.0, 1001.0])?.iter().all(|y| y.is_nan()));
/// # Ok::<(), activations::Error>(())
/// ```
///
/// # Errors
/// [`Error::Empty`] for no values.
pub fn softmax_textbook(z: &[f64]) -> Result<Vec<f64>, Error> {
    shares(z, 0.0)
}

/// The softmax: shares of 1, the larger the z the larger its share (n values in, n shares out).
///
/// Only differences between the z count, so the largest is subtracted from all of them first. No
/// exponential is then taken of a positive number, and at least one of them is 1.
/// One NaN makes every share NaN; so does +∞ (∞ − ∞); −∞ beside finite values gets the share 0.
///
/// ```
/// use activations::softmax;
/// let y = softmax(&[1000.0, 1001.0, 1002.0])?;
/// approx::assert_abs_diff_eq!(y[0], 0.09003057317038046, epsilon = 1e-12);
/// approx::assert_abs_diff_eq!(y[1], 0.24472847105479767, epsilon = 1e-12);
/// approx::assert_abs_diff_eq!(y[2], 0.6652409557748219, epsilon = 1e-12);
/// # Ok::<(), activations::Error>(())
/// ```
///
/// # Errors
/// [`Error::Empty`] for no values.
// ANCHOR: softmax
pub fn softmax(z: &[f64]) -> Result<Vec<f64>, Error> {
    // m = max(z₁, …, zₙ)
    let m = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    shares(z, m)
}

/// The shares, with every z lowered by `m`.
fn shares(z: &[f64], m: f64) -> Result<Vec<f64>, Error> {
    if z.is_empty() {
        return Err(Error::Empty);
    }
    // eᵢ = exp(zᵢ − m)
    let e: Vec<f64> = z.iter().map(|zi| libm::exp(zi - m)).collect();
    // s = e₁ + e₂ + … + eₙ
    let s = e.iter().fold(0.0, |s, ei| s + ei);
    // yᵢ = eᵢ / s
    Ok(e.iter().map(|ei| ei / s).collect())
}
// ANCHOR_END: softmax

/// The derivatives of the softmax at z (n values): row i, column j holds ∂yᵢ/∂zⱼ, shape n×n.
///
/// Every share depends on every z, so there is no single derivative but a table of them. Each row and
/// each column sums to 0: what one share gains, the others lose. NaN in gives NaN out.
///
/// ```
/// let j = activations::softmax_jacobian(&[0.0, 0.0])?;
/// assert_eq!(j, ndarray::array![[0.25, -0.25], [-0.25, 0.25]]);
/// # Ok::<(), activations::Error>(())
/// ```
///
/// # Errors
/// [`Error::Empty`] for no values, [`Error::TooLarge`] where n×n exceeds [`Error::LIMIT`].
// ANCHOR: jacobian
pub fn softmax_jacobian(z: &[f64]) -> Result<Array2<f64>, Error> {
    let n = check(z)?;
    let y = softmax(z)?;
    let mut jacobian = Array2::zeros((n, n));
    for (mut row, (i, yi)) in jacobian.outer_iter_mut().zip(y.iter().enumerate()) {
        for (derivative, (j, yj)) in row.iter_mut().zip(y.iter().enumerate()) {
            // ∂yᵢ/∂zⱼ = yᵢ (1 − yⱼ) where i = j, −yᵢ yⱼ elsewhere
            let same = if i == j { 1.0 } else { 0.0 };
            *derivative = yi * (same - yj);
        }
    }
    Ok(jacobian)
}
// ANCHOR_END: jacobian

/// How many values there are, where a table of all their pairs fits into memory.
fn check(z: &[f64]) -> Result<usize, Error> {
    let n = z.len();
    match n.checked_mul(n) {
        Some(elements) if elements <= Error::LIMIT => Ok(n),
        _ => Err(Error::TooLarge {
            rows: n,
            columns: n,
        }),
    }
}
