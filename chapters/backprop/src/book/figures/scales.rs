//! How many starts learn exclusive or, against the size of the first weights.

use backprop::book::worked::learned_of_ten;
use plate::{Axis, Drawing, Ink};
use show::number::short;

/// The sizes that are tried, and how they are written.
const SCALES: [(f64, &str); 9] = [
    (0.01, "0.01"),
    (0.03, "0.03"),
    (0.1, "0.1"),
    (0.3, "0.3"),
    (1.0, "1"),
    (3.0, "3"),
    (10.0, "10"),
    (30.0, "30"),
    (100.0, "100"),
];

/// How many of ten starts have learned, for each size of the first weights.
///
/// # Errors
/// What the plate refuses.
pub fn scales() -> show::Result<String> {
    let mut points = Vec::with_capacity(SCALES.len());
    for (scale, _) in SCALES {
        points.push((scale, learned_of_ten(scale)?));
    }
    let said: Vec<String> = (points.iter().zip(SCALES))
        .map(|((_, learned), (_, name))| format!("{name}: {}", short(*learned, 0)))
        .collect();
    let desc = format!(
        "Of ten starts, so many have learned exclusive or, for each size of the first weights: {}.",
        said.join(", "),
    );
    let title =
        "Exclusive or: how many of ten starts learn, by the size of the first weights";
    let mut drawing = Drawing::new("xor-scales", (600, 340), title, &desc);
    let x = Axis::log(0.01, 100.0).named("size of the first weights");
    let y = Axis::linear(0.0, 10.0).step(2.0).named("starts that learn");
    let mut chart = drawing.chart(x, y)?;
    chart.line(points.iter().copied(), Ink::Blue.pen(1.6))?;
    chart.dots(points.iter().copied(), Ink::Blue)?;
    chart.finish()?;
    Ok(drawing.finish())
}
