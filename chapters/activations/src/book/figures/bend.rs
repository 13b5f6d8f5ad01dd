//! Three neurons without a bend, and with one.

use activations::Activation;
use activations::book::worked::{Bend, bend as counts};
use plate::{Axis, Drawing, Ink, Point};
use show::InputValues;
use show::number::short;

/// What the two first neurons hand on and what the third makes of it, against the input: as it is, and
/// with a ReLU between.
///
/// # Errors
/// Where the drawing has no room.
pub fn bend(bend: &Bend) -> show::Result<String> {
    bend.check()?;
    let outputs = counts(bend)?;
    let at = |name: &str| outputs.get(name).ok_or("the sum is computed");
    let (straight, bent) = (at("straight")?, at("bent")?);
    let desc = format!(
        "Two panels over the input from −4 to 4. Left, two lines through 0 and their weighted sum, a line through 0 of slope {}. Right, the same lines with everything below 0 cut off, and their weighted sum, which is bent at 0. For the input {} the sums are {} and {}.",
        short(at("one_weight")?, 2),
        short(bend.x, 1),
        short(straight, 2),
        short(bent, 2),
    );
    let title = "Three neurons without a bend, and with one";
    let mut drawing = Drawing::new("bend", (600, 330), title, &desc);
    for (left, heading, activation, sum) in [
        (0.0, "no activation", Activation::Identity, straight),
        (300.0, "ReLU between", Activation::Relu, bent),
    ] {
        let f = |z: f64| activation.value(z);
        let middle = (left + 150.0 + 14.0, 14.0);
        drawing.text(middle, heading, Ink::Text.letters(14.0).bold());
        let x = Axis::linear(-4.0, 4.0).step(2.0).named("input $x$");
        let up = Axis::linear(-4.0, 4.0).step(2.0);
        let mut chart = drawing.chart_in((left, 22.0), (300.0, 308.0), x, up)?;
        // All of it is straight but for a bend at 0.
        let line = |y: &dyn Fn(f64) -> f64| -> Vec<Point> {
            (-8..=8)
                .map(|k| f64::from(k) / 2.0)
                .map(|x| (x, y(x)))
                .collect()
        };
        let first = line(&|x| f(bend.w1 * x));
        let second = line(&|x| f(bend.w2 * x));
        let third = line(&|x| bend.v1 * f(bend.w1 * x) + bend.v2 * f(bend.w2 * x));
        chart.line(third.clone(), Ink::Blue.pen(4.0))?;
        chart.line(first.clone(), Ink::Vermilion.pen(1.8).dashed())?;
        chart.line(second.clone(), Ink::Green.pen(1.8).dashed())?;
        chart.dots([(bend.x, sum)], Ink::Blue)?;
        let near = |line: &[Point], from: usize| {
            line.iter().copied().skip(from).take(4).collect::<Vec<_>>()
        };
        chart.label("sum", near(&third, 3), Ink::Blue);
        chart.label("first", near(&first, 11), Ink::Vermilion);
        chart.label("second", near(&second, 11), Ink::Green);
        chart.finish()?;
    }
    Ok(drawing.finish())
}
