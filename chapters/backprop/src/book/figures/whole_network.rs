//! A network of two layers drawn whole: whose fault is the error, and the answer.

use super::graph::{boxed, directions, four};
use backprop::book::worked::{Carried, WholeNetwork};
use plate::{Drawing, Ink, Point, between, column};
use show::number::short;

/// Half the width and half the height of a neuron's box.
const NEURON: (f64, f64) = (64.0, 42.0);
/// Where the inputs, the hidden neurons and the output are.
const PLACES: [Point; 5] = [
    (74.0, 96.0),
    (74.0, 290.0),
    (352.0, 96.0),
    (352.0, 290.0),
    (622.0, 193.0),
];

/// What is written in a neuron: lines in blue, then lines in vermilion.
fn neuron(drawing: &mut Drawing, at: Point, blue: &[String], vermilion: &[String]) {
    let corner = (at.0 - NEURON.0, at.1 - NEURON.1);
    let size = (2.0 * NEURON.0, 2.0 * NEURON.1);
    drawing.rounded(corner, size, 10.0, (Ink::Paper, Ink::Text.pen(1.6)));
    let lines = blue.iter().map(|line| (line, Ink::Blue));
    let lines = lines.chain(vermilion.iter().map(|line| (line, Ink::Vermilion)));
    let places = column(at, blue.len() + vermilion.len(), 19.0);
    for ((line, ink), (_, y)) in lines.zip(places) {
        drawing.text((at.0, y), line, ink.letters(13.0));
    }
}

/// A bias above its neuron.
fn bias(drawing: &mut Drawing, at: Point, name: &str, value: f64) {
    let text = format!("${name}$ = {}", short(value, 2));
    let at = (at.0, at.1 - NEURON.1 - 14.0);
    drawing.text(at, &text, Ink::Blue.letters(13.0));
}

/// The line from one place to another, and on it its weight, and if there is one the slope of the weight.
fn weight(
    drawing: &mut Drawing,
    (from, to): (Point, Point),
    part: f64,
    value: f64,
    derivative: Option<f64>,
) {
    let (start, end) = ((from.0 + NEURON.0, from.1), (to.0 - NEURON.0, to.1));
    drawing.edge((start, 0.0), (end, 0.0), Ink::Text.pen(1.4));
    let at = between(start, end, part);
    let lines = if derivative.is_some() { 2.0 } else { 1.0 };
    let half = (27.0, 9.0 * lines);
    let corner = (at.0 - half.0, at.1 - half.1);
    drawing.rounded(corner, (2.0 * half.0, 2.0 * half.1), 3.0, Ink::Paper);
    let above = if derivative.is_some() { 8.5 } else { 0.0 };
    let value = short(value, 2);
    drawing.text((at.0, at.1 - above), &value, Ink::Blue.letters(14.0));
    if let Some(derivative) = derivative {
        let at = (at.0, at.1 + 8.5);
        drawing.text(at, &four(derivative), Ink::Vermilion.letters(12.5));
    }
}

/// The lines with their weights, and the biases.
fn wires(drawing: &mut Drawing, input: &WholeNetwork, back: Option<&Carried>) {
    let [x1, x2, h1, h2, y] = PLACES;
    let w = |j: usize, i: usize| back.map(|at| at.d_w[j][i]);
    let v = |j: usize| back.map(|at| at.d_v[j]);
    weight(drawing, (x1, h1), 0.5, input.w11, w(0, 0));
    weight(drawing, (x2, h1), 0.28, input.w12, w(0, 1));
    weight(drawing, (x1, h2), 0.28, input.w21, w(1, 0));
    weight(drawing, (x2, h2), 0.5, input.w22, w(1, 1));
    weight(drawing, (h1, y), 0.46, input.v1, v(0));
    weight(drawing, (h2, y), 0.46, input.v2, v(1));
    bias(drawing, h1, "b_1", input.b1);
    bias(drawing, h2, "b_2", input.b2);
    bias(drawing, y, "b", input.c);
}

/// The network has answered, and only the output neuron has been told what it should have said.
///
/// # Errors
/// None: the shapes fit.
pub fn credit() -> show::Result<String> {
    let input = WholeNetwork::default();
    let at = input.carried()?;
    let desc = format!(
        "Two inputs, {} and {}, go to two hidden neurons, which say {} and {}, and these go to an output \
         neuron, which says {} and should have said {}. What the hidden neurons should have said is a \
         question mark.",
        short(input.x1, 2),
        short(input.x2, 2),
        four(at.h[0]),
        four(at.h[1]),
        four(at.y),
        short(input.t, 2),
    );
    let title = "Whose fault is it?";
    let mut drawing = Drawing::new("credit", (696, 344), title, &desc);
    wires(&mut drawing, &input, None);
    let [x1, x2, h1, h2, y] = PLACES;
    for (place, name, value) in [(x1, "x_1", input.x1), (x2, "x_2", input.x2)] {
        let corner = (place.0 - NEURON.0, place.1 - 20.0);
        let look = (Ink::Paper, Ink::Muted.pen(1.2));
        drawing.rounded(corner, (2.0 * NEURON.0, 40.0), 6.0, look);
        let value = format!("${name}$ = {}", short(value, 2));
        drawing.text(place, &value, Ink::Blue.letters(14.0));
    }
    let told = [
        (h1, at.h[0], None),
        (h2, at.h[1], None),
        (y, at.y, Some(input.t)),
    ];
    for (place, said, target) in told {
        let target = target.map_or("?".to_string(), |t| short(t, 2));
        let should = format!("should have said {target}");
        neuron(
            &mut drawing,
            place,
            &[format!("said {}", four(said))],
            &[should],
        );
    }
    Ok(drawing.finish())
}

/// The network with every value on its way forward and every slope on its way back.
///
/// # Errors
/// None: the shapes fit.
pub fn whole_network(input: &WholeNetwork) -> show::Result<String> {
    let at = input.carried()?;
    let after = input.loss_after()?;
    let pair = |[a, b]: [f64; 2]| format!("{} and {}", four(a), four(b));
    let desc = format!(
        "Forward, the hidden neurons have the weighted sums {} and say {}; the output has {} and says {}, \
         and the loss is {}. Backward, the output's delta is {}; the hidden neurons hear {} and their \
         deltas are {}; the inputs hear {}. The weights to the output have the slopes {}, those to the \
         first hidden neuron {}, those to the second {}. After a step with eta = {} the loss is {}.",
        pair(at.z),
        pair(at.h),
        four(at.z_out),
        four(at.y),
        four(at.loss),
        four(at.delta_out),
        pair(at.d_h),
        pair(at.delta),
        pair(at.d_x),
        pair(at.d_v),
        pair(at.d_w[0]),
        pair(at.d_w[1]),
        short(input.eta, 2),
        four(after),
    );
    let title = "A network of two layers, with all its numbers";
    let mut drawing = Drawing::new("whole-network", (696, 430), title, &desc);
    wires(&mut drawing, input, Some(&at));
    let [x1, x2, h1, h2, y] = PLACES;
    boxed(&mut drawing, x1, "x_1", short(input.x1, 2), four(at.d_x[0]));
    boxed(&mut drawing, x2, "x_2", short(input.x2, 2), four(at.d_x[1]));
    let neurons = [
        (h1, at.z[0], at.h[0], at.d_h[0], at.delta[0]),
        (h2, at.z[1], at.h[1], at.d_h[1], at.delta[1]),
        (y, at.z_out, at.y, at.d_y, at.delta_out),
    ];
    for (place, z, y, d_y, delta) in neurons {
        let values = [format!("$z$ = {}", four(z)), format!("$y$ = {}", four(y))];
        let slopes = [
            format!("$∂L/∂y$ = {}", four(d_y)),
            format!("$δ$ = {}", four(delta)),
        ];
        neuron(&mut drawing, place, &values, &slopes);
    }
    let loss = format!("$t$ = {}, $L$ = {}", short(input.t, 2), four(at.loss));
    drawing.text((y.0, y.1 + NEURON.1 + 16.0), &loss, Ink::Blue.letters(13.0));
    directions(&mut drawing, (600.0, 330.0));
    let after = format!(
        "after a step with $η$ = {}: $L$ = {}",
        short(input.eta, 2),
        four(after)
    );
    drawing.text((570.0, 398.0), &after, Ink::Text);
    Ok(drawing.finish())
}
