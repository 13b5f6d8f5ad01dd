//! The output of a neuron of two inputs over the plane.

use neurons::book::worked::Two;
use neurons::sigmoid;
use plate::{Axis, Drawing, Ink, Pen};
use show::number::{fixed, short};

/// How far the plane is drawn to each side.
const REACH: f64 = 4.0;

/// The neuron's output over the plane: shade, three lines of equal output, and the point that it is
/// asked about.
///
/// # Errors
/// What the plate refuses.
pub fn plane(two: &Two) -> show::Result<String> {
    let (neuron, x) = (two.neuron(), two.x());
    let z = |x1: f64, x2: f64| two.w1 * x1 + two.w2 * x2 + two.b;
    let y = sigmoid(neuron.z(&x)?);
    let steep = (two.w1 * two.w1 + two.w2 * two.w2).sqrt();
    let line = if steep > 0.0 {
        "The shade changes across a straight decision line, where the output is a half, and never \
         along it."
    } else {
        "Both weights are 0, so the shade is the same everywhere."
    };
    let desc = format!(
        "A square of pairs of inputs, shaded by the output of a neuron with the weights {} and {} \
         and the bias {}. {line} At the point ({}, {}) the output is {}.",
        short(two.w1, 2),
        short(two.w2, 2),
        short(two.b, 2),
        short(two.x1, 2),
        short(two.x2, 2),
        fixed(y, 4),
    );
    let title = "A neuron of two inputs over the plane";
    let mut drawing = Drawing::new("neuron-plane", (560, 500), title, &desc);
    let axis = |name| {
        Axis::linear(-REACH, REACH)
            .step(2.0)
            .named(name)
            .without_mesh()
    };
    let mut chart =
        drawing.chart(axis("first input $x_1$"), axis("second input $x_2$"))?;
    chart.heat(
        |a, b| sigmoid(z(a, b)),
        (0.0, 1.0),
        19,
        Ink::Blue.tint(0.75),
    )?;

    // Equal output means equal z: w₁x₁ + w₂x₂ + b = ln(y / (1 − y)).
    let equal = |output: f64| {
        let height = libm::log(output / (1.0 - output)) - two.b;
        let foot = (
            two.w1 * height / steep / steep,
            two.w2 * height / steep / steep,
        );
        (-60..=60).map(move |i| {
            let along = f64::from(i) / 5.0;
            (
                foot.0 - along * two.w2 / steep,
                foot.1 + along * two.w1 / steep,
            )
        })
    };
    let side: [(f64, &str, Pen); 3] = [
        (0.25, "output 0.25", Ink::Muted.pen(1.2).dashed()),
        (0.75, "output 0.75", Ink::Muted.pen(1.2).dashed()),
        (0.5, "decision line", Ink::Text.pen(2.2)),
    ];
    if steep > 0.0 {
        for (output, text, pen) in side {
            chart.line(equal(output), pen)?;
            chart.label(text, equal(output), Ink::Text);
        }
    }
    chart.dots([(two.x1, two.x2)], Ink::Vermilion)?;
    chart.label(
        &format!("output {}", fixed(y, 4)),
        [(two.x1, two.x2)],
        Ink::Text,
    );
    chart.finish()?;
    Ok(drawing.finish())
}
