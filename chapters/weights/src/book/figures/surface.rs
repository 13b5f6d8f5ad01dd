//! The loss over two weights, and the path of descent.

use plate::{Axis, Drawing, Ink};
use show::number::{fixed, short};
use weights::book::worked::Surface;

/// How far the map reaches to each side.
const REACH: f64 = 5.0;

/// The loss as shade and contour lines, the path of descent over it, and where the targets come from.
///
/// # Errors
/// What the plate refuses.
pub fn surface(surface: &Surface) -> show::Result<String> {
    let (points, path) = (surface.points()?, surface.path()?);
    let loss = |w1: f64, w2: f64| Surface::loss(&points, [w1, w2]).unwrap_or(f64::NAN);
    let (start, truth) = ([surface.w1, surface.w2], [surface.true_w1, surface.true_w2]);
    let end = path.last().copied().unwrap_or(start);
    let place = |w: [f64; 2]| format!("({}, {})", short(w[0], 2), short(w[1], 2));
    let desc = format!(
        "A map of the mean loss over two weights, a deeper blue where it is higher. Descent starts at {} \
         with the loss {} and after {} steps is at {} with the loss {}. The lowest point is at {}.",
        place(start),
        fixed(loss(start[0], start[1]), 4),
        short(surface.steps, 0),
        place(end),
        fixed(loss(end[0], end[1]), 4),
        place(truth),
    );
    let mut drawing = Drawing::new(
        "loss-surface",
        (530, 523),
        "Descent over two weights",
        &desc,
    );
    let axis = |name| {
        Axis::linear(-REACH, REACH)
            .step(2.0)
            .named(name)
            .without_mesh()
    };
    let mut chart =
        drawing.chart(axis("first weight $w_1$"), axis("second weight $w_2$"))?;
    chart.heat(loss, (0.0, 0.8), 15, Ink::Blue.tint(0.75))?;
    let levels = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5];
    chart.contours(loss, levels, Ink::Muted.pen(0.8))?;
    let path: Vec<(f64, f64)> = path.iter().map(|w| (w[0], w[1])).collect();
    chart.line(path.iter().copied(), Ink::Vermilion.pen(1.8))?;
    let inside = |w: &&(f64, f64)| w.0.abs() <= REACH && w.1.abs() <= REACH;
    let steps = path.iter().filter(inside).map(|place| chart.at(*place));
    let steps: Vec<(f64, f64)> = steps.collect();
    chart.crosses([(truth[0], truth[1])], Ink::Text)?;
    chart.label("start", [(start[0], start[1])], Ink::Text);
    chart.label("lowest", [(truth[0], truth[1])], Ink::Text);
    chart.finish()?;
    for step in steps {
        drawing.circle(step, 2.6, Ink::Vermilion);
    }
    Ok(drawing.finish())
}
