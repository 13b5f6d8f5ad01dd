//! The equation of convolution, in one dimension, term by term.

/// (f ∗ g)(t) for every t at which it can be other than 0, for sequences that are 0 before their
/// first and after their last value: `f.len() + g.len() − 1` values, from t = 0.
/// The equation of source 001. An empty sequence is 0 everywhere, and so is the result: empty.
///
/// ```
/// use convolution::convolve_sequences;
/// let (f, g) = ([1.0, 2.0, 4.0], [-1.0, 1.0]);
/// assert_eq!(convolve_sequences(&f, &g), [-1.0, -1.0, -2.0, 4.0]);
/// ```
// ANCHOR: convolve_sequences
pub fn convolve_sequences(f: &[f64], g: &[f64]) -> Vec<f64> {
    // FOLD
    if f.is_empty() || g.is_empty() {
        return Vec::new();
    }
    // FOLD_END
    let mut sums = vec![0.0; f.len() + g.len() - 1];
    for (t, sum) in sums.iter_mut().enumerate() {
        // (f ∗ g)(t) = Σ_τ f(τ) · g(t − τ), where g is 0 outside its sequence
        for (tau, f) in f.iter().enumerate() {
            if tau <= t && t - tau < g.len() {
                *sum += f * g[t - tau];
            }
        }
    }
    sums
}
// ANCHOR_END: convolve_sequences
