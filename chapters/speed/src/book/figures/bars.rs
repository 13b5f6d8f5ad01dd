//! Rates as bars, on a scale on which each step is a factor of ten.

use super::three_digits;
use crate::book::results::Measured;
use plate::{Axis, Drawing, Ink};

/// A bar: what it is called, and how many thousand million operations a second it stands for.
type Bar<'a> = (&'a str, f64);

/// The ladder: from the textbook's loops to several threads, and the most that a core can do.
///
/// # Errors
/// What was not measured.
pub fn ladder() -> show::Result<String> {
    let measured = Measured::committed()?;
    let rate = |name: &str| measured.giga(&format!("ladder-{name}"));
    let bars = [
        ("textbook", rate("textbook")?),
        ("rows", rate("rows")?),
        ("lanes", rate("lanes")?),
        ("tiles", rate("tiles")?),
        ("fused", rate("fused")?),
        ("two threads", rate("threads")?),
    ];
    rates("ladder", "The rungs of the ladder", &measured, &bars)
}

/// The cliffs, beside the kernel that they fall from.
///
/// # Errors
/// What was not measured.
pub fn cliffs() -> show::Result<String> {
    let measured = Measured::committed()?;
    let bars = [
        ("the kernel", measured.giga("cliff-none")?),
        ("tile too small", measured.giga("cliff-too-small")?),
        ("tile too large", measured.giga("cliff-too-large")?),
        ("not dispatched", measured.giga("cliff-not-dispatched")?),
    ];
    rates("cliffs", "The kernel and three cliffs", &measured, &bars)
}

/// Whole steps of learning.
///
/// # Errors
/// What was not measured.
pub fn steps() -> show::Result<String> {
    let measured = Measured::committed()?;
    let bars = [
        ("layers, f64", measured.giga("step-layers")?),
        ("textbook", measured.giga("step-textbook")?),
        ("in lanes", measured.giga("step-lanes")?),
        ("kernels", measured.giga("step-fast")?),
        ("two threads", measured.giga("step-two-threads")?),
    ];
    rates("steps", "A step of learning, five times", &measured, &bars)
}

fn rates(
    name: &str,
    title: &str,
    measured: &Measured,
    bars: &[Bar<'_>],
) -> show::Result<String> {
    let peak = measured.giga("peak")?;
    let list: Vec<String> = bars
        .iter()
        .map(|(name, rate)| format!("{name} {}", three_digits(*rate)))
        .collect();
    let desc = format!(
        "Thousand million operations a second: {}. The most that one core can do: {}.",
        list.join(", "),
        three_digits(peak)
    );
    let mut drawing = Drawing::new(name, (600, 340), title, &desc);
    let names: Vec<&str> = bars.iter().map(|(name, _)| *name).collect();
    let up = Axis::log(0.1, 1000.0).named("10⁹ operations a second");
    let mut chart = drawing.chart(Axis::names(&names).without_mesh(), up)?;
    let at = |n: usize| n as f64;
    let points = bars.iter().enumerate().map(|(n, (_, rate))| (at(n), *rate));
    chart.bars(points.clone(), 0.6, 0.1, Ink::Blue.tint(0.35))?;
    chart.level(peak, Ink::Vermilion.pen(1.6).dashed())?;
    chart.label("one core's peak", [(0.0, peak)], Ink::Vermilion);
    for (x, rate) in points {
        chart.label(&three_digits(rate), [(x, rate)], Ink::Text);
    }
    chart.finish()?;
    Ok(drawing.finish())
}
