//! How far a derivative by differences is from the true one, for every step size.

use activations::Activation;
use backprop::book::worked::{StepSizes, power_of_ten};
use backprop::{central_difference, forward_difference};
use plate::{Axis, Drawing, Ink};
use show::number::short;

/// The exponents of the smallest and the largest step, and how many steps there are to each.
const STEPS: (i32, i32, i32) = (-15, 0, 8);
/// The smallest error that is drawn.
const FLOOR: f64 = 1e-14;

/// The error of both differences against the step, both axes logarithmic.
///
/// # Errors
/// What the plate refuses.
pub fn error(at: &StepSizes) -> show::Result<String> {
    let f = |z| Activation::Sigmoid.value(z);
    let exact = Activation::Sigmoid.derivative(at.z);
    let steps = || {
        let (from, to, each) = STEPS;
        (from * each..=to * each)
            .map(move |n| power_of_ten(f64::from(n) / f64::from(each)))
    };
    // an error of 0, by luck, has no place on a logarithmic axis
    let error = |derivative: f64| (derivative - exact).abs().max(FLOOR);
    let central = |h: f64| (h, error(central_difference(f, at.z, h)));
    let forward = |h: f64| (h, error(forward_difference(f, at.z, h)));
    let best = |points: &dyn Fn(f64) -> (f64, f64)| {
        let points = steps().map(points);
        points.fold(
            (f64::NAN, f64::INFINITY),
            |a, b| if b.1 < a.1 { b } else { a },
        )
    };
    let power = |v: f64| format!("10^{}", short(libm::round(libm::log10(v)), 0));
    let ((h, least), (h1, least1)) = (best(&central), best(&forward));
    let desc = format!(
        "The error of the sigmoid's slope at z = {} against the step. For the central difference it \
         falls with the step, to about {} at a step of about {}, and rises again, jagged, for smaller \
         steps. For the one-sided difference it falls to about {} at about {}, and rises along the \
         same jagged line.",
        short(at.z, 2),
        power(least),
        power(h),
        power(least1),
        power(h1),
    );
    let title = "The error of a slope by differences, against the step";
    let mut drawing = Drawing::new("gradient-error", (640, 420), title, &desc);
    let x = Axis::log(1e-15, 1.0).named("step $h$");
    let y = Axis::log(FLOOR, 1.0).named("error of the slope");
    let mut chart = drawing.chart(x, y)?;
    chart.line(steps().map(forward), Ink::Vermilion.pen(1.6).dashed())?;
    chart.line(steps().map(central), Ink::Blue.pen(2.2))?;
    let chosen = [at.coarse, at.middling, at.fine].map(|digits| power_of_ten(-digits));
    chart.dots(chosen.map(central), Ink::Blue)?;
    chart.rings(chosen.map(forward), Ink::Vermilion)?;
    let smooth = |points: &dyn Fn(f64) -> (f64, f64), from: f64, to: f64| {
        let points = steps().filter(move |h| (from..=to).contains(h)).map(points);
        points.collect::<Vec<_>>()
    };
    chart.label("one side", smooth(&forward, 1e-6, 1e-2), Ink::Vermilion);
    chart.label("both sides", smooth(&central, 1e-3, 1.0), Ink::Blue);
    chart.label("rounding", smooth(&central, 1e-13, 1e-7), Ink::Blue);
    chart.finish()?;
    Ok(drawing.finish())
}
