//! Slopes, measured.

/// How much `f` moves for each unit that `x` moves, over a step from `x` to `x + h`.
///
/// The smaller the step, the closer this comes to the derivative of `f` at `x`, until so few digits
/// of the difference are left that it gets worse again.
///
/// ```
/// use neurons::difference_quotient;
/// // (0.4² − 0.2²) ÷ 0.2 = (0.16 − 0.04) ÷ 0.2
/// approx::assert_abs_diff_eq!(difference_quotient(|d| d * d, 0.2, 0.2), 0.6, epsilon = 1e-12);
/// // A hundredth of the step: 2 · 0.2 + 0.002
/// approx::assert_abs_diff_eq!(difference_quotient(|d| d * d, 0.2, 0.002), 0.402, epsilon = 1e-12);
/// ```
// ANCHOR: difference_quotient
pub fn difference_quotient(f: fn(f64) -> f64, x: f64, h: f64) -> f64 {
    // (f(x + h) − f(x)) / h
    (f(x + h) - f(x)) / h
}
// ANCHOR_END: difference_quotient
