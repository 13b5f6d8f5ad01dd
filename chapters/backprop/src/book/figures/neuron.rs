//! The Perceptron article's neuron as a graph: values run forward, gradients run back.

use super::graph::{BOX, RADIUS, boxed, carrying, directions, four};
use activations::Activation;
use backprop::book::worked::Neuron;
use plate::{Drawing, Ink};
use show::number::{fixed, short};

/// Inputs, weights and bias to the left, the output to the right; every value in blue, and the derivative
/// of the loss with respect to it in vermilion below.
///
/// # Errors
/// None: the shapes fit.
pub fn neuron(neuron: &Neuron) -> show::Result<String> {
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
        boxed(
            &mut drawing,
            (74.0, y),
            name,
            short(value, 2),
            four(derivative),
        );
    }
    let [.., (name, value, derivative, y)] = leaves;
    drawing.line(right(y), (plus.0, y), pen);
    drawing.edge(((plus.0, y), 0.0), (plus, RADIUS), pen);
    boxed(
        &mut drawing,
        (74.0, y),
        name,
        short(value, 2),
        four(derivative),
    );
    for ((at, product), lean) in times.into_iter().zip(products).zip([1.0, -1.0]) {
        carrying(
            &mut drawing,
            (at, plus),
            lean,
            &fixed(product, 2),
            &four(delta),
        );
    }
    let z = format!("$z$ = {}", fixed(pass.z, 2));
    carrying(&mut drawing, (plus, sigma), 0.0, &z, &four(delta));
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
        four(neuron.d_output),
    );

    directions(&mut drawing, (560.0, 252.0));
    let after = format!("after a step with $η$ = {}:", short(neuron.eta, 2));
    drawing.text((560.0, 320.0), &after, Ink::Text);
    drawing.text((560.0, 344.0), &updated.join(", "), Ink::Text);
    Ok(drawing.finish())
}
