//! Points learned from, and points never met.

use neurons::Neuron;
use plate::{Inputs, Outputs, Refusal};
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use weights::{descent, draw_points, mean_loss, share_right, standard_normal};

plate::inputs! {
    /// A neuron learns some points of a made-up world and is asked about others.
    pub struct Generalise = "generalise" {
        /// how many points it learns from
        points = 20.0 in 10.0..=100.0 by 10.0,
        /// how many of its inputs have nothing to do with the answer
        idle = 18.0 in 0.0..=30.0 by 1.0,
        /// how strong the noise is
        noise = 0.5 in 0.0..=1.0 by 0.1,
        /// the learning rate
        rate = 2.0 in 0.5..=4.0 by 0.5,
        /// how many steps are made
        steps = 100.0 in 20.0..=200.0 by 20.0,
        /// how many new points it is asked about
        fresh = 1000.0 in 200.0..=2000.0 by 200.0,
        /// the seed of the world
        seed = 1.0 in 1.0..=20.0 by 1.0,
    }
}

/// How a neuron did on the points that it learned and on the ones that it had never met.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Report {
    /// The mean loss on the points that it learned.
    pub learned_loss: f64,
    /// The mean loss on fresh points.
    pub fresh_loss: f64,
    /// The share of the points it learned that it answers rightly.
    pub learned_right: f64,
    /// The share of the fresh points that it answers rightly.
    pub fresh_right: f64,
    /// The share of the points it learned that the world's own rule answers rightly, having no part
    /// in the noise.
    pub rule_learned_right: f64,
    /// The same of the fresh points.
    pub rule_fresh_right: f64,
}

impl Generalise {
    /// The report for this world when the neuron learns `points` points of it. The fresh points are
    /// drawn first, so that they are the same for every number of points.
    ///
    /// # Errors
    /// None within the ranges.
    pub fn report(&self, points: usize, idle: usize) -> Result<Report, Refusal> {
        self.check()?;
        let mut rng = Pcg64::seed_from_u64(self.seed as u64);
        let fresh = draw_points(self.fresh as usize, idle, self.noise, &mut rng)?;
        let learned = draw_points(points, idle, self.noise, &mut rng)?;
        let start = Neuron {
            weights: (0..2 + idle)
                .map(|_| 0.1 * standard_normal(&mut rng))
                .collect(),
            bias: 0.0,
        };
        let rule = Neuron {
            weights: [1.0, -0.5].into_iter().chain(vec![0.0; idle]).collect(),
            bias: 0.0,
        };
        let neuron = descent(start, &learned, self.rate)?
            .nth(self.steps as usize)
            .ok_or("descent stopped early")?;
        Ok(Report {
            learned_loss: mean_loss(&neuron, &learned)?,
            fresh_loss: mean_loss(&neuron, &fresh)?,
            learned_right: share_right(&neuron, &learned)?,
            fresh_right: share_right(&neuron, &fresh)?,
            rule_learned_right: share_right(&rule, &learned)?,
            rule_fresh_right: share_right(&rule, &fresh)?,
        })
    }
}

/// Losses and shares of right answers on the points learned and on fresh ones: with all inputs
/// (`learned_loss`, `fresh_loss`, `learned_right`, `fresh_right`), with ten times as many points
/// (`more_…`), and without the idle inputs (`plain_…`). What the rule behind the world gets right
/// itself is `rule_…`; `inputs` is how many inputs there are.
///
/// # Errors
/// None within the ranges.
pub fn generalise(world: &Generalise) -> Result<Outputs, Refusal> {
    world.check()?;
    let (points, idle) = (world.points as usize, world.idle as usize);
    let all = world.report(points, idle)?;
    let more = world.report(10 * points, idle)?;
    let plain = world.report(points, 0)?;
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
