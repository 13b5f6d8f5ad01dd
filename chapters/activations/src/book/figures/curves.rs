//! Every activation with its derivative.

use activations::Activation;
use plate::{Axis, Drawing, Ink, sample};
use show::number::short;

show::inputs! {
    /// The curves of the activations.
    pub struct Curves = "activation-curves" {
        /// the leak of the leaky ReLU
        leak = 0.1 in 0.0..=0.5 by 0.05,
    }
}

/// Six panels: each activation, and its derivative as a dashed line.
///
/// # Errors
/// Where the drawing has no room.
pub fn activations(curves: &Curves) -> show::Result<String> {
    let leaky = format!("leaky ReLU, leak {}", short(curves.leak, 2));
    let panels = [
        ("identity", Activation::Identity),
        ("ReLU", Activation::Relu),
        (&leaky, Activation::LeakyRelu(curves.leak)),
        ("sigmoid", Activation::Sigmoid),
        ("tanh", Activation::Tanh),
        ("GELU", Activation::Gelu),
    ];
    let of = |f: Activation, z: f64| (short(f.value(z), 2), short(f.derivative(z), 2));
    let values = panels.iter().map(|(name, f)| {
        let ((low, low_derivative), (high, high_derivative)) = (of(*f, -2.0), of(*f, 2.0));
        format!("{name}: {low} with slope {low_derivative} at −2, {high} with slope {high_derivative} at 2.")
    });
    let desc = values.collect::<Vec<_>>().join(" ");
    let (width, height) = (204.0, 200.0);
    let title = "Six activations and their slopes";
    let mut drawing = Drawing::new("activations", (612, 400), title, &desc);
    for (i, (name, f)) in panels.into_iter().enumerate() {
        let corner = ((i % 3) as f64 * width, (i / 3) as f64 * height);
        let middle = (corner.0 + width / 2.0 + 14.0, corner.1 + 14.0);
        drawing.text(middle, name, Ink::Text.letters(14.0).bold());
        let x = Axis::linear(-3.0, 3.0).step(1.0).named("$z$");
        let up = Axis::linear(-1.0, 2.0).step(1.0);
        let size = (width, height - 22.0);
        let mut chart = drawing.chart_in((corner.0, corner.1 + 22.0), size, x, up)?;
        let value = sample(-3.0, 3.0, |z| f.value(z));
        // A derivative that jumps is drawn as two pieces.
        let jumps = f.derivative(1e-9) - f.derivative(0.0) > 0.1;
        let derivative: Vec<_> = sample(-3.0, 3.0, |z| f.derivative(z))
            .into_iter()
            .map(|(z, derivative)| {
                (
                    z,
                    if jumps && z.abs() < 1e-9 {
                        f64::NAN
                    } else {
                        derivative
                    },
                )
            })
            .collect();
        chart.line(value.clone(), Ink::Blue.pen(2.4))?;
        // On top: where both are 0, the dashes show that there are two lines.
        chart.line(derivative.clone(), Ink::Vermilion.pen(1.6).dashed())?;
        chart.label("$f$", value, Ink::Blue);
        chart.label("$f′$", derivative, Ink::Vermilion);
        chart.finish()?;
    }
    Ok(drawing.finish())
}
