//! What each layer could do at most, and what it does.

use super::three_digits;
use crate::book::cases::BATCH;
use crate::book::results::Measured;
use crate::count;
use crate::geometry::LAYERS;
use plate::{Axis, Drawing, Ink};

/// The kernels of the network under the roofs of the machine: bandwidth on the left, arithmetic on the
/// right.
///
/// # Errors
/// What was not measured.
pub fn roofline() -> show::Result<String> {
    let measured = Measured::committed()?;
    let peak = measured.giga("peak")?;
    let (near, far) = (measured.giga("read-near")?, measured.giga("read-far")?);
    let kernels = [
        ("first", 0, "kernel-first-forward"),
        ("second", 1, "kernel-second-forward"),
        ("dense", 2, "kernel-dense-forward"),
    ];
    let mut dots = Vec::new();
    for (name, layer, bench) in kernels {
        let count = count::forward(LAYERS[layer], BATCH);
        dots.push((name, (count.intensity(), measured.giga(bench)?)));
    }
    let list: Vec<String> = dots
        .iter()
        .map(|(name, (intensity, rate))| {
            format!(
                "{name} {} at {}",
                three_digits(*rate),
                three_digits(*intensity)
            )
        })
        .collect();
    let desc = format!(
        "Thousand million operations a second, at operations for each byte: {}. The roof is {} for arithmetic, and {} and {} thousand million bytes a second from near and from far memory.",
        list.join(", "),
        three_digits(peak),
        three_digits(near),
        three_digits(far)
    );
    let title = "The forward pass under its roofs";
    let mut drawing = Drawing::new("roofline", (600, 380), title, &desc);
    let across = Axis::log(0.01, 1000.0).named("operations for each byte");
    let up = Axis::log(1.0, 1000.0).named("10⁹ operations a second");
    let mut chart = drawing.chart(across, up)?;
    for (bandwidth, words, ink) in [
        (near, "near memory", Ink::Green),
        (far, "far memory", Ink::Purple),
    ] {
        // rate = min(peak, intensity · bandwidth)
        let ridge = peak / bandwidth;
        chart.line([(0.01, 0.01 * bandwidth), (ridge, peak)], ink.pen(2.0))?;
        chart.label(words, [(0.3 * ridge, 0.3 * peak)], ink);
    }
    chart.line(
        [(peak / near, peak), (1000.0, peak)],
        Ink::Vermilion.pen(2.0),
    )?;
    chart.label("one core's peak", [(300.0, peak)], Ink::Vermilion);
    chart.dots(dots.iter().map(|(_, at)| *at), Ink::Blue)?;
    for (name, at) in &dots {
        chart.label(name, [*at], Ink::Blue);
    }
    chart.finish()?;
    Ok(drawing.finish())
}
