//! Two layers without an activation, and the one layer that they are.

use activations::book::worked::{TwoLayers, two_layers as collected};
use plate::{Drawing, Ink, Point};
use show::InputValues;
use show::number::short;

/// How large a node is.
const RADIUS: f64 = 19.0;

/// The two layers with a weight on each edge, and beside them the one layer.
///
/// # Errors
/// Where the layers do not fit: they do.
pub fn two_layers(layers: &TwoLayers) -> show::Result<String> {
    layers.check()?;
    let outputs = collected(layers)?;
    let of = |name: &str| outputs.get(name).ok_or("the layers are collected");
    let (w1, w2, b) = (of("w1")?, of("w2")?, of("one_b")?);
    let values = [
        layers.x1,
        layers.x2,
        of("h1")?,
        of("h2")?,
        of("y")?,
        layers.x1,
        layers.x2,
        of("one_y")?,
    ];
    let desc = format!(
        "Left, two inputs lead to two neurons and these to one; the weights are {}, {}, {} and {}, then {} and {}. Right, the inputs lead to one neuron with the weights {} and {}. The bias is {}. For the inputs {} and {} both answer {}.",
        short(layers.a11, 2),
        short(layers.a12, 2),
        short(layers.a21, 2),
        short(layers.a22, 2),
        short(layers.c1, 2),
        short(layers.c2, 2),
        short(w1, 2),
        short(w2, 2),
        short(b, 2),
        short(layers.x1, 2),
        short(layers.x2, 2),
        short(of("y")?, 2),
    );
    let title = "Two layers without an activation, and one";
    let mut drawing = Drawing::new("two-layers", (600, 262), title, &desc);
    let (upper, lower, middle) = (80.0, 192.0, 136.0);
    let [x1, x2] = [upper, lower].map(|y| (34.0, y));
    let [h1, h2] = [upper, lower].map(|y| (180.0, y));
    let y = (310.0, middle);
    let [one1, one2] = [upper, lower].map(|y| (430.0, y));
    let one = (562.0, middle);
    let edges = [
        (x1, h1, layers.a11, 0.5),
        (x2, h1, layers.a12, 0.72),
        (x1, h2, layers.a21, 0.72),
        (x2, h2, layers.a22, 0.5),
        (h1, y, layers.c1, 0.5),
        (h2, y, layers.c2, 0.5),
        (one1, one, w1, 0.5),
        (one2, one, w2, 0.5),
    ];
    for (from, to, ..) in edges {
        drawing.edge((from, RADIUS), (to, RADIUS), Ink::Muted.pen(1.4));
    }
    for (from, to, weight, part) in edges {
        let text = short(weight, 2);
        drawing.on_line(from, to, part, &text, Ink::Blue.letters(15.0));
    }
    let mut neuron = |at: Point, name: &str, bias: Option<f64>, ink: Ink| {
        drawing.node(at, RADIUS, name, ink);
        if let Some(bias) = bias {
            let below = (at.0, at.1 + RADIUS + 6.0);
            let text = format!("bias {}", short(bias, 2));
            drawing.text(below, &text, Ink::Muted.letters(13.0).below());
        }
    };
    for (at, name) in [
        (x1, "$x_1$"),
        (x2, "$x_2$"),
        (one1, "$x_1$"),
        (one2, "$x_2$"),
    ] {
        neuron(at, name, None, Ink::Muted);
    }
    neuron(h1, "$h_1$", Some(layers.b1), Ink::Blue);
    neuron(h2, "$h_2$", Some(layers.b2), Ink::Blue);
    neuron(y, "$y$", Some(layers.c), Ink::Blue);
    neuron(one, "$y$", Some(b), Ink::Blue);
    for (at, value) in [x1, x2, h1, h2, y, one1, one2, one].into_iter().zip(values) {
        let above = (at.0, at.1 - RADIUS - 5.0);
        let letters = Ink::Text.letters(15.0).bold();
        drawing.text(above, &short(value, 2), letters.above());
    }
    drawing.text((370.0, middle), "=", Ink::Text.letters(26.0));
    for (at, words) in [(172.0, "two layers"), (496.0, "one layer")] {
        drawing.text((at, 20.0), words, Ink::Text.letters(14.0).bold());
    }
    Ok(drawing.finish())
}
