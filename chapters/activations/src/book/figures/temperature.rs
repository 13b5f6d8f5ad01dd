//! The softmax, warm and cold.

use activations::book::worked::Shares;
use activations::softmax;
use plate::{Axis, Drawing, Ink};
use show::number::{fixed, short};

/// The three shares against the temperature.
///
/// # Errors
/// Where the drawing has no room.
pub fn softmax_temperature(shares: &Shares) -> show::Result<String> {
    let z = [shares.z1, shares.z2, shares.z3];
    let at = |temperature: f64| softmax(&z.map(|z| z / temperature));
    let here = at(shares.temperature)?;
    let percent = |shares: &[f64]| -> String {
        let each = shares.iter().map(|y| format!("{} %", fixed(100.0 * y, 0)));
        each.collect::<Vec<_>>().join(", ")
    };
    let desc = format!(
        "The numbers are {}, {} and {}. Their shares at temperature 0.1: {}; at {}: {}; at 10: {}.",
        short(z[0], 1),
        short(z[1], 1),
        short(z[2], 1),
        percent(&at(0.1)?),
        short(shares.temperature, 1),
        percent(&here),
        percent(&at(10.0)?),
    );
    let title = "Softmax at low and high temperature";
    let mut drawing = Drawing::new("softmax-temperature", (600, 360), title, &desc);
    let ticks = [
        (0.1, "0.1"),
        (0.3, "0.3"),
        (1.0, "1"),
        (3.0, "3"),
        (10.0, "10"),
    ];
    let x = Axis::log(0.1, 10.0).at(ticks).named("temperature $T$");
    let up = Axis::linear(0.0, 1.0).step(0.25).named("share $y$");
    let mut chart = drawing.chart(x, up)?;
    chart.upright(shares.temperature, Ink::Muted.pen(1.0).dashed())?;
    // Steps of equal ratio, for an axis of ratios.
    let temperatures: Vec<f64> = (0..=200)
        .map(|k| libm::pow(10.0, f64::from(k) / 100.0 - 1.0))
        .collect();
    for (i, ink) in [Ink::Blue, Ink::Vermilion, Ink::Green]
        .into_iter()
        .enumerate()
    {
        let mut points = Vec::new();
        for t in &temperatures {
            points.extend(at(*t)?.get(i).map(|y| (*t, *y)));
        }
        chart.line(points.clone(), ink.pen(2.2))?;
        chart.dots(here.get(i).map(|y| (shares.temperature, *y)), ink)?;
        let name = format!("$z_{}$ = {}", i + 1, short(z[i], 1));
        chart.label(&name, points, ink);
    }
    chart.finish()?;
    Ok(drawing.finish())
}
