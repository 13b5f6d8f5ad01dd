//! Points learned from, and points never met.

use neurons::{Neuron, Point};
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use show::{InputValues, Outputs};
use weights::{
    Error, draw_points, mean_loss, share_right, squared_error_derivative,
    standard_normal,
};

show::inputs! {
    /// A neuron learns some points of a made-up world and is asked about others.
    pub struct Generalise = "generalise" {
        /// how many points it learns from
        points = 20.0 in 10.0..=40.0 by 10.0,
        /// how many of its inputs have nothing to do with the answer
        idle = 18.0 in 0.0..=20.0 by 1.0,
        /// how strong the noise is
        noise = 0.5 in 0.0..=1.0 by 0.1,
        /// the learning rate
        rate = 2.0 in 0.5..=4.0 by 0.5,
        /// how many steps are made
        steps = 100.0 in 20.0..=100.0 by 20.0,
        /// how many new points it is asked about
        fresh = 1000.0 in 200.0..=1000.0 by 200.0,
        /// the seed of the world
        seed = 1.0 in 1.0..=20.0 by 1.0,
    }
}

/// How a neuron did on the points that it learned and on the ones that it had never met.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Report {
    /// The mean loss on the points that it learned.
    learned_loss: f64,
    /// The mean loss on fresh points.
    fresh_loss: f64,
    /// The share of the points it learned that it answers rightly.
    learned_right: f64,
    /// The share of the fresh points that it answers rightly.
    fresh_right: f64,
    /// The share of the points it learned that the world's own rule answers rightly, having no part
    /// in the noise.
    rule_learned_right: f64,
    /// The same of the fresh points.
    rule_fresh_right: f64,
}

/// A made-up world: the points that the neuron is asked about, and those that it may learn from.
pub(crate) struct World {
    given: Generalise,
    fresh: Vec<Point>,
    learned: Vec<Point>,
    /// The generator after each number of points learned: the weights to start from are drawn there.
    after: Vec<Pcg64>,
}

impl Generalise {
    /// This world with so many `idle` inputs and up to so many `points` to learn from. The fresh
    /// points are drawn first, so that they are the same for every number of points learned.
    ///
    /// # Errors
    /// None within the ranges.
    pub(crate) fn world(&self, points: usize, idle: usize) -> show::Result<World> {
        self.check()?;
        let mut rng = Pcg64::seed_from_u64(self.seed as u64);
        let fresh = draw_points(self.fresh as usize, idle, self.noise, &mut rng)?;
        let (mut learned, mut after) = (Vec::new(), vec![rng.clone()]);
        for _ in 0..points {
            learned.extend(draw_points(1, idle, self.noise, &mut rng)?);
            after.push(rng.clone());
        }
        Ok(World {
            given: *self,
            fresh,
            learned,
            after,
        })
    }
}

impl World {
    /// So many points to learn from, and the neuron that has learned from them.
    fn learned(&self, points: usize) -> show::Result<(&[Point], Neuron)> {
        let drawn = self.learned.get(..points).zip(self.after.get(points));
        let (learned, rng) = drawn.ok_or("there are not so many points")?;
        let (mut rng, Generalise { rate, steps, .. }) = (rng.clone(), self.given);
        let inputs = learned.first().map_or(0, |point| point.x.len());
        let start = Neuron {
            weights: (0..inputs)
                .map(|_| 0.1 * standard_normal(&mut rng))
                .collect(),
            bias: 0.0,
        };
        Ok((learned, descended(start, learned, rate, steps as usize)?))
    }

    /// The mean losses on so many points learned and on the fresh ones.
    ///
    /// # Errors
    /// None within the ranges.
    pub(crate) fn losses(&self, points: usize) -> show::Result<[f64; 2]> {
        let (learned, neuron) = self.learned(points)?;
        Ok([
            mean_loss(&neuron, learned)?,
            mean_loss(&neuron, &self.fresh)?,
        ])
    }

    /// The report for so many points.
    ///
    /// # Errors
    /// None within the ranges.
    fn report(&self, points: usize) -> show::Result<Report> {
        let (learned, neuron) = self.learned(points)?;
        let fresh = &self.fresh;
        let mut weights = vec![1.0, -0.5];
        weights.resize(neuron.weights.len(), 0.0);
        let rule = Neuron { weights, bias: 0.0 };
        Ok(Report {
            learned_loss: mean_loss(&neuron, learned)?,
            fresh_loss: mean_loss(&neuron, fresh)?,
            learned_right: share_right(&neuron, learned)?,
            fresh_right: share_right(&neuron, fresh)?,
            rule_learned_right: share_right(&rule, learned)?,
            rule_fresh_right: share_right(&rule, fresh)?,
        })
    }
}

/// The neuron after so many `steps` of [`descent`](crate::descent()), to the same bits: it moves in
/// place, where that one makes a new neuron at each step.
///
/// # Errors
/// As [`descent`](crate::descent()).
pub fn descended(
    mut neuron: Neuron,
    points: &[Point],
    rate: f64,
    steps: usize,
) -> Result<Neuron, Error> {
    mean_loss(&neuron, points)?;
    let m = points.len() as f64;
    let mut mean = vec![0.0; neuron.weights.len()];
    for _ in 0..steps {
        mean.fill(0.0);
        let mut mean_bias = 0.0;
        for Point { x, t } in points {
            let z = neuron.z(x)?;
            // σ(z) and σ(−z), with one exponential for both
            let e = libm::exp(-z.abs());
            let (large, little) = (1.0 / (1.0 + e), e / (1.0 + e));
            let (y, mirror) = if z >= 0.0 {
                (large, little)
            } else {
                (little, large)
            };
            // δ = 2 (y − t) · σ′(z), where σ′(z) = σ(z) · σ(−z)
            let delta = squared_error_derivative(y, *t) * (y * mirror);
            for (sum, xi) in mean.iter_mut().zip(x) {
                *sum += delta * xi / m;
            }
            mean_bias += delta / m;
        }
        for (wi, derivative) in neuron.weights.iter_mut().zip(&mean) {
            *wi -= rate * derivative;
        }
        neuron.bias -= rate * mean_bias;
    }
    Ok(neuron)
}

/// Losses and shares of right answers on the points learned and on fresh ones: with all inputs
/// (`learned_loss`, `fresh_loss`, `learned_right`, `fresh_right`), with ten times as many points
/// (`more_…`), and without the idle inputs (`plain_…`). What the rule behind the world gets right
/// itself is `rule_…`; `inputs` is how many inputs there are.
///
/// # Errors
/// None within the ranges.
pub fn generalise(world: &Generalise) -> show::Result<Outputs> {
    world.check()?;
    let (points, idle) = (world.points as usize, world.idle as usize);
    let (here, without) = (world.world(10 * points, idle)?, world.world(points, 0)?);
    let all = here.report(points)?;
    let more = here.report(10 * points)?;
    let plain = without.report(points)?;
    Ok(Outputs::new()
        .with("inputs", 2.0 + world.idle)
        .with("learned_loss", all.learned_loss)
        .with("fresh_loss", all.fresh_loss)
        .with("learned_right", all.learned_right)
        .with("fresh_right", all.fresh_right)
        .with("rule_fresh_right", all.rule_fresh_right)
        .with("more_points", 10.0 * world.points)
        .with("more_learned_right", more.learned_right)
        .with("more_fresh_right", more.fresh_right)
        .with("plain_learned_right", plain.learned_right)
        .with("plain_fresh_right", plain.fresh_right)
        .with("plain_rule_learned_right", plain.rule_learned_right)
        .with("plain_rule_fresh_right", plain.rule_fresh_right))
}
