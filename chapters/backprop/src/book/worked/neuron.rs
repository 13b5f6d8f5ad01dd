//! The Perceptron article's neuron.

use activations::Activation;
use backprop::{Perceptron, rounded};
use show::Outputs;
use weights::squared_error_derivative;

show::inputs! {
    /// The Perceptron article's neuron: forward, backward and one update.
    pub struct Neuron = "perceptron" {
        /// the first input
        x1 = 0.5 in -4.0..=4.0 by 0.1,
        /// the second input
        x2 = -1.2 in -4.0..=4.0 by 0.1,
        /// the first weight
        w1 = 0.1 in -2.0..=2.0 by 0.1,
        /// the second weight
        w2 = -0.3 in -2.0..=2.0 by 0.1,
        /// the bias
        b = 0.0 in -2.0..=2.0 by 0.1,
        /// the slope of the loss at the output
        d_output = 0.2 in -2.0..=2.0 by 0.1,
        /// the learning rate
        eta = 0.1 in 0.1..=2.0 by 0.1,
        /// the decimals that a pencil keeps of every result
        decimals = 4.0 in 2.0..=12.0 by 1.0,
    }
}

impl Neuron {
    /// The inputs.
    pub fn x(&self) -> [f64; 2] {
        [self.x1, self.x2]
    }

    /// The neuron itself.
    pub fn perceptron(&self) -> Perceptron {
        Perceptron {
            weights: vec![self.w1, self.w2],
            bias: self.b,
            activation: Some(Activation::Sigmoid),
        }
    }
}

/// Every number of the article's example, at full precision.
///
/// ```
/// use backprop::book::worked::{Neuron, perceptron};
/// let outputs = perceptron(&Neuron::default()).unwrap();
/// // name, the digits that the article prints, the exact value
/// for (name, digits, exact) in [
///     ("p1", "0.05", 0.05),
///     ("p2", "0.36", 0.36),
///     ("z", "0.41", 0.41),
///     ("sigmoid", "0.6011", 0.6010878788483698),
///     ("derivative", "0.2398", 0.2397812407499373),
///     ("delta", "0.0480", 0.04795624814998747),
///     ("dw1", "0.0240", 0.023978124074993733),
///     ("db", "0.0480", 0.04795624814998747),
///     ("dx1", "0.0048", 0.004795624814998747),
///     ("dx2", "-0.0144", -0.014386874444996239),
///     ("w1_new", "0.0976", 0.09760218759250064),
///     ("w2_new", "-0.2942", -0.2942452502220015),
///     ("b_new", "-0.0048", -0.004795624814998747),
/// ] {
///     let value = outputs.get(name).unwrap();
///     let decimals = digits.len() - digits.find('.').unwrap() - 1;
///     assert_eq!(format!("{value:.decimals$}"), digits, "{name}");
///     approx::assert_abs_diff_eq!(value, exact, epsilon = 1e-12);
/// }
/// // The one that the article gets wrong: it prints -0.0576.
/// let dw2 = outputs.get("dw2").unwrap();
/// assert_eq!(format!("{dw2:.4}"), "-0.0575");
/// approx::assert_abs_diff_eq!(dw2, -0.057547497779984955, epsilon = 1e-12);
/// ```
///
/// # Errors
/// None: the shapes fit.
pub fn perceptron(input: &Neuron) -> show::Result<Outputs> {
    let (x, perceptron) = (input.x(), input.perceptron());
    let pass = perceptron.forward(&x)?;
    let gradients = perceptron.backward(&pass, input.d_output)?;
    let updated = perceptron.updated(&gradients, input.eta)?;
    Ok(Outputs::new()
        .with("p1", input.x1 * input.w1)
        .with("p2", input.x2 * input.w2)
        .with("z", pass.z)
        .with("sigmoid", pass.output)
        .with("derivative", Activation::Sigmoid.derivative(pass.z))
        .with("delta", perceptron.delta(&pass, input.d_output))
        .with_each("dw", gradients.d_weights.iter().copied())
        .with("db", gradients.d_bias)
        .with_each("dx", gradients.d_input.iter().copied())
        .with("w1_new", *updated.weights.first().unwrap_or(&f64::NAN))
        .with("w2_new", *updated.weights.last().unwrap_or(&f64::NAN))
        .with("b_new", updated.bias))
}

/// The same as the article computes it, each number from rounded ones, and how far ∂L/∂w₂ is off by it
/// (`dw2_error`).
///
/// ```
/// use backprop::book::worked::{Neuron, rounded_chain};
/// let outputs = rounded_chain(&Neuron::default()).unwrap();
/// let dw2 = outputs.get("dw2").unwrap();
/// assert_eq!(format!("{dw2:.4}"), "-0.0576"); // as the article prints it
/// ```
///
/// # Errors
/// None: the shapes fit.
pub fn rounded_chain(input: &Neuron) -> show::Result<Outputs> {
    let Neuron {
        x1,
        x2,
        w1,
        w2,
        b,
        d_output,
        eta,
        decimals,
    } = *input;
    let r = |value: f64| rounded(value, decimals as u32);
    let z = r(r(x1 * w1) + r(x2 * w2) + b);
    let y = r(Activation::Sigmoid.value(z));
    // y (1 − y), the article's form of the derivative, with the rounded y
    let derivative = r(y * (1.0 - y));
    let delta = r(d_output * derivative);
    let [dw1, dw2] = [r(delta * x1), r(delta * x2)];
    let exact = perceptron(input)?.get("dw2").unwrap_or(f64::NAN);
    Ok(Outputs::new()
        .with("z", z)
        .with("sigmoid", y)
        .with("derivative", derivative)
        .with("delta", delta)
        .with("dw1", dw1)
        .with("dw2", dw2)
        .with("dw2_error", dw2 - exact)
        .with("db", delta)
        .with("dx1", r(delta * w1))
        .with("dx2", r(delta * w2))
        .with("w1_new", r(w1 - eta * dw1))
        .with("w2_new", r(w2 - eta * dw2))
        .with("b_new", r(b - eta * delta)))
}

show::inputs! {
    /// The article's neuron and two points to learn from, at once or one after the other.
    pub struct Batch = "batch" {
        /// the target of the first point
        t1 = 1.0 in 0.0..=1.0 by 0.1,
        /// the target of the second point
        t2 = 0.0 in 0.0..=1.0 by 0.1,
        /// the learning rate
        eta = 1.0 in 0.1..=4.0 by 0.1,
    }
}

/// The second weight after one step down the gradients of both points (`together`), and after a
/// backward pass that updates has run for one point and then for the other (`in_turn`).
///
/// # Errors
/// None: the shapes fit.
pub fn batch(input: &Batch) -> show::Result<Outputs> {
    let neuron = Neuron::default();
    let (x, perceptron) = (neuron.x(), neuron.perceptron());
    // the second point is the first with its inputs swapped
    let points = [(x, input.t1), ([x[1], x[0]], input.t2)];
    let gradients = |perceptron: &Perceptron, (x, t): ([f64; 2], f64)| {
        let pass = perceptron.forward(&x)?;
        perceptron.backward(&pass, squared_error_derivative(pass.output, t))
    };
    let second = |perceptron: &Perceptron| {
        perceptron.weights.last().copied().unwrap_or(f64::NAN)
    };
    let (mut together, mut in_turn) = (perceptron.clone(), perceptron.clone());
    for point in points {
        together = together.updated(&gradients(&perceptron, point)?, input.eta)?;
        in_turn = in_turn.updated(&gradients(&in_turn, point)?, input.eta)?;
    }
    Ok(Outputs::new()
        .with("together", second(&together))
        .with("in_turn", second(&in_turn)))
}
