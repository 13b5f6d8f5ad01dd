//! The sigmoid and its tangent.

use neurons::book::worked::At;
use neurons::{sigmoid, sigmoid_derivative};
use plate::{Axis, Drawing, Ink, sample};
use show::number::{fixed, short};

/// The sigmoid, its tangent at a chosen z, and how far the tangent rises on one unit.
///
/// # Errors
/// What the plate refuses.
pub fn tangent(at: &At) -> show::Result<String> {
    let (z, y, derivative) = (at.z, sigmoid(at.z), sigmoid_derivative(at.z));
    let along = |x: f64| y + derivative * (x - z);
    let desc = format!(
        "A curve rises from 0 to 1 in the shape of an S. At z = {} its height is {}. The tangent \
         there rises by {} on one unit of z; one unit to the right it has come to {}, the curve to {}.",
        short(z, 2),
        fixed(y, 4),
        fixed(derivative, 4),
        fixed(along(z + 1.0), 4),
        fixed(sigmoid(z + 1.0), 4),
    );
    let title = "The sigmoid and its tangent";
    let mut drawing = Drawing::new("sigmoid-tangent", (600, 380), title, &desc);
    let across = Axis::linear(-8.0, 8.0).step(2.0).named("weighted sum $z$");
    let up = Axis::linear(-0.12, 1.12).step(0.25).named("output $σ(z)$");
    let mut chart = drawing.chart(across, up)?;
    let curve = sample(-8.0, 8.0, sigmoid);
    let line = sample(-8.0, 8.0, along);
    chart.line(line.iter().copied(), Ink::Vermilion.pen(1.6).dashed())?;
    chart.line(curve.iter().copied(), Ink::Blue.pen(2.4))?;
    let step = [(z, y), (z + 1.0, y), (z + 1.0, y + derivative)];
    chart.line(step, Ink::Text.pen(1.2))?;
    chart.dots([(z, y)], Ink::Vermilion)?;
    chart.label("sigmoid $σ$", curve, Ink::Blue);
    chart.label("tangent", line, Ink::Vermilion);
    let rise = format!("1 across, {} up", fixed(derivative, 4));
    chart.label(&rise, [(z + 1.0, y)], Ink::Text);
    chart.finish()?;
    Ok(drawing.finish())
}
