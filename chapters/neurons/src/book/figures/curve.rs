//! The sigmoid alone.

use neurons::book::worked::At;
use neurons::sigmoid;
use plate::{Axis, Drawing, Ink, sample};
use show::number::{fixed, short};

/// The sigmoid, and the way from one z to its output.
///
/// # Errors
/// What the plate refuses.
pub fn curve(at: &At) -> show::Result<String> {
    let (z, y) = (at.z, sigmoid(at.z));
    let desc = format!(
        "A curve in the shape of an S: close to 0 for very negative z, a half at z = 0, close to 1 \
         for very positive z. At z = {} its height is {}.",
        short(z, 2),
        fixed(y, 4),
    );
    let mut drawing = Drawing::new("sigmoid-curve", (600, 330), "The sigmoid", &desc);
    let across = Axis::linear(-8.0, 8.0).step(2.0).named("weighted sum $z$");
    let up = Axis::linear(-0.08, 1.08).step(0.25).named("output $y$");
    let mut chart = drawing.chart(across, up)?;
    let way = [(z, -0.08), (z, y), (-8.0, y)];
    chart.line(way, Ink::Vermilion.pen(1.6).dashed())?;
    let curve = sample(-8.0, 8.0, sigmoid);
    chart.line(curve.iter().copied(), Ink::Blue.pen(2.4))?;
    chart.dots([(z, y)], Ink::Vermilion)?;
    chart.label("sigmoid $σ$", curve.into_iter().skip(160), Ink::Blue);
    let words = format!("$z$ = {}, $y$ = {}", short(z, 2), fixed(y, 4));
    chart.label(&words, [(z, y)], Ink::Text);
    chart.finish()?;
    Ok(drawing.finish())
}
