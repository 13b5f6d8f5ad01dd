//! Many steps downhill, on many points at once.

use neurons::{Neuron, Point, sigmoid};
use weights::{Error, Gradient, gradient, squared_error, updated};

/// The mean squared error of a sigmoid neuron over `points`.
///
/// # Errors
/// [`Error::NoPoints`] without points, [`Error::Neuron`] for the first that does not fit.
// ANCHOR: mean_loss
pub fn mean_loss(neuron: &Neuron, points: &[Point]) -> Result<f64, Error> {
    // L = (L₁ + L₂ + … + Lₘ) / m
    let mut sum = 0.0;
    for Point { x, t } in points {
        sum += squared_error(neuron.output(x, sigmoid)?, *t);
    }
    let m = count(points)?;
    Ok(sum / m)
}
// ANCHOR_END: mean_loss

/// The gradient of the [mean loss](mean_loss): the mean of the points' own gradients.
///
/// # Errors
/// As [`mean_loss`].
// ANCHOR: mean_gradient
pub fn mean_gradient(neuron: &Neuron, points: &[Point]) -> Result<Gradient, Error> {
    // ∂L/∂wᵢ = (∂L₁/∂wᵢ + ∂L₂/∂wᵢ + … + ∂Lₘ/∂wᵢ) / m
    let m = count(points)?;
    let mut mean = Gradient {
        weights: vec![0.0; neuron.weights.len()],
        bias: 0.0,
    };
    for Point { x, t } in points {
        let one = gradient(neuron, x, *t)?;
        for (sum, derivative) in mean.weights.iter_mut().zip(one.weights) {
            *sum += derivative / m;
        }
        mean.bias += one.bias / m;
    }
    Ok(mean)
}
// ANCHOR_END: mean_gradient

/// How many points there are, as a number to divide by.
fn count(points: &[Point]) -> Result<f64, Error> {
    match points.len() {
        0 => Err(Error::NoPoints),
        m => Ok(m as f64),
    }
}

/// One step of descent on all `points` together.
///
/// # Errors
/// As [`mean_loss`].
// ANCHOR: step
pub fn step(neuron: &Neuron, points: &[Point], rate: f64) -> Result<Neuron, Error> {
    updated(neuron, &mean_gradient(neuron, points)?, rate)
}
// ANCHOR_END: step

/// Gradient descent: the neuron as it starts, after one step, after two, and so on to the last of
/// `steps` steps.
///
/// ```
/// use neurons::{Neuron, Point};
/// use weights::{descent, mean_loss};
/// let start = Neuron { weights: vec![0.4, 0.2, 0.6], bias: 0.1 };
/// let points = [Point { x: vec![0.5, 0.3, 0.1], t: 0.4 }];
/// let path = descent(&start, &points, 5.0, 50)?;
/// assert_eq!(path.len(), 51);
/// assert_eq!(path[0], start);
/// assert!(mean_loss(&path[50], &points)? < 1e-12);
/// # Ok::<(), weights::Error>(())
/// ```
///
/// # Errors
/// As [`mean_loss`], at the first step.
// ANCHOR: descent
pub fn descent(
    start: &Neuron,
    points: &[Point],
    rate: f64,
    steps: usize,
) -> Result<Vec<Neuron>, Error> {
    let mut neuron = start.clone();
    let mut path = vec![neuron.clone()];
    for _ in 0..steps {
        neuron = step(&neuron, points, rate)?;
        path.push(neuron.clone());
    }
    Ok(path)
}
// ANCHOR_END: descent
