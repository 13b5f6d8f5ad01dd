//! What a nudge sees, and what the derivative is.

use neurons::book::worked::{Nudge, square};
use neurons::difference_quotient;
use plate::{Axis, Drawing, Ink, sample};
use show::number::{fixed, short};

/// The parabola of the squares, with the line through two of its points and the tangent.
///
/// # Errors
/// What the plate refuses.
pub fn nudged(nudge: &Nudge) -> show::Result<String> {
    let Nudge { d, h } = *nudge;
    let (quotient, derivative) = (difference_quotient(square, d, h), 2.0 * d);
    let desc = format!(
        "A parabola with its lowest point at 0. A line through the curve at {} and at {} has the \
         slope {}; the tangent at {} has the slope {}.",
        short(d, 2),
        short(d + h, 2),
        fixed(quotient, 2),
        short(d, 2),
        fixed(derivative, 2),
    );
    let (from, to) = (d.min(0.0) - 0.15, (d + h).max(0.0) + 0.15);
    let top = square(from).max(square(to));
    let mut drawing = Drawing::new("nudge", (600, 370), "A nudge and a slope", &desc);
    let across = Axis::linear(from, to).named("$d$");
    let up = Axis::linear(-0.15 * top, 1.1 * top).named("its square $d^2$");
    let mut chart = drawing.chart(across, up)?;
    let curve = sample(from, to, square);
    let tangent = sample(from, to, |x| square(d) + derivative * (x - d));
    let through = sample(from, to, |x| square(d) + quotient * (x - d));
    chart.line(through.iter().copied(), Ink::Text.pen(1.4))?;
    chart.line(tangent.iter().copied(), Ink::Vermilion.pen(1.8).dashed())?;
    chart.line(curve.iter().copied(), Ink::Blue.pen(2.4))?;
    chart.dots([(d, square(d))], Ink::Vermilion)?;
    chart.rings([(d + h, square(d + h))], Ink::Text)?;
    chart.label("$d^2$", curve.into_iter().take(60), Ink::Blue);
    let named = format!("tangent: slope {}", fixed(derivative, 2));
    chart.label(&named, tangent, Ink::Vermilion);
    let named = format!("nudge: slope {}", fixed(quotient, 2));
    chart.label(&named, through, Ink::Text);
    chart.finish()?;
    Ok(drawing.finish())
}
