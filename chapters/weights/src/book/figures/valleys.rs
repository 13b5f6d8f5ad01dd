//! Two valleys, and a ball in each.

use plate::{Axis, Drawing, Ink, sample};
use show::number::{fixed, short};
use weights::book::worked::TwoValleys;

/// The loss over one weight, the descents from two starts, and the places where the slope is zero.
///
/// # Errors
/// What the plate refuses.
pub fn two_valleys(valleys: &TwoValleys) -> show::Result<String> {
    let loss = |w: f64| TwoValleys::loss(w).unwrap_or(f64::NAN);
    let flat = TwoValleys::flat()?;
    let paths = [valleys.path(valleys.left)?, valleys.path(valleys.right)?];
    let told = |path: &[f64]| match (path.first(), path.last()) {
        (Some(start), Some(end)) => format!(
            "the one that starts at {} is at {} with the loss {}",
            short(*start, 2),
            fixed(*end, 2),
            fixed(loss(*end), 3),
        ),
        _ => String::new(),
    };
    let desc = format!(
        "A curve of the loss over one weight, with a valley at {} whose floor is at {} and a deeper one \
         at {} whose floor is at {}. After {} steps of two descents {}, and {}.",
        fixed(flat[0], 2),
        fixed(loss(flat[0]), 3),
        fixed(flat[2], 2),
        fixed(loss(flat[2]), 3),
        short(valleys.steps, 0),
        told(&paths[0]),
        told(&paths[1]),
    );
    let title = "Two valleys of the loss";
    let mut drawing = Drawing::new("two-valleys", (600, 370), title, &desc);
    let (from, to) = (-1.5, 7.5);
    let across = Axis::linear(from, to).step(1.0).named("weight $w$");
    let up = Axis::linear(0.12, 0.42).step(0.05).named("mean loss $L$");
    let mut chart = drawing.chart(across, up)?;
    let curve = sample(from, to, loss);
    chart.line(curve.iter().copied(), Ink::Blue.pen(2.2))?;
    for w in flat {
        let level = [(w - 0.55, loss(w)), (w + 0.55, loss(w))];
        chart.line(level, Ink::Text.pen(1.6).dashed())?;
    }
    let on = |w: &f64| (*w, loss(*w));
    let mut steps = Vec::new();
    for (path, ink) in paths.iter().zip([Ink::Vermilion, Ink::Green]) {
        let start = path.first().map(on);
        let inside = path.iter().map(on).filter(|at| (from..=to).contains(&at.0));
        steps.extend(inside.map(|at| (chart.at(at), ink)));
        chart.rings(start, ink)?;
        chart.label("start", start, ink);
    }
    let names = ["local minimum", "top", "global minimum"];
    for (name, w) in names.into_iter().zip(flat) {
        chart.label(name, [(w, loss(w))], Ink::Text);
    }
    chart.finish()?;
    for (at, ink) in steps {
        drawing.circle(at, 2.8, ink);
    }
    Ok(drawing.finish())
}
