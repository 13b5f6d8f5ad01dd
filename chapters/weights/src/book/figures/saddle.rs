//! A saddle, and the way of descent past it.

use plate::{Axis, Drawing, Ink, sample};
use show::number::{fixed, short};
use weights::book::worked::Saddle;

/// How far the map reaches to each side.
const REACH: f64 = 2.0;

/// The loss as shade and contour lines, and the path of descent over it.
///
/// # Errors
/// What the plate refuses.
pub fn saddle(saddle: &Saddle) -> show::Result<String> {
    let path = saddle.path()?;
    let loss = |w1: f64, w2: f64| Saddle::loss([w1, w2]);
    let start = [saddle.w1, saddle.w2];
    let end = path.last().copied().unwrap_or(start);
    let desc = format!(
        "A map of the loss over two weights, a deeper blue where it is higher. From the middle it falls \
         to the upper right and to the lower left, and rises to the other two corners. Descent starts at \
         ({}, {}) and after {} steps is at ({}, {}) with the loss {}.",
        short(start[0], 2),
        short(start[1], 2),
        short(saddle.steps, 0),
        fixed(end[0], 2),
        fixed(end[1], 2),
        fixed(Saddle::loss(end), 3),
    );
    let title = "Descent past a saddle";
    let mut drawing = Drawing::new("saddle", (460, 453), title, &desc);
    let axis = |name| {
        Axis::linear(-REACH, REACH)
            .step(1.0)
            .named(name)
            .without_mesh()
    };
    let mut chart =
        drawing.chart(axis("first weight $w_1$"), axis("second weight $w_2$"))?;
    chart.heat(loss, (0.0, 9.0), 15, Ink::Blue.tint(0.75))?;
    let levels = [0.3, 1.0, 2.2, 4.0, 8.0, 14.0];
    chart.contours(loss, levels, Ink::Muted.pen(0.8))?;
    let floor = |sign: f64| {
        sample(0.5, 2.0, move |w| 1.0 / w)
            .into_iter()
            .map(move |(w1, w2)| (sign * w1, sign * w2))
    };
    for sign in [-1.0, 1.0] {
        chart.line(floor(sign), Ink::Text.pen(1.4).dashed())?;
    }
    let path: Vec<(f64, f64)> = path.iter().map(|w| (w[0], w[1])).collect();
    chart.line(path.iter().copied(), Ink::Vermilion.pen(1.6))?;
    let inside = |w: &&(f64, f64)| w.0.abs() <= REACH && w.1.abs() <= REACH;
    let steps = path.iter().filter(inside).map(|place| chart.at(*place));
    let steps: Vec<(f64, f64)> = steps.collect();
    chart.crosses([(0.0, 0.0)], Ink::Text)?;
    chart.label("saddle", [(0.0, 0.0)], Ink::Text);
    chart.label("loss 0", floor(-1.0), Ink::Text);
    chart.label("start", path.first().copied(), Ink::Text);
    chart.finish()?;
    for step in steps {
        drawing.circle(step, 2.6, Ink::Vermilion);
    }
    Ok(drawing.finish())
}
