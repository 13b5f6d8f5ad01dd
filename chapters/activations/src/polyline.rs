//! A layer of ReLUs that follows a curve: every ReLU adds one bend.

use activations::{Error, Linear, relu};
use ndarray::Array2;

/// A layer of ReLUs and a neuron that adds them up: a line that bends wherever a ReLU begins.
///
/// ```
/// use activations::Polyline;
/// let points = [(0.0, 1.0), (1.0, 3.0), (2.0, 2.0), (3.0, 3.0), (4.0, 1.0)];
/// let line = Polyline::through(&points)?;
/// assert_eq!(line.bends(), [2.0, -3.0, 2.0, -3.0]);
/// assert_eq!(line.value(2.0)?, 2.0); // at a point
/// assert_eq!(line.value(2.5)?, 2.5); // half-way to the next
/// assert_eq!(line.value(6.0)?, -3.0); // beyond the last: straight on
/// # Ok::<(), activations::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Polyline {
    hidden: Linear,
    output: Linear,
}

impl Polyline {
    /// The line through `points`, each a place and the target there: one ReLU for each piece.
    ///
    /// # Errors
    /// [`Error::Points`] for fewer than two points, [`Error::Places`] where a place is not to the right
    /// of the one before.
    // ANCHOR: through
    pub fn through(points: &[(f64, f64)]) -> Result<Self, Error> {
        let first = check(points)?;
        let (mut starts, mut weights, mut before) = (Vec::new(), Vec::new(), 0.0);
        for (&(x0, t0), &(x1, t1)) in points.iter().zip(points.iter().skip(1)) {
            // sₖ = (tₖ − tₖ₋₁) / (xₖ − xₖ₋₁)
            let slope = (t1 - t0) / (x1 - x0);
            // hidden neuron k: zₖ = 1 · x − xₖ₋₁
            starts.push(-x0);
            // its weight in the sum: wₖ = sₖ − sₖ₋₁
            weights.push(slope - before);
            before = slope;
        }
        Ok(Self::new(starts, weights, first))
    }
    // ANCHOR_END: through

    /// The layers, from the biases of the hidden neurons and the weights and the bias of the last.
    fn new(starts: Vec<f64>, weights: Vec<f64>, bias: f64) -> Self {
        let n = weights.len();
        let mut row = Array2::zeros((1, n));
        row.iter_mut().zip(weights).for_each(|(cell, w)| *cell = w);
        let hidden = Linear {
            weights: Array2::ones((n, 1)),
            bias: starts,
        };
        let output = Linear {
            weights: row,
            bias: vec![bias],
        };
        Self { hidden, output }
    }

    /// The network's output for the input `x`. NaN gives NaN.
    ///
    /// # Errors
    /// None that can happen: the layers fit.
    // ANCHOR: value
    pub fn value(&self, x: f64) -> Result<f64, Error> {
        // hₖ = ReLU(x − xₖ₋₁)
        let h: Vec<f64> = self.hidden.forward(&[x])?.into_iter().map(relu).collect();
        // y = w₁ h₁ + w₂ h₂ + … + wₙ hₙ + t₀
        Ok(self.output.forward(&h)?.iter().sum())
    }
    // ANCHOR_END: value

    /// The weight of each ReLU: by how much the line's slope changes where it begins.
    pub fn bends(&self) -> Vec<f64> {
        self.output.weights.iter().copied().collect()
    }

    /// How far the line is from the curve `g` at worst, between the first of the `places` and the last:
    /// looked up at 64 points of every piece between two of them.
    ///
    /// # Errors
    /// As [`value`](Self::value).
    pub fn largest_error(
        &self,
        g: impl Fn(f64) -> f64,
        places: &[f64],
    ) -> Result<f64, Error> {
        let mut worst = 0.0_f64;
        for (from, to) in places.iter().zip(places.iter().skip(1)) {
            for step in 0..=64 {
                let x = from + (to - from) * f64::from(step) / 64.0;
                worst = worst.max((self.value(x)? - g(x)).abs());
            }
        }
        Ok(worst)
    }
}

/// Whether a line can go through the points, from left to right; returns the target of the first.
fn check(points: &[(f64, f64)]) -> Result<f64, Error> {
    let [(_, first), _, ..] = points else {
        return Err(Error::Points {
            given: points.len(),
        });
    };
    for (at, ((before, _), (after, _))) in (1..).zip(points.iter().zip(&points[1..])) {
        let grows = before < after;
        if !grows {
            return Err(Error::Places { at });
        }
    }
    Ok(*first)
}
