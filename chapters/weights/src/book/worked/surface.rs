//! The loss over two weights.

use neurons::{Neuron, Point, sigmoid};
use show::{InputValues, Outputs};
use weights::{mean_loss, step};

show::inputs! {
    /// Descent over two weights, on four points that one neuron answers without error.
    pub struct Surface = "loss-surface" unfolding steps {
        /// the first weight to start from
        w1 = -3.0 in -4.0..=4.0 by 0.25,
        /// the second weight to start from
        w2 = 3.0 in -4.0..=4.0 by 0.25,
        /// the first weight of the neuron that made the targets
        true_w1 = 2.0 in -3.0..=3.0 by 0.25,
        /// the second weight of the neuron that made the targets
        true_w2 = -1.0 in -3.0..=3.0 by 0.25,
        /// the learning rate
        rate = 5.0 in 0.5..=20.0 by 0.5,
        /// how many steps are made
        steps = 40.0 in 0.0..=100.0 by 1.0,
    }
}

impl Surface {
    /// Four points, with the answers of the neuron that descent is to find.
    ///
    /// # Errors
    /// None: the shapes fit.
    pub fn points(&self) -> show::Result<Vec<Point>> {
        let truth = Neuron {
            weights: vec![self.true_w1, self.true_w2],
            bias: 0.0,
        };
        let mut points = Vec::new();
        for x in [[1.0, 0.5], [-0.5, 1.0], [0.5, -1.2], [-1.0, -1.0]] {
            let t = truth.output(&x, sigmoid)?;
            points.push(Point { x: x.to_vec(), t });
        }
        Ok(points)
    }

    /// The weights before the first step and after each. The bias is held at 0.
    ///
    /// # Errors
    /// None within the ranges.
    pub fn path(&self) -> show::Result<Vec<[f64; 2]>> {
        self.check()?;
        let points = self.points()?;
        let mut neuron = Neuron {
            weights: vec![self.w1, self.w2],
            bias: 0.0,
        };
        let mut path = vec![[self.w1, self.w2]];
        for _ in 0..self.steps as usize {
            neuron = step(&neuron, &points, self.rate)?;
            neuron.bias = 0.0;
            if let [w1, w2] = neuron.weights[..] {
                path.push([w1, w2]);
            }
        }
        Ok(path)
    }

    /// The mean loss of the neuron with these two weights.
    ///
    /// # Errors
    /// None: the shapes fit.
    pub fn loss(points: &[Point], w: [f64; 2]) -> show::Result<f64> {
        let neuron = Neuron {
            weights: w.to_vec(),
            bias: 0.0,
        };
        Ok(mean_loss(&neuron, points)?)
    }
}

/// The loss `before` the first step and `after` the last, and the weights it ends with, `end1` and
/// `end2`.
///
/// # Errors
/// None: the shapes fit.
pub fn loss_surface(surface: &Surface) -> show::Result<Outputs> {
    let (points, path) = (surface.points()?, surface.path()?);
    let end = path.last().copied().unwrap_or([surface.w1, surface.w2]);
    let before = Surface::loss(&points, [surface.w1, surface.w2])?;
    Ok(Outputs::new()
        .with("before", before)
        .with("after", Surface::loss(&points, end)?)
        .with_each("end", end))
}
