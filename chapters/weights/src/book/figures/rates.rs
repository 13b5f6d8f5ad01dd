//! The loss against the step, at three learning rates.

use plate::{Axis, Drawing, Ink};
use show::InputValues;
use show::number::{fixed, short};
use weights::book::worked::{Rates, losses};

/// Three runs of the same neuron towards the same target, as far as they have come. The axes have room
/// for the longest, so that nothing moves but the curves as they grow.
///
/// # Errors
/// What the plate refuses.
pub fn rates(rates: &Rates) -> show::Result<String> {
    rates.check()?;
    let steps = rates.steps as usize;
    let input = Rates::INPUTS
        .list
        .iter()
        .find(|input| input.name == "steps");
    let longest = input.map_or(rates.steps, |input| input.max);
    let mut top = 0.0_f64;
    let mut run = |rate: f64| -> show::Result<Vec<(f64, f64)>> {
        let losses = losses(rate, rates.t, longest as usize)?;
        top = losses.iter().copied().fold(top, f64::max);
        Ok((0..=steps).map(|step| step as f64).zip(losses).collect())
    };
    let runs = [
        (rates.small, Ink::Green.pen(2.0).dashed(), Ink::Green),
        (rates.middle, Ink::Blue.pen(2.4), Ink::Blue),
        (rates.large, Ink::Vermilion.pen(1.6), Ink::Vermilion),
    ];
    let mut drawn = Vec::new();
    for (rate, pen, ink) in runs {
        drawn.push((rate, run(rate)?, pen, ink));
    }
    let ends: Vec<String> = (drawn.iter())
        .map(|(rate, run, ..)| {
            let end = run.last().map_or(f64::NAN, |(_, loss)| *loss);
            format!("{} after rate {}", fixed(end, 4), short(*rate, 1))
        })
        .collect();
    let desc = format!(
        "Three curves of the loss over {steps} steps, all from the same start. The loss at the end \
         is {}.",
        ends.join(", "),
    );
    let mut drawing =
        Drawing::new("three-rates", (600, 370), "Three learning rates", &desc);
    let across = Axis::linear(0.0, longest).named("step");
    let up = Axis::linear(-0.04 * top, 1.12 * top).named("loss $L$");
    let mut chart = drawing.chart(across, up)?;
    for (_, run, pen, _) in &drawn {
        chart.line(run.iter().copied(), *pen)?;
    }
    if let Some((_, run, ..)) = drawn.last() {
        chart.rings(run.iter().copied(), Ink::Vermilion)?;
    }
    for (rate, run, _, ink) in drawn {
        chart.label(&format!("rate {}", short(rate, 1)), run, ink);
    }
    chart.finish()?;
    Ok(drawing.finish())
}
