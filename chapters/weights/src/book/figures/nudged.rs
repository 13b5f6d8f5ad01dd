//! What a nudge sees, and what the derivative is.

use plate::{Axis, Drawing, Ink, sample};
use show::number::{fixed, short};
use weights::book::worked::Nudge;
use weights::{squared_error, squared_error_derivative};

/// The squared error over the output, with the line through two outputs and the tangent.
///
/// # Errors
/// What the plate refuses.
pub fn nudged(nudge: &Nudge) -> show::Result<String> {
    let (y, h) = (nudge.y, nudge.h);
    let loss = |y: f64| squared_error(y, nudge.t);
    let (at, after) = (loss(y), loss(y + h));
    let (quotient, derivative) =
        ((after - at) / h, squared_error_derivative(y, nudge.t));
    let desc = format!(
        "A parabola with its lowest point at the target {}. A line through the curve at the outputs \
         {} and {} has the slope {}; the tangent at {} has the slope {}.",
        short(nudge.t, 2),
        short(y, 2),
        short(y + h, 2),
        fixed(quotient, 2),
        short(y, 2),
        fixed(derivative, 2),
    );
    let (from, to) = (y.min(nudge.t) - 0.15, (y + h).max(nudge.t) + 0.15);
    let top = loss(from).max(loss(to));
    let mut drawing = Drawing::new("nudge", (600, 370), "A nudge and a slope", &desc);
    let across = Axis::linear(from, to).named("output $y$");
    let up = Axis::linear(-0.15 * top, 1.1 * top).named("loss $L$");
    let mut chart = drawing.chart(across, up)?;
    let curve = sample(from, to, loss);
    let tangent = sample(from, to, |x| at + derivative * (x - y));
    let through = sample(from, to, |x| at + quotient * (x - y));
    chart.line(through.iter().copied(), Ink::Text.pen(1.4))?;
    chart.line(tangent.iter().copied(), Ink::Vermilion.pen(1.8).dashed())?;
    chart.line(curve.iter().copied(), Ink::Blue.pen(2.4))?;
    chart.dots([(y, at)], Ink::Vermilion)?;
    chart.rings([(y + h, after)], Ink::Text)?;
    chart.label("loss", curve.into_iter().take(60), Ink::Blue);
    let named = format!("tangent: slope {}", fixed(derivative, 2));
    chart.label(&named, tangent, Ink::Vermilion);
    let named = format!("nudge: slope {}", fixed(quotient, 2));
    chart.label(&named, through, Ink::Text);
    chart.finish()?;
    Ok(drawing.finish())
}
