//! Weights before anything is learned.

use rand_pcg::{Pcg64, rand_core::SeedableRng};
use show::{InputValues, Outputs};
use weights::{small_normal, standard_normal};

show::inputs! {
    /// Weights before anything is learned.
    pub struct Fresh = "fresh-weights" {
        /// the seed
        seed = 7.0 in 0.0..=100.0 by 1.0,
        /// how many are drawn to measure their mean and spread
        draws = 10000.0 in 1000.0..=20000.0 by 1000.0,
    }
}

/// The first three small weights of the seed, and over many draws their `mean`, their `spread` (the
/// root of the mean square) and the share `within` a tenth of 0.
///
/// # Errors
/// None within the ranges.
pub fn fresh_weights(fresh: &Fresh) -> show::Result<Outputs> {
    fresh.check()?;
    let seed = fresh.seed as u64;
    let mut rng = Pcg64::seed_from_u64(seed);
    let (mut sum, mut squares, mut within) = (0.0, 0.0, 0.0);
    for _ in 0..fresh.draws as usize {
        let weight = 0.1 * standard_normal(&mut rng);
        sum += weight;
        squares += weight * weight;
        within += f64::from(weight.abs() < 0.1);
    }
    Ok(Outputs::new()
        .with_each("w", small_normal(3, seed)?)
        .with("mean", sum / fresh.draws)
        .with("spread", (squares / fresh.draws).sqrt())
        .with("within", within / fresh.draws))
}
