//! Random weights to start from: one seed gives the same numbers on every machine.

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;
use weights::Error;

/// One draw from the standard normal distribution (mean 0, standard deviation 1).
///
/// Two uniform draws make one normal deviate, by the transform of Box and Muller; its other half,
/// with a sine for the cosine, is not used. Logarithm and cosine come from `libm`, so a seed gives
/// the same deviates on every machine.
///
/// Source: G. E. P. Box and M. E. Muller, "A note on the generation of random normal deviates",
/// Annals of Mathematical Statistics 29 (1958).
///
/// ```
/// use rand_pcg::{Pcg64, rand_core::SeedableRng};
/// use weights::standard_normal;
/// let mut rng = Pcg64::seed_from_u64(7);
/// let n = 10_000;
/// let mean = (0..n).map(|_| standard_normal(&mut rng)).sum::<f64>() / n as f64;
/// assert!(mean.abs() < 0.05);
/// ```
// ANCHOR: standard_normal
pub fn standard_normal(rng: &mut Pcg64) -> f64 {
    // u₁ in (0, 1], so that its logarithm is finite; u₂ in [0, 1)
    let u1 = 1.0 - rng.random::<f64>();
    let u2 = rng.random::<f64>();
    // √(−2 ln u₁) · cos(2π u₂)
    (-2.0 * libm::log(u1)).sqrt() * libm::cos(std::f64::consts::TAU * u2)
}
// ANCHOR_END: standard_normal

/// `n` weights to start from: a tenth of a standard normal deviate each, as the Perceptron article
/// has it. One seed, one set of weights.
///
/// ```
/// use weights::small_normal;
/// assert_eq!(small_normal(3, 7)?, small_normal(3, 7)?);
/// assert_ne!(small_normal(3, 7)?, small_normal(3, 8)?);
/// # Ok::<(), weights::Error>(())
/// ```
///
/// # Errors
/// [`Error::TooMany`] for more than 2²⁸ weights.
// ANCHOR: small_normal
pub fn small_normal(n: usize, seed: u64) -> Result<Vec<f64>, Error> {
    check(n)?;
    let mut rng = Pcg64::seed_from_u64(seed);
    // wᵢ = 0.1 · N(0, 1)
    Ok((0..n).map(|_| 0.1 * standard_normal(&mut rng)).collect())
}
// ANCHOR_END: small_normal

/// Refuses more weights than any network of the book could use.
fn check(n: usize) -> Result<(), Error> {
    const MOST: usize = 1 << 28;
    match n {
        0..=MOST => Ok(()),
        asked => Err(Error::TooMany { asked, most: MOST }),
    }
}
