//! How hard two losses push, against how wrong the answer is.

use digits::book::worked::Behind;
use plate::{Axis, Drawing, Ink, sample};
use show::number::fixed;

/// The push of both losses on the right answer, from where it leads to where it is far behind.
///
/// # Errors
/// What the plate refuses.
pub fn behind() -> show::Result<String> {
    let push = |lead: f64| Behind::by(lead).map_or(f64::NAN, |b| -b.derivative);
    let squared =
        |lead: f64| Behind::by(lead).map_or(f64::NAN, |b| -b.squared_derivative);
    let values = |f: &dyn Fn(f64) -> f64| {
        [-6.0, 0.0, 6.0].map(|lead| fixed(f(lead), 3)).join(", ")
    };
    let desc = format!(
        "How hard each loss pushes the right answer up where it leads by 6, where it is level and where it is behind by 6. Cross-entropy: {}. Squared error: {}.",
        values(&push),
        values(&squared)
    );
    let title = "The push on the right answer";
    let mut drawing = Drawing::new("behind", (600, 340), title, &desc);
    let across = Axis::linear(-6.0, 6.0)
        .step(2.0)
        .named("how far the right answer is behind");
    let up = Axis::linear(0.0, 1.1).step(0.25).named("push, $−∂L/∂z_t$");
    let mut chart = drawing.chart(across, up)?;
    for (f, words, ink) in [
        (&push as &dyn Fn(f64) -> f64, "cross-entropy", Ink::Blue),
        (&squared, "squared error", Ink::Vermilion),
    ] {
        chart.line(sample(-6.0, 6.0, f), ink.pen(2.4))?;
        chart.label(words, [(3.0, f(3.0))], ink);
    }
    chart.finish()?;
    Ok(drawing.finish())
}
