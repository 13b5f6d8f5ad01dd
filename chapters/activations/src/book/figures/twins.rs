//! Two weighted sums with one GELU.

use activations::book::worked::Twins;
use activations::{gelu, gelu_derivative, gelu_twin};
use plate::{Axis, Drawing, Ink, sample};
use show::number::{fixed, short};

/// The dip of GELU with both weighted sums and the tangent at each.
///
/// # Errors
/// Where no other weighted sum has the same GELU.
pub fn gelu_twins(twins: &Twins) -> show::Result<String> {
    let twin =
        gelu_twin(twins.z).ok_or("this weighted sum shares its GELU with no other")?;
    let y = gelu(twins.z);
    let desc = format!(
        "GELU has the value {} at z = {}, where its slope is {}, and at z = {}, where its slope is {}.",
        fixed(y, 4),
        fixed(twin, 2),
        fixed(gelu_derivative(twin), 2),
        short(twins.z, 2),
        fixed(gelu_derivative(twins.z), 2),
    );
    let title = "Two weighted sums with the same GELU";
    let mut drawing = Drawing::new("gelu-twins", (600, 360), title, &desc);
    let x = Axis::linear(-3.0, 0.5).step(0.5).named("weighted sum $z$");
    let up = Axis::linear(-0.3, 0.3).step(0.1).named("GELU");
    let mut chart = drawing.chart(x, up)?;
    let curve = sample(-3.0, 0.5, gelu);
    chart.level(y, Ink::Muted.pen(1.0).dashed())?;
    chart.line(curve.clone(), Ink::Blue.pen(2.4))?;
    // Each label goes to the outer end of its tangent, where the other tangent is far.
    for (z, outer) in [(twin, -0.5), (twins.z, 0.5)] {
        let derivative = gelu_derivative(z);
        let tangent = |at: f64| y + derivative * (at - z);
        chart.line(sample(z - 0.5, z + 0.5, tangent), Ink::Vermilion.pen(1.8))?;
        let end = sample(z + 0.6 * outer, z + outer, tangent);
        chart.label(
            &format!("slope {}", fixed(derivative, 2)),
            end,
            Ink::Vermilion,
        );
    }
    chart.dots([(twin, y), (twins.z, y)], Ink::Vermilion)?;
    chart.label("GELU", curve, Ink::Blue);
    chart.finish()?;
    Ok(drawing.finish())
}
