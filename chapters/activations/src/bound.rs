//! How far a straight piece can be from the curve that it follows.

/// `n` + 1 places from 0 to 1, equally far apart: the ends of `n` pieces.
///
/// ```
/// assert_eq!(activations::evenly(4), [0.0, 0.25, 0.5, 0.75, 1.0]);
/// ```
pub fn evenly(n: u8) -> Vec<f64> {
    (0..=n).map(|k| f64::from(k) / f64::from(n)).collect()
}

/// The most by which a straight piece misses a curve that it meets at both ends, `width` apart, where
/// the curve's second derivative is nowhere larger than `curvature`.
///
/// ```
/// use activations::{Polyline, bound_by_curvature, evenly};
/// // x² has the second derivative 2 everywhere, and a parabola misses its chord by all of the bound.
/// let places = evenly(4);
/// let points: Vec<_> = places.iter().map(|x| (*x, x * x)).collect();
/// let line = Polyline::through(&points)?;
/// let bound = bound_by_curvature(2.0, 0.25);
/// assert_eq!(bound, 0.015625);
/// assert_eq!(line.largest_error(|x| x * x, &places)?, bound);
/// # Ok::<(), activations::Error>(())
/// ```
// ANCHOR: bound_by_curvature
pub fn bound_by_curvature(curvature: f64, width: f64) -> f64 {
    // M a² / 8
    curvature * width * width / 8.0
}
// ANCHOR_END: bound_by_curvature

/// The same where the curve is nowhere steeper than `steepness` (its Lipschitz constant): it may have
/// corners.
///
/// ```
/// use activations::{Polyline, bound_by_steepness};
/// // A roof between two places misses its chord by all of the bound.
/// let roof = |x: f64| 1.0 - 2.0 * (x - 0.5).abs();
/// let line = Polyline::through(&[(0.0, roof(0.0)), (1.0, roof(1.0))])?;
/// let bound = bound_by_steepness(2.0, 1.0);
/// assert_eq!(bound, 1.0);
/// assert_eq!(line.largest_error(roof, &[0.0, 1.0])?, bound);
/// # Ok::<(), activations::Error>(())
/// ```
pub fn bound_by_steepness(steepness: f64, width: f64) -> f64 {
    // S a / 2
    steepness * width / 2.0
}
