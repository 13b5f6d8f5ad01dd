//! The Perceptron article's neuron as a graph: values run forward, gradients run back.

use activations::Activation;
use backprop::book::worked::Neuron;
use plate::{Drawing, Ink, between};
use show::number::{fixed, short};

/// Half the width and half the height of a box.
const BOX: (f64, f64) = (64.0, 26.0);
/// The radius of a step.
const RADIUS: f64 = 18.0;

type Point = (f64, f64);

/// A value with its name, and below it the derivative of the loss with respect to it.
fn boxed(drawing: &mut Drawing, at: Point, name: &str, value: String, derivative: f64) {
    let corner = (at.0 - BOX.0, at.1 - BOX.1);
    let size = (2.0 * BOX.0, 2.0 * BOX.1);
    drawing.rounded(corner, size, 6.0, (Ink::Paper, Ink::Muted.pen(1.2)));
    let value = format!("${name}$ = {value}");
    drawing.text((at.0, at.1 - 11.0), &value, Ink::Blue.letters(14.0));
    let derivative = format!("$∂L/∂{name}$ = {}", fixed(derivative, 4));
    drawing.text(
        (at.0, at.1 + 12.0),
        &derivative,
        Ink::Vermilion.letters(12.5),
    );
}

/// An edge between two steps, with the value above it and the derivative that comes back below. `lean` is
/// 1 where the edge falls, −1 where it rises, 0 where it is level: the labels keep clear of it.
fn carrying(
    drawing: &mut Drawing,
    (a, b): (Point, Point),
    lean: f64,
    value: &str,
    derivative: f64,
) {
    drawing.edge((a, RADIUS), (b, RADIUS), Ink::Text.pen(1.4));
    let (x, y) = between(a, b, 0.5);
    let at = |side: f64| (x + side * lean * 34.0, y - side * 14.0);
    drawing.text(at(1.0), value, Ink::Blue.letters(14.0));
    let derivative = format!("← {}", fixed(derivative, 4));
    drawing.text(at(-1.0), &derivative, Ink::Vermilion.letters(12.5));
}

/// Inputs, weights and bias to the left, the output to the right; every value in blue, and the derivative
/// of the loss with respect to it in vermilion below.
///
/// # Errors
/// None: the shapes fit.
pub fn graph(neuron: &Neuron) -> show::Result<String> {
    let (x, perceptron) = (neuron.x(), neuron.perceptron());
    let pass = perceptron.forward(&x)?;
    let gradients = perceptron.backward(&pass, neuron.d_output)?;
    let delta = gradients.d_bias;
    let products = [neuron.x1 * neuron.w1, neuron.x2 * neuron.w2];
    let mut pairs = gradients.d_input.iter().zip(&gradients.d_weights);
    let mut next = || pairs.next().map_or((f64::NAN, f64::NAN), |(x, w)| (*x, *w));
    let ((dx1, dw1), (dx2, dw2)) = (next(), next());

    let updated = perceptron.updated(&gradients, neuron.eta)?;
    let weights = updated.weights.iter().chain([&updated.bias]);
    let updated: Vec<String> = ["$w_1$", "$w_2$", "$b$"]
        .iter()
        .zip(weights)
        .map(|(name, value)| format!("{name} = {}", fixed(*value, 4)))
        .collect();
    let desc = format!(
        "Forward, the products {} and {} and the bias {} meet in z = {}, and the sigmoid makes {} \
         of it. Backward, the slope {} at the output, times the sigmoid's slope {}, is delta = {}. \
         It comes back unchanged to the bias and to both products. From there {} goes to the first \
         weight and {} to the second, {} to the first input and {} to the second. After a step with eta = {}: {}.",
        fixed(products[0], 2),
        fixed(products[1], 2),
        short(neuron.b, 2),
        fixed(pass.z, 2),
        fixed(pass.output, 4),
        short(neuron.d_output, 2),
        fixed(Activation::Sigmoid.derivative(pass.z), 4),
        fixed(delta, 4),
        fixed(dw1, 4),
        fixed(dw2, 4),
        fixed(dx1, 4),
        fixed(dx2, 4),
        short(neuron.eta, 2),
        updated.join(", ").replace(['$', '_'], ""),
    );
    let title = "A neuron as a graph: values forward, slopes back";
    let mut drawing = Drawing::new("backprop-graph", (696, 372), title, &desc);
    let (times, plus) = ([(222.0, 80.0), (222.0, 220.0)], (372.0, 150.0));
    let (sigma, output) = ((494.0, 150.0), (620.0, 150.0));

    let leaves = [
        ("x_1", neuron.x1, dx1, 46.0),
        ("w_1", neuron.w1, dw1, 114.0),
        ("x_2", neuron.x2, dx2, 186.0),
        ("w_2", neuron.w2, dw2, 254.0),
        ("b", neuron.b, delta, 330.0),
    ];
    let pen = Ink::Text.pen(1.4);
    let right = |y| (74.0 + BOX.0, y);
    for ((name, value, derivative, y), to) in
        leaves.into_iter().zip([0, 0, 1, 1].map(|i| times[i]))
    {
        drawing.edge((right(y), 0.0), (to, RADIUS), pen);
        boxed(&mut drawing, (74.0, y), name, short(value, 2), derivative);
    }
    let [.., (name, value, derivative, y)] = leaves;
    drawing.line(right(y), (plus.0, y), pen);
    drawing.edge(((plus.0, y), 0.0), (plus, RADIUS), pen);
    boxed(&mut drawing, (74.0, y), name, short(value, 2), derivative);
    for ((at, product), lean) in times.into_iter().zip(products).zip([1.0, -1.0]) {
        carrying(&mut drawing, (at, plus), lean, &fixed(product, 2), delta);
    }
    let z = format!("$z$ = {}", fixed(pass.z, 2));
    carrying(&mut drawing, (plus, sigma), 0.0, &z, delta);
    drawing.edge(
        (sigma, RADIUS),
        ((output.0 - BOX.0, output.1), 0.0),
        Ink::Text.pen(1.4),
    );
    for (at, step) in [
        (times[0], "×"),
        (times[1], "×"),
        (plus, "+"),
        (sigma, "$σ$"),
    ] {
        drawing.node(at, RADIUS, step, Ink::Text);
    }
    boxed(
        &mut drawing,
        output,
        "y",
        fixed(pass.output, 4),
        neuron.d_output,
    );

    drawing.text((560.0, 252.0), "values, forward →", Ink::Blue);
    drawing.text((560.0, 276.0), "← slopes, backward", Ink::Vermilion);
    let after = format!("after a step with $η$ = {}:", short(neuron.eta, 2));
    drawing.text((560.0, 320.0), &after, Ink::Text);
    drawing.text((560.0, 344.0), &updated.join(", "), Ink::Text);
    Ok(drawing.finish())
}
