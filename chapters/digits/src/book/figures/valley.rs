//! Two ways down a long, narrow valley.

use digits::book::worked::valley::{MOMENTUM, loss, path};
use plate::{Axis, Drawing, Ink};
use show::number::fixed;

/// The valley as shade and contour lines, and both ways over it, a dot a step.
///
/// # Errors
/// What the plate refuses.
pub fn valley() -> show::Result<String> {
    let ways = [
        (path(0.0), "without momentum", 4, Ink::Vermilion),
        (path(MOMENTUM), "with momentum", 5, Ink::Green),
    ];
    let descriptions = ways.iter().map(|(path, words, ..)| {
        let end = path.last().map_or(f64::NAN, |w| loss(*w));
        format!("{words} the loss ends at {}", fixed(end, 4))
    });
    let desc = format!(
        "A map of a long, narrow valley and two ways through it of {} steps each: {}.",
        ways[0].0.len() - 1,
        descriptions.collect::<Vec<_>>().join(", ")
    );
    let title = "Two ways down a valley";
    let mut drawing = Drawing::new("valley", (600, 330), title, &desc);
    let along = Axis::linear(-10.0, 2.0).named("first weight $w_1$");
    let across = Axis::linear(-1.5, 1.5)
        .step(0.5)
        .named("second weight $w_2$");
    let mut chart = drawing.chart(along.without_mesh(), across.without_mesh())?;
    let height = |w1: f64, w2: f64| loss([w1, w2]);
    chart.heat(height, (0.0, 90.0), 15, Ink::Blue.tint(0.6))?;
    chart.contours(height, [1.0, 5.0, 15.0, 30.0, 50.0], Ink::Muted.pen(0.8))?;
    let mut steps = Vec::new();
    for (path, words, named_at, ink) in &ways {
        let points: Vec<(f64, f64)> = path.iter().map(|w| (w[0], w[1])).collect();
        chart.line(points.iter().copied(), ink.pen(1.6))?;
        chart.label(words, [points[*named_at]], *ink);
        steps.extend(points.into_iter().map(|at| (chart.at(at), *ink)));
    }
    chart.crosses([(0.0, 0.0)], Ink::Text)?;
    chart.label("lowest", [(0.0, 0.0)], Ink::Text);
    chart.finish()?;
    for (at, ink) in steps {
        drawing.circle(at, 2.4, ink);
    }
    Ok(drawing.finish())
}
