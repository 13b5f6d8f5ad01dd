//! Where the work is.

use crate::count;
use crate::geometry::LAYERS;
use plate::{Axis, Drawing, Ink};
use show::number::fixed;

/// The share of each layer in the operations of a step, forward and backward.
///
/// # Errors
/// What the plate refuses.
pub fn work() -> show::Result<String> {
    let whole = count::step(1);
    let forward = |n: usize| 100.0 * count::forward(LAYERS[n], 1).operations / whole;
    let backward = |n: usize| if n == 0 { forward(n) } else { 2.0 * forward(n) };
    let names = LAYERS.map(|layer| layer.name);
    let list: Vec<String> = (0..5)
        .map(|n| {
            format!(
                "{} {} and {}",
                names[n],
                fixed(forward(n), 1),
                fixed(backward(n), 1)
            )
        })
        .collect();
    let desc = format!(
        "Percent of a step's operations, forward and backward: {}.",
        list.join(", ")
    );
    let mut drawing =
        Drawing::new("work", (600, 320), "Where the operations are", &desc);
    let up = Axis::linear(0.0, 50.0).named("% of a step's operations");
    let mut chart = drawing.chart(Axis::names(&names).without_mesh(), up)?;
    let bars = |at: f64, share: &dyn Fn(usize) -> f64| -> Vec<(f64, f64)> {
        (0..5).map(|n| (n as f64 + at, share(n))).collect()
    };
    let (before, after) = (bars(-0.2, &forward), bars(0.2, &backward));
    chart.bars(before.clone(), 0.36, 0.0, Ink::Blue.tint(0.35))?;
    chart.bars(after.clone(), 0.36, 0.0, Ink::Vermilion.tint(0.35))?;
    chart.label("forward", [before[1]], Ink::Blue);
    chart.label("backward", [after[1]], Ink::Vermilion);
    chart.finish()?;
    Ok(drawing.finish())
}
