//! Layers and neurons as a network.

use neurons::book::worked::Small;
use plate::{Drawing, Ink, Point, column, shortened};
use show::InputValues;
use show::number::whole;

/// The radius of a neuron, in px.
const RADIUS: f64 = 15.0;

/// Half the side of the box that stands for an input, in px.
const HALF: f64 = 12.0;

/// Inputs, a hidden layer and an output layer; one neuron is marked, with its weights.
///
/// # Errors
/// More neurons than there is room for.
pub fn network(small: &Small) -> show::Result<String> {
    small.check()?;
    let [inputs, hidden, outputs] =
        [small.inputs, small.hidden, small.outputs].map(whole);
    let desc = format!(
        "A column of {inputs} inputs, a column of {hidden} neurons that is called the hidden layer, \
         and a column of {outputs} neurons that is called the output layer. A line runs from every \
         input to every hidden neuron, and from every hidden neuron to every output neuron. The \
         first hidden neuron and the lines into it are marked."
    );
    let title = "Neurons in layers";
    let mut drawing = Drawing::new("small-network", (600, 296), title, &desc);
    let middle = 132.0;
    let place = |x, n| column((x, middle), n, 45.0);
    let [from, between, to] = [
        place(112.0, inputs),
        place(300.0, hidden),
        place(488.0, outputs),
    ];
    let line = |drawing: &mut Drawing, (a, at_a): (Point, f64), b: Point, pen| {
        let (a, b) = shortened(a, b, at_a, RADIUS);
        drawing.line(a, b, pen);
    };
    for &b in between.iter().skip(1) {
        for &a in &from {
            line(&mut drawing, (a, HALF), b, Ink::Muted.pen(1.0));
        }
    }
    for &b in &to {
        for &a in &between {
            line(&mut drawing, (a, RADIUS), b, Ink::Muted.pen(1.0));
        }
    }
    for &marked in between.iter().take(1) {
        for &a in &from {
            line(&mut drawing, (a, HALF), marked, Ink::Blue.pen(2.6));
        }
    }
    for (i, at) in from.iter().enumerate() {
        let corner = (at.0 - HALF, at.1 - HALF);
        drawing.rounded(
            corner,
            (2.0 * HALF, 2.0 * HALF),
            3.0,
            (Ink::Paper, Ink::Muted.pen(1.4)),
        );
        let name = format!("$x_{}$", i + 1);
        drawing.text((at.0 - 28.0, at.1), &name, Ink::Text.letters(15.0));
    }
    for (i, &at) in between.iter().enumerate() {
        let ink = if i == 0 { Ink::Blue } else { Ink::Muted };
        drawing.node(at, RADIUS, "", ink);
    }
    for (i, &at) in to.iter().enumerate() {
        drawing.node(at, RADIUS, "", Ink::Muted);
        let name = format!("$y_{}$", i + 1);
        drawing.text((at.0 + 32.0, at.1), &name, Ink::Text.letters(15.0));
    }
    for (x, name) in [
        (112.0, "inputs"),
        (300.0, "hidden layer"),
        (488.0, "output layer"),
    ] {
        drawing.text((x, 278.0), name, Ink::Text.letters(15.0));
    }
    Ok(drawing.finish())
}
