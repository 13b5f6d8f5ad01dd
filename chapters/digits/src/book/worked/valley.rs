//! Gradient descent in a long, narrow valley, with and without momentum.

use digits::Options;
use show::Outputs;

/// How the loss rises with each of the two weights: L = ½ Σ steepness·w².
const STEEPNESS: [f64; 2] = [1.0, 40.0];

/// Where both begin.
const START: [f64; 2] = [-9.0, 1.2];

/// How far a step goes.
const RATE: f64 = 0.045;

/// How many steps both take.
const STEPS: usize = 40;

/// The loss at `w`.
pub(crate) fn loss(w: [f64; 2]) -> f64 {
    w.iter()
        .zip(STEEPNESS)
        .fold(0.0, |sum, (w, s)| sum + 0.5 * s * w * w)
}

/// The places that the descent visits, with this `momentum`.
pub(crate) fn path(momentum: f64) -> Vec<[f64; 2]> {
    let (mut w, mut v) = (START, [0.0; 2]);
    let mut path = vec![w];
    for _ in 0..STEPS {
        for i in 0..2 {
            v[i] = momentum * v[i] + STEEPNESS[i] * w[i];
            w[i] -= RATE * v[i];
        }
        path.push(w);
    }
    path
}

/// The momentum of the second descent.
pub(crate) const MOMENTUM: f64 = 0.7;

/// The loss at the start, and at the end of both descents.
///
/// # Errors
/// None.
pub fn valley() -> show::Result<Outputs> {
    let end = |momentum| path(momentum).last().map_or(f64::NAN, |w| loss(*w));
    Ok(Outputs::new()
        .with("steps", STEPS as f64)
        .with("rate", RATE)
        .with("momentum", MOMENTUM)
        .with("steep", STEEPNESS[1] / STEEPNESS[0])
        .with("start", loss(START))
        .with("plain", end(0.0))
        .with("with", end(MOMENTUM))
        .with("with_more", end(Options::default().momentum)))
}
