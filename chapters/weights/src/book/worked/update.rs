//! A gradient, and one update by it.

use neurons::{Neuron, sigmoid, sigmoid_derivative};
use show::Outputs;
use weights::{gradient, squared_error, squared_error_derivative, updated};

show::inputs! {
    /// One update of the notebook's neuron.
    pub struct Update = "update" {
        /// the first input
        x1 = 0.5 in -2.0..=2.0 by 0.1,
        /// the second input
        x2 = 0.3 in -2.0..=2.0 by 0.1,
        /// the third input
        x3 = 0.1 in -2.0..=2.0 by 0.1,
        /// the first weight
        w1 = 0.4 in -2.0..=2.0 by 0.1,
        /// the second weight
        w2 = 0.2 in -2.0..=2.0 by 0.1,
        /// the third weight
        w3 = 0.6 in -2.0..=2.0 by 0.1,
        /// the bias
        b = 0.1 in -2.0..=2.0 by 0.1,
        /// the target
        t = 0.4 in 0.0..=1.0 by 0.05,
        /// the learning rate
        rate = 0.1 in 0.0..=20.0 by 0.1,
    }
}

impl Update {
    /// The inputs.
    pub fn x(&self) -> [f64; 3] {
        [self.x1, self.x2, self.x3]
    }

    /// The neuron before the update.
    pub fn neuron(&self) -> Neuron {
        Neuron {
            weights: vec![self.w1, self.w2, self.w3],
            bias: self.b,
        }
    }
}

/// The `z` that gives the target exactly, and what one number would have to be to get the neuron
/// there while the others stay: `w1`, `w2`, `w3` or `b`.
///
/// # Errors
/// A refusal where no number does: an input of 0, or a target of 0 or 1.
pub fn one_knob(given: &Update) -> show::Result<Outputs> {
    let (x, neuron, t) = (given.x(), given.neuron(), given.t);
    if t <= 0.0 || t >= 1.0 {
        return Err(
            "a sigmoid never answers 0 or 1: no number brings it to that target".into(),
        );
    }
    if x.contains(&0.0) {
        return Err(
            "an input of 0 takes its weight out of the matter: no number is right"
                .into(),
        );
    }
    // σ(z) = t where z = ln(t / (1 − t))
    let z = libm::log(t / (1.0 - t));
    let missing = z - neuron.z(&x)?;
    let weights = neuron.weights.iter().zip(x);
    Ok(Outputs::new()
        .with("z", z)
        .with_each("w", weights.map(|(w, x)| w + missing / x))
        .with("b", neuron.bias + missing))
}

/// The output `y` and its `loss`; the two derivatives `loss_derivative` and `sigmoid_derivative` and their product
/// `delta`; the gradient `g1`, `g2`, `g3`; the steps `step_w1`, `step_w2`, `step_w3`, `step_b` and what each
/// of them adds to the change of the loss, `part_w1`, `part_w2`, `part_w3`, `part_b`; the `new_w1`, `new_w2`, `new_w3`, `new_b`; with them the
/// output `new_y` and its `new_loss`; the change of the loss that the gradient `promised` and the one
/// that came of it, `changed`.
///
/// ```
/// use weights::book::worked::{Update, update};
/// let outputs = update(&Update::default()).unwrap();
/// let of = |name| outputs.get(name).unwrap();
/// // What the notebook prints …
/// let printed = ["new_w1", "new_w2", "new_w3"].map(|name| format!("{:.8}", of(name)));
/// assert_eq!(printed, ["0.39513082", "0.19707849", "0.59902616"]);
/// assert_eq!(of("new_b"), 0.09026164910025532);
/// // … and the numbers behind it.
/// approx::assert_abs_diff_eq!(of("y"), 0.6034832498647263, epsilon = 1e-12);
/// approx::assert_abs_diff_eq!(of("new_w1"), 0.39513082455012766, epsilon = 1e-12);
/// approx::assert_abs_diff_eq!(of("new_w2"), 0.1970784947300766, epsilon = 1e-12);
/// approx::assert_abs_diff_eq!(of("new_w3"), 0.5990261649100255, epsilon = 1e-12);
/// ```
///
/// # Errors
/// None: the shapes fit.
pub fn update(given: &Update) -> show::Result<Outputs> {
    let (x, neuron, t) = (given.x(), given.neuron(), given.t);
    let (z, y) = (neuron.z(&x)?, neuron.output(&x, sigmoid)?);
    let gradient = gradient(&neuron, &x, t)?;
    let new = updated(&neuron, &gradient, given.rate)?;
    let new_y = new.output(&x, sigmoid)?;
    // Each parameter moves by −η times its derivative, and the loss by its derivative times that.
    let (step, part) = (|g: f64| -given.rate * g, |g: f64| -given.rate * g * g);
    let steepness = gradient.weights.iter().map(|g| g * g).sum::<f64>()
        + gradient.bias * gradient.bias;
    Ok(Outputs::new()
        .with("y", y)
        .with("loss", squared_error(y, t))
        .with("loss_derivative", squared_error_derivative(y, t))
        .with("sigmoid_derivative", sigmoid_derivative(z))
        .with("delta", gradient.bias)
        .with_each("step_w", gradient.weights.iter().map(|g| step(*g)))
        .with("step_b", step(gradient.bias))
        .with_each("part_w", gradient.weights.iter().map(|g| part(*g)))
        .with("part_b", part(gradient.bias))
        .with_each("g", gradient.weights)
        .with_each("new_w", new.weights)
        .with("new_b", new.bias)
        .with("new_y", new_y)
        .with("new_loss", squared_error(new_y, t))
        .with("promised", -given.rate * steepness)
        .with("changed", squared_error(new_y, t) - squared_error(y, t)))
}
