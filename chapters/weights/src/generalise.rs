//! Does what was learned hold for points that were not there?

use neurons::{Neuron, Point, sigmoid};
use rand_pcg::Pcg64;
use weights::{Error, standard_normal};

/// `n` points of a made-up world, in which the truth is known.
///
/// The first two inputs decide: the target is 1 where x₁ − x₂/2 is positive, once a normal deviate
/// `noise` times as large as usual has been added to it, and 0 elsewhere. The `idle` further inputs
/// have nothing to do with it.
///
/// # Errors
/// [`Error::TooMany`] for more than 2²⁰ points or idle inputs.
pub fn draw_points(
    n: usize,
    idle: usize,
    noise: f64,
    rng: &mut Pcg64,
) -> Result<Vec<Point>, Error> {
    const MOST: usize = 1 << 20;
    let asked = n.max(idle).max(n.saturating_mul(idle));
    if asked > MOST {
        return Err(Error::TooMany { asked, most: MOST });
    }
    Ok((0..n).map(|_| draw_point(idle, noise, rng)).collect())
}

/// One of these points.
// ANCHOR: draw_point
fn draw_point(idle: usize, noise: f64, rng: &mut Pcg64) -> Point {
    let (x1, x2) = (standard_normal(rng), standard_normal(rng));
    // The rule is x₁ − x₂/2 > 0, and the noise comes before the decision.
    let yes = x1 - x2 / 2.0 + noise * standard_normal(rng) > 0.0;
    let mut x = vec![x1, x2];
    for _ in 0..idle {
        x.push(standard_normal(rng));
    }
    Point {
        x,
        t: if yes { 1.0 } else { 0.0 },
    }
}
// ANCHOR_END: draw_point

/// The share of `points` for which the neuron's output falls on the target's side of 1/2; a half
/// itself counts as below.
///
/// # Errors
/// [`Error::NoPoints`] without points, [`Error::Neuron`] for the first that does not fit.
pub fn share_right(neuron: &Neuron, points: &[Point]) -> Result<f64, Error> {
    if points.is_empty() {
        return Err(Error::NoPoints);
    }
    let mut right = 0;
    for Point { x, t } in points {
        if (neuron.output(x, sigmoid)? > 0.5) == (*t > 0.5) {
            right += 1;
        }
    }
    Ok(f64::from(right) / points.len() as f64)
}
