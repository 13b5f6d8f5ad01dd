//! The loss against the epoch.

use digits::train::Epoch;
use plate::{Axis, Drawing, Ink};
use show::number::fixed;

/// The mean loss of each epoch of a training.
///
/// # Errors
/// Where the drawing has no room.
pub fn loss_curve(history: &[Epoch]) -> Result<String, plate::Error> {
    let losses = history.iter().map(|epoch| fixed(epoch.loss, 4));
    let desc = format!(
        "The mean loss of each epoch, from the first to the last: {}.",
        losses.collect::<Vec<_>>().join(", ")
    );
    let mut drawing =
        Drawing::new("loss-curve", (600, 370), "The loss of each epoch", &desc);
    let top = history.iter().fold(0.0, |top: f64, e| top.max(e.loss));
    let top = if top > 0.0 { top } else { 1.0 };
    let across = Axis::linear(0.0, history.len().max(1) as f64).named("epoch");
    let up = Axis::linear(0.0, 1.1 * top).named("loss $L$");
    let mut chart = drawing.chart(across, up)?;
    let points = || (1..).map(f64::from).zip(history.iter().map(|e| e.loss));
    chart.line(points(), Ink::Blue.pen(2.4))?;
    chart.rings(points(), Ink::Blue)?;
    chart.finish()?;
    Ok(drawing.finish())
}
