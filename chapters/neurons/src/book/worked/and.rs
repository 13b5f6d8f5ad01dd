//! Rosenblatt's perceptron learns AND.

use neurons::{Neuron, Point, pass};
use show::Outputs;

show::inputs! {
    /// Rosenblatt's perceptron learns AND.
    pub struct And = "learning-and" {
        /// the first weight to start from
        w1 = 0.0 in -5.0..=5.0 by 0.5,
        /// the second weight to start from
        w2 = 0.0 in -5.0..=5.0 by 0.5,
        /// the bias to start from
        b = 0.0 in -5.0..=5.0 by 0.5,
    }
}

/// The four points of AND: 1 where both inputs are 1.
pub fn and_points() -> Vec<Point> {
    [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
        .map(|(x1, x2)| Point {
            x: vec![x1, x2],
            t: x1 * x2,
        })
        .to_vec()
}

/// How many `passes` over the four points Rosenblatt's rule needs until one goes by without a
/// mistake, how many `corrections` it makes, and the weights `end_w1`, `end_w2` and bias `end_b`
/// that it ends with.
///
/// # Errors
/// A refusal after a thousand passes; starts within the ranges need a few dozen at most.
pub fn learning_and(and: &And) -> show::Result<Outputs> {
    let mut neuron = Neuron {
        weights: vec![and.w1, and.w2],
        bias: and.b,
    };
    let (points, mut corrections) = (and_points(), 0);
    for passes in 1..=1000 {
        let (next, wrong) = pass(&neuron, &points)?;
        corrections += wrong;
        if wrong == 0 {
            return Ok(Outputs::new()
                .with("passes", f64::from(passes))
                .with("corrections", corrections as f64)
                .with_each("end_w", neuron.weights)
                .with("end_b", neuron.bias));
        }
        neuron = next;
    }
    Err("a thousand passes were not enough".into())
}
