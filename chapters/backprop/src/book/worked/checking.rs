//! One derivative by hand, by tape and by differences, and where differences are wrong.

use activations::Activation;
use backprop::book::worked::Neuron;
use backprop::{
    Error, Perceptron, Tape, central_difference, deviation, forward_difference,
};
use show::Outputs;

show::inputs! {
    /// The Perceptron article's ∂L/∂w₂, by hand, by the tape and by trying.
    pub struct Witnesses = "witnesses" {
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
        /// zeros after the point in the step of the differences
        zeros = 4.0 in 1.0..=8.0 by 1.0,
    }
}

/// The derivative `by_hand`, `by_tape`, `by_differences`, and how far the last is from the first
/// (`apart`).
///
/// # Errors
/// None: the shapes fit.
pub fn witnesses(input: &Witnesses) -> show::Result<Outputs> {
    let Witnesses {
        x1,
        x2,
        w1,
        w2,
        b,
        d_output,
        zeros,
    } = *input;
    let neuron = Neuron {
        x1,
        x2,
        w1,
        w2,
        b,
        d_output,
        ..Neuron::default()
    };
    let (x, perceptron) = (neuron.x(), neuron.perceptron());
    let gradients = perceptron.backward(&perceptron.forward(&x)?, d_output)?;
    let by_hand = gradients.d_weights.last().copied().unwrap_or(f64::NAN);

    let loss = |w2: f64| -> Result<f64, Error> {
        let moved = Perceptron {
            weights: vec![w1, w2],
            ..perceptron.clone()
        };
        Ok(d_output * moved.forward(&x)?.output)
    };
    let step = power_of_ten(-(zeros + 1.0));
    let by_differences =
        central_difference(|w2| loss(w2).unwrap_or(f64::NAN), w2, step);

    Ok(Outputs::new()
        .with("by_hand", by_hand)
        .with("by_tape", on_tape(&neuron))
        .with("step", step)
        .with("by_differences", by_differences)
        .with("apart", deviation(by_hand, by_differences)))
}

/// ∂L/∂w₂ of the article's neuron, read off a tape.
fn on_tape(neuron: &Neuron) -> f64 {
    let tape = Tape::new();
    let (x1, x2) = (tape.var(neuron.x1), tape.var(neuron.x2));
    let (w1, w2, b) = (tape.var(neuron.w1), tape.var(neuron.w2), tape.var(neuron.b));
    let (one, d_output) = (tape.var(1.0), tape.var(neuron.d_output));
    let z = x1 * w1 + x2 * w2 + b;
    let y = one / (one + (-z).exp());
    let loss = d_output * y;
    loss.gradient(&[w2]).first().copied().unwrap_or(f64::NAN)
}

show::inputs! {
    /// The sigmoid's slope by differences, with a coarse, a middling and a fine step.
    pub struct StepSizes = "step-sizes" {
        /// where the slope is asked for
        z = 0.4 in -4.0..=4.0 by 0.1,
        /// the coarse step is ten to the minus this
        coarse = 1.0 in 1.0..=3.0 by 1.0,
        /// the middling step is ten to the minus this
        middling = 5.0 in 4.0..=7.0 by 1.0,
        /// the fine step is ten to the minus this
        fine = 13.0 in 8.0..=15.0 by 1.0,
    }
}

/// The `exact` derivative, and for each step the error of the central difference (`coarse_error` …) and
/// of the one-sided one (`coarse_forward` …).
///
/// # Errors
/// None.
pub fn step_sizes(input: &StepSizes) -> show::Result<Outputs> {
    let f = |z| Activation::Sigmoid.value(z);
    let exact = Activation::Sigmoid.derivative(input.z);
    let mut outputs = Outputs::new().with("exact", exact);
    for (name, digits) in [
        ("coarse", input.coarse),
        ("middling", input.middling),
        ("fine", input.fine),
    ] {
        let step = power_of_ten(-digits);
        let central = central_difference(f, input.z, step);
        let forward = forward_difference(f, input.z, step);
        outputs = outputs
            .with(format!("{name}_step"), step)
            .with(format!("{name}_error"), (central - exact).abs())
            .with(format!("{name}_forward"), (forward - exact).abs());
    }
    Ok(outputs)
}

show::inputs! {
    /// The ReLU's slope by differences, beside its kink.
    pub struct Kink = "kink" {
        /// how many steps to the right of the kink the slope is asked for
        steps = 0.2 in -2.0..=2.0 by 0.1,
        /// the step is ten to the minus this
        digits = 5.0 in 1.0..=8.0 by 1.0,
    }
}

/// Where that is (`z`), the derivative there by our convention (`exact`) and by differences (`central`).
///
/// # Errors
/// None.
pub fn kink(input: &Kink) -> show::Result<Outputs> {
    let step = power_of_ten(-input.digits);
    let z = input.steps * step;
    let f = |z| Activation::Relu.value(z);
    Ok(Outputs::new()
        .with("step", step)
        .with("z", z)
        .with("exact", Activation::Relu.derivative(z))
        .with("central", central_difference(f, z, step)))
}

show::inputs! {
    /// The sigmoid's slope by differences, where the sigmoid is all but flat.
    pub struct Saturated = "saturated" {
        /// where the slope is asked for
        z = 40.0 in 0.0..=60.0 by 5.0,
    }
}

/// The derivative by formula (`exact`) and by differences (`central`).
///
/// # Errors
/// None.
pub fn saturated(input: &Saturated) -> show::Result<Outputs> {
    let step = power_of_ten(-5.0);
    let f = |z| Activation::Sigmoid.value(z);
    Ok(Outputs::new()
        .with("exact", Activation::Sigmoid.derivative(input.z))
        .with("central", central_difference(f, input.z, step)))
}

/// 10ⁿ. For a whole n from −22 to 22 it is the number nearest to that: so far a product of tens is
/// exact. (`libm::exp10` would do, too; it brings a table of 4 kB into the page's program.)
///
/// ```
/// use backprop::book::worked::power_of_ten;
/// assert_eq!([-5.0, -11.0, 0.0, 22.0].map(power_of_ten), [1e-5, 1e-11, 1.0, 1e22]);
/// assert_eq!(power_of_ten(-1e300), 0.0);
/// ```
pub fn power_of_ten(n: f64) -> f64 {
    if libm::trunc(n) != n || n.abs() > 22.0 {
        return libm::pow(10.0, n);
    }
    let product = (0..n.abs() as u32).fold(1.0, |product, _| product * 10.0);
    if n < 0.0 { 1.0 / product } else { product }
}
