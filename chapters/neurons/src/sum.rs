//! The weighted sum.

use neurons::Error;

/// The weighted sum of the inputs `x` (n values) with the weights `w` (n values), plus the bias `b`.
///
/// Terms are added from the first to the last and the bias comes at the end, so that every machine
/// rounds alike.
///
/// ```
/// use neurons::weighted_sum;
/// // The Perceptron article: 0.05 + 0.36 + 0.0 = 0.41
/// let z = weighted_sum(&[0.5, -1.2], &[0.1, -0.3], 0.0)?;
/// assert_eq!(format!("{z:.2}"), "0.41");
/// approx::assert_abs_diff_eq!(z, 0.41, epsilon = 1e-12);
/// # Ok::<(), neurons::Error>(())
/// ```
///
/// # Errors
/// [`Error::Lengths`] unless there is one weight for each input, [`Error::Empty`] for none at all.
// ANCHOR: weighted_sum
pub fn weighted_sum(x: &[f64], w: &[f64], b: f64) -> Result<f64, Error> {
    check(x, w)?;
    // z = x₁w₁ + x₂w₂ + … + xₙwₙ + b
    let mut z = 0.0;
    for (xi, wi) in x.iter().zip(w) {
        z += xi * wi;
    }
    Ok(z + b)
}
// ANCHOR_END: weighted_sum

/// Refuses what cannot be paired: `zip` would drop the surplus without a word.
fn check(x: &[f64], w: &[f64]) -> Result<(), Error> {
    match (x.len(), w.len()) {
        (0, 0) => Err(Error::Empty),
        (inputs, weights) if inputs != weights => {
            Err(Error::Lengths { inputs, weights })
        }
        _ => Ok(()),
    }
}
