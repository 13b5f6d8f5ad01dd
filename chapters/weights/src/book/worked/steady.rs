//! A slope that stays the same, under momentum.

use show::{InputValues, Outputs};

show::inputs! {
    /// Descent with momentum on a slope that stays the same.
    pub struct Steady = "steady" {
        /// how much of its velocity a step keeps
        mu = 0.5 in 0.0..=0.9 by 0.1,
        /// the slope
        slope = 1.0 in -2.0..=2.0 by 0.5,
        /// how much is kept by custom
        usual = 0.9 in 0.8..=0.95 by 0.05,
    }
}

/// The velocity after each of the first steps, `v1` to `v4`, and the one that it comes to, `limit`:
/// `factor` times the slope. By custom it is `usual_factor` times the slope.
///
/// ```
/// use weights::book::worked::{Steady, steady};
/// let outputs = steady(&Steady::default()).unwrap();
/// let of = |name| outputs.get(name).unwrap();
/// assert_eq!(["v1", "v2", "v3", "v4"].map(of), [1.0, 1.5, 1.75, 1.875]);
/// assert_eq!(of("limit"), 2.0);
/// // There the velocity stays: half of 2, and 1.
/// assert_eq!(0.5 * of("limit") + 1.0, of("limit"));
/// ```
///
/// # Errors
/// None within the ranges.
pub fn steady(given: &Steady) -> show::Result<Outputs> {
    given.check()?;
    let mut v = 0.0;
    let velocities = [(); 4].map(|()| {
        // v ← μ v + slope
        v = given.mu * v + given.slope;
        v
    });
    // v = μ v + slope, where it stays as it is
    let factor = 1.0 / (1.0 - given.mu);
    Ok(Outputs::new()
        .with_each("v", velocities)
        .with("limit", factor * given.slope)
        .with("factor", factor)
        .with("usual_factor", 1.0 / (1.0 - given.usual)))
}
