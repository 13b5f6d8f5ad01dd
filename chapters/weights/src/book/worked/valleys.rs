//! A loss over one weight that has two minima.

use neurons::{Neuron, Point};
use show::{InputValues, Outputs};
use weights::{mean_gradient, mean_loss};

show::inputs! {
    /// Descent on one weight from two starts. The loss has two valleys.
    pub struct TwoValleys = "two-valleys" unfolding steps {
        /// where the first ball starts
        left = 0.0 in -1.0..=7.0 by 0.25,
        /// where the second ball starts
        right = 2.5 in -1.0..=7.0 by 0.25,
        /// the learning rate
        rate = 2.0 in 0.5..=8.0 by 0.5,
        /// how many steps are made
        steps = 60.0 in 0.0..=60.0 by 1.0,
    }
}

/// Where the two points of the valleys are, and what their targets are.
const POINTS: [(f64, f64); 2] = [(3.0, 0.4), (1.0, 0.8)];

/// The bias of their neuron, which is held still.
const BIAS: f64 = -3.0;

impl TwoValleys {
    fn points() -> Vec<Point> {
        POINTS.map(|(x, t)| Point { x: vec![x], t }).to_vec()
    }

    fn neuron(w: f64) -> Neuron {
        Neuron {
            weights: vec![w],
            bias: BIAS,
        }
    }

    /// The mean loss with this weight.
    ///
    /// # Errors
    /// None: the shapes fit.
    pub fn loss(w: f64) -> show::Result<f64> {
        Ok(mean_loss(&Self::neuron(w), &Self::points())?)
    }

    /// Its derivative.
    ///
    /// # Errors
    /// None: the shapes fit.
    pub fn derivative(w: f64) -> show::Result<f64> {
        let gradient = mean_gradient(&Self::neuron(w), &Self::points())?;
        Ok(gradient.weights.first().copied().unwrap_or(f64::NAN))
    }

    /// The weight before the first step and after each, from one start.
    ///
    /// # Errors
    /// None within the ranges.
    pub fn path(&self, start: f64) -> show::Result<Vec<f64>> {
        self.check()?;
        let mut path = vec![start];
        let mut w = start;
        for _ in 0..self.steps as usize {
            w -= self.rate * Self::derivative(w)?;
            path.push(w);
        }
        Ok(path)
    }

    /// Where the derivative is zero: the first minimum, the top between, and the second minimum.
    ///
    /// # Errors
    /// None: the shapes fit.
    pub fn flat() -> show::Result<[f64; 3]> {
        let mut flat = [0.0; 3];
        for (place, (low, high)) in
            flat.iter_mut().zip([(0.0, 1.5), (1.5, 3.0), (3.0, 7.0)])
        {
            *place = zero(low, high)?;
        }
        Ok(flat)
    }
}

/// The one place between two weights where the derivative changes its sign, by halving.
fn zero(mut low: f64, mut high: f64) -> show::Result<f64> {
    let rises = TwoValleys::derivative(high)? > 0.0;
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if (TwoValleys::derivative(middle)? > 0.0) == rises {
            high = middle;
        } else {
            low = middle;
        }
    }
    Ok(f64::midpoint(low, high))
}

/// Where both descents end, `end1` and `end2`, with which losses, `loss1` and `loss2`, and with which
/// derivatives, `slope1` and `slope2`.
///
/// ```
/// use weights::book::worked::{TwoValleys, two_valleys};
/// let outputs = two_valleys(&TwoValleys::default()).unwrap();
/// let of = |name| format!("{:.3}", outputs.get(name).unwrap());
/// assert_eq!([of("end1"), of("loss1"), of("slope1")], ["0.993", "0.237", "0.000"]);
/// assert!(outputs.get("loss2").unwrap() < 0.181);
/// ```
///
/// # Errors
/// None within the ranges.
pub fn two_valleys(valleys: &TwoValleys) -> show::Result<Outputs> {
    let mut outputs = Outputs::new();
    for (number, start) in [(1, valleys.left), (2, valleys.right)] {
        let end = valleys.path(start)?.last().copied().unwrap_or(start);
        outputs = outputs
            .with(format!("end{number}"), end)
            .with(format!("loss{number}"), TwoValleys::loss(end)?)
            .with(format!("slope{number}"), TwoValleys::derivative(end)?);
    }
    Ok(outputs)
}

/// The two points of the valleys, `x1` with the target `t1` and `x2` with `t2`, and the `bias` of their
/// neuron.
///
/// # Errors
/// None.
pub fn valley_points() -> show::Result<Outputs> {
    Ok(Outputs::new()
        .with_each("x", POINTS.map(|(x, _)| x))
        .with_each("t", POINTS.map(|(_, t)| t))
        .with("bias", BIAS))
}
