//! Rosenblatt's perceptron learns AND: its line after each pass.

use neurons::book::worked::{And, and_points};
use neurons::{Neuron, pass};
use plate::{Axis, Drawing, Ink, Point};

/// How many passes are drawn at most: more would be no picture.
const MOST: usize = 40;

/// Two points far out on the line where z is 0, if there is such a line.
fn undecided(neuron: &Neuron) -> Option<[Point; 2]> {
    let [w1, w2] = neuron.weights[..] else {
        return None;
    };
    let square = w1 * w1 + w2 * w2;
    if square == 0.0 {
        return None;
    }
    // The foot of the origin on the line, and ten units along it either way.
    let (foot, long) = (-neuron.bias / square, square.sqrt());
    let at =
        |along: f64| (foot * w1 - along * w2 / long, foot * w2 + along * w1 / long);
    Some([at(-10.0), at(10.0)])
}

/// The four points of AND, the line after each pass that made a correction, and the last one.
///
/// # Errors
/// What the plate refuses, and a start that needs too many passes.
pub fn learning(and: &And) -> show::Result<String> {
    let mut neuron = Neuron {
        weights: vec![and.w1, and.w2],
        bias: and.b,
    };
    let points = and_points();
    let mut lines = Vec::new();
    loop {
        let (next, wrong) = pass(&neuron, &points)?;
        if wrong == 0 {
            break;
        }
        if lines.len() == MOST {
            return Err("forty passes were not enough".into());
        }
        lines.extend(undecided(&next));
        neuron = next;
    }
    let desc = format!(
        "The four points of AND: a dot where both inputs are 1, rings where they are not. {} dashed \
         lines show where the neuron is undecided after the earlier passes; the last line, drawn \
         full, has the dot alone beyond it.",
        lines.len().saturating_sub(1)
    );
    let title = "Rosenblatt's rule learns AND";
    let mut drawing = Drawing::new("learning-and", (560, 400), title, &desc);
    let axis = |name| Axis::linear(-0.6, 1.8).step(1.0).named(name).without_mesh();
    let mut chart =
        drawing.chart(axis("first input $x_1$"), axis("second input $x_2$"))?;
    let last = undecided(&neuron);
    for line in &lines {
        if Some(*line) != last {
            chart.line(*line, Ink::Muted.pen(1.2).dashed())?;
        }
    }
    if let Some(line) = last {
        chart.line(line, Ink::Blue.pen(2.4))?;
    }
    let (yes, no): (Vec<_>, Vec<_>) = points.iter().partition(|point| point.t > 0.5);
    let place = |point: &&neurons::Point| (point.x[0], point.x[1]);
    chart.rings(no.iter().map(place), Ink::Vermilion)?;
    chart.dots(yes.iter().map(place), Ink::Blue)?;
    chart.label("yes", yes.iter().map(place), Ink::Blue);
    for point in &no {
        chart.label("no", [place(point)], Ink::Vermilion);
    }
    if let Some([a, b]) = last {
        let along = (0..=48).map(|i| plate::between(a, b, f64::from(i) / 48.0));
        chart.label("after the last pass", along, Ink::Blue);
    }
    chart.finish()?;
    Ok(drawing.finish())
}
