//! The neuron as a diagram, with the numbers that go through it.

use neurons::book::worked::Three;
use neurons::sigmoid;
use plate::{Drawing, Ink, Pen, column};
use show::number::{fixed, short};

/// The radius of the nodes of sum and sigmoid, in px.
const RADIUS: f64 = 27.0;

/// How a number is carried along a line: solid and blue, or dashed and vermilion below zero.
fn pen(value: f64) -> Pen {
    if value < 0.0 {
        Ink::Vermilion.pen(1.8).dashed()
    } else {
        Ink::Blue.pen(1.8)
    }
}

/// Three inputs, their weights and products, the bias, the sum and the output.
///
/// # Errors
/// None: the shapes fit.
pub fn diagram(three: &Three) -> show::Result<String> {
    let (x, neuron, products) = (three.x(), three.neuron(), three.products());
    let z = neuron.z(&x)?;
    let y = sigmoid(z);
    let list = |values: &[f64], decimals| {
        let words: Vec<String> = values.iter().map(|v| fixed(*v, decimals)).collect();
        words.join(", ")
    };
    let desc = format!(
        "From left to right: the inputs {}; times the weights {}; give the products {}. These and \
         the bias {} meet in the sum {}, and the sigmoid of that is the output {}.",
        list(&x, 1),
        list(&neuron.weights, 1),
        list(&products, 2),
        fixed(three.b, 1),
        fixed(z, 2),
        fixed(y, 4),
    );
    let title = "A neuron of three inputs, with its numbers";
    let mut drawing = Drawing::new("neuron-diagram", (660, 310), title, &desc);
    let rows = column((86.0, 158.0), 4, 76.0);
    let (sum, squeeze) = ((396.0, 158.0), (508.0, 158.0));

    let inputs = x
        .iter()
        .zip(&neuron.weights)
        .zip(products)
        .zip(&rows)
        .enumerate();
    for (i, (((x, w), product), &at)) in inputs {
        let n = i + 1;
        let product_at = (260.0, at.1);
        drawing.edge((at, 24.0), (product_at, 32.0), pen(*w));
        drawing.edge(
            ((product_at.0 + 32.0, at.1), 0.0),
            (sum, RADIUS),
            pen(product),
        );
        drawing.on_line(
            at,
            product_at,
            0.46,
            &format!("$w_{n}$ = {}", short(*w, 2)),
            Ink::Text,
        );
        drawing.node(at, 24.0, &short(*x, 2), Ink::Muted);
        drawing.text(
            (at.0 - 34.0, at.1),
            &format!("$x_{n}$"),
            Ink::Text.letters(16.0).end(),
        );
        let corner = (product_at.0 - 30.0, at.1 - 15.0);
        drawing.rounded(corner, (60.0, 30.0), 6.0, (Ink::Paper, Ink::Muted.pen(1.2)));
        drawing.text(product_at, &fixed(product, 2), Ink::Text.letters(15.0));
    }
    if let Some(&at) = rows.last() {
        let bias_at = (260.0, at.1);
        drawing.edge(((bias_at.0 + 32.0, at.1), 0.0), (sum, RADIUS), pen(three.b));
        let corner = (bias_at.0 - 30.0, at.1 - 15.0);
        drawing.rounded(corner, (60.0, 30.0), 6.0, (Ink::Paper, Ink::Muted.pen(1.2)));
        drawing.text(bias_at, &short(three.b, 2), Ink::Text.letters(15.0));
        drawing.text(
            (bias_at.0 - 40.0, at.1),
            "bias $b$",
            Ink::Text.letters(15.0).end(),
        );
    }
    drawing.edge((sum, RADIUS), (squeeze, RADIUS), Ink::Text.pen(1.8));
    drawing.node(sum, RADIUS, "$Σ$", Ink::Blue);
    drawing.node(squeeze, RADIUS, "$σ$", Ink::Blue);
    drawing.edge(
        (squeeze, RADIUS),
        ((606.0, 158.0), 24.0),
        Ink::Text.pen(1.8),
    );
    drawing.text(
        (sum.0, sum.1 - 42.0),
        &format!("$z$ = {}", fixed(z, 2)),
        Ink::Text.letters(15.0),
    );
    drawing.text((610.0, 158.0), &fixed(y, 4), Ink::Text.letters(16.0).bold());
    drawing.text((610.0, 132.0), "output $y$", Ink::Text.letters(14.0));
    Ok(drawing.finish())
}
