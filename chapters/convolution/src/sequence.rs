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
    if f.is_empty() || g.is_empty() {
        return Vec::new();
    }
    let last = f.len() + g.len() - 2;
    let at = |t: usize| {
        // (f ∗ g)(t) = Σ_τ f(τ) · g(t − τ), where g is 0 outside its sequence
        let mut sum = 0.0;
        for (tau, f) in f.iter().enumerate() {
            if let Some(g) = t.checked_sub(tau).and_then(|index| g.get(index)) {
                sum += f * g;
            }
        }
        sum
    };
    (0..=last).map(at).collect()
}
// ANCHOR_END: convolve_sequences
