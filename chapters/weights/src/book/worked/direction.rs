//! A step of one length, in every direction.

use neurons::{Neuron, sigmoid};
use show::{InputValues, Outputs};
use weights::book::worked::notebook_neuron;
use weights::{gradient, squared_error};

show::inputs! {
    /// A step of one length in any direction: the notebook's neuron turns its first weight and its bias.
    pub struct Direction = "direction" {
        /// the direction in degrees
        angle = 270.0 in 0.0..=360.0 by 5.0,
        /// how long the step is
        length = 0.1 in 0.05..=1.0 by 0.05,
        /// the input of the first weight
        x1 = 0.5 in -2.0..=2.0 by 0.1,
        /// the target
        t = 0.4 in 0.05..=0.95 by 0.05,
    }
}

impl Direction {
    /// The first weight and the bias before the step.
    pub const START: [f64; 2] = [0.4, 0.1];

    /// The inputs.
    fn x(&self) -> [f64; 3] {
        [self.x1, 0.3, 0.1]
    }

    /// The loss with this first weight and this bias.
    ///
    /// # Errors
    /// None: the shapes fit.
    pub fn loss(&self, [w1, b]: [f64; 2]) -> show::Result<f64> {
        let neuron = Neuron {
            weights: vec![w1, 0.2, 0.6],
            bias: b,
        };
        Ok(squared_error(neuron.output(&self.x(), sigmoid)?, self.t))
    }

    /// The derivatives of the loss in the first weight and in the bias.
    ///
    /// # Errors
    /// None: the shapes fit.
    pub fn gradient(&self) -> show::Result<[f64; 2]> {
        let gradient = gradient(&notebook_neuron(), &self.x(), self.t)?;
        let g1 = gradient.weights.first().copied().unwrap_or(f64::NAN);
        Ok([g1, gradient.bias])
    }

    /// The step in this direction, in degrees.
    pub fn step(&self, angle: f64) -> [f64; 2] {
        let radians = angle.to_radians();
        [
            self.length * libm::cos(radians),
            self.length * libm::sin(radians),
        ]
    }

    /// By how much the step changes the loss.
    ///
    /// # Errors
    /// None: the shapes fit.
    pub fn changed(&self, angle: f64) -> show::Result<f64> {
        let ([w1, b], [dw, db]) = (Self::START, self.step(angle));
        Ok(self.loss([w1 + dw, b + db])? - self.loss([w1, b])?)
    }

    /// The same by the gradient alone: its dot product with the step.
    ///
    /// # Errors
    /// None: the shapes fit.
    pub fn promised(&self, angle: f64) -> show::Result<f64> {
        let ([g1, gb], [dw, db]) = (self.gradient()?, self.step(angle));
        Ok(g1 * dw + gb * db)
    }

    /// The direction straight against the gradient, in degrees from 0 to 360.
    ///
    /// # Errors
    /// None: the shapes fit.
    pub fn against(&self) -> show::Result<f64> {
        let [g1, gb] = self.gradient()?;
        Ok(libm::atan2(gb, g1).to_degrees() + 180.0)
    }
}

/// The two derivatives, `g1` and `gb`, and the length of the gradient, `norm`. What the step is
/// `promised` to change and what it `changed`; what is promised for a step of the same length on the
/// weight alone (`w1_only`), on the bias alone (`b_only`), on both alike (`even`) and against the
/// gradient (`best`), which is at `best_angle`.
///
/// ```
/// use weights::book::worked::{Direction, direction};
/// let outputs = direction(&Direction::default()).unwrap();
/// let of = |name| outputs.get(name).unwrap();
/// // A tenth of each slope; and a tenth of √(0.0487² + 0.0974²).
/// assert_eq!(format!("{:.4} {:.4}", of("w1_only"), of("b_only")), "-0.0049 -0.0097");
/// assert_eq!(format!("{:.4} {:.4}", of("norm"), of("best")), "0.1089 -0.0109");
/// ```
///
/// # Errors
/// None within the ranges.
pub fn direction(step: &Direction) -> show::Result<Outputs> {
    step.check()?;
    let [g1, gb] = step.gradient()?;
    let norm = libm::hypot(g1, gb);
    Ok(Outputs::new()
        .with("g1", g1)
        .with("gb", gb)
        .with("norm", norm)
        .with("promised", step.promised(step.angle)?)
        .with("changed", step.changed(step.angle)?)
        .with("w1_only", -step.length * g1.abs())
        .with("b_only", -step.length * gb.abs())
        .with(
            "even",
            -step.length * (g1.abs() + gb.abs()) * std::f64::consts::FRAC_1_SQRT_2,
        )
        .with("best", -step.length * norm)
        .with("best_angle", step.against()?))
}
