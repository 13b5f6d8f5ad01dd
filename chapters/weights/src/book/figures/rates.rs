//! The output against the step, at three learning rates.

use plate::{Axis, Drawing, Ink};
use show::InputValues;
use show::number::{fixed, short};
use weights::book::worked::{Rates, answers};

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
    let (mut low, mut high) = (rates.t, rates.t);
    let mut run = |rate: f64| -> show::Result<Vec<(f64, f64)>> {
        let answers = answers(rate, rates.t, longest as usize)?;
        low = answers.iter().copied().fold(low, f64::min);
        high = answers.iter().copied().fold(high, f64::max);
        Ok((0..=steps).map(|step| step as f64).zip(answers).collect())
    };
    let runs = [
        (rates.large, Ink::Vermilion.pen(1.4), Ink::Vermilion),
        (rates.small, Ink::Green.pen(2.2).dashed(), Ink::Green),
        (rates.middle, Ink::Blue.pen(2.4), Ink::Blue),
    ];
    let mut drawn = Vec::new();
    for (rate, pen, ink) in runs {
        drawn.push((rate, run(rate)?, pen, ink));
    }
    let ends: Vec<String> = (drawn.iter())
        .map(|(rate, run, ..)| {
            let end = run.last().map_or(f64::NAN, |(_, y)| *y);
            format!("{} at rate {}", fixed(end, 3), short(*rate, 1))
        })
        .collect();
    let desc = format!(
        "Three curves of the output over {steps} steps, all from the same start, and a line at the \
         target {}. The output at the end is {}.",
        short(rates.t, 2),
        ends.join(", "),
    );
    let mut drawing =
        Drawing::new("three-rates", (600, 370), "Three learning rates", &desc);
    // Names stand at the right, where nothing jumps.
    let end = 1.2 * longest;
    let ticks: Vec<(f64, String)> = (0..=6)
        .map(|k| longest * f64::from(k) / 6.0)
        .map(|tick| (tick, short(tick, 1)))
        .collect();
    let across = Axis::linear(0.0, end)
        .at(ticks.iter().map(|(tick, name)| (*tick, name.as_str())))
        .named("step");
    let room = 0.08 * (high - low).max(0.05);
    let up = Axis::linear(low - room, high + 2.0 * room).named("output $y$");
    let mut chart = drawing.chart(across, up)?;
    chart.level(rates.t, Ink::Text.pen(1.2).dashed())?;
    for (_, run, pen, _) in &drawn {
        chart.line(run.iter().copied(), *pen)?;
    }
    if let Some((_, run, ..)) = drawn.first() {
        chart.rings(run.iter().copied(), Ink::Vermilion)?;
    }
    let level = [(0.95 * end, rates.t), (0.97 * end, rates.t)];
    for (rate, run, _, ink) in drawn {
        chart.label(&format!("rate {}", short(rate, 1)), run, ink);
    }
    chart.label(&format!("target {}", short(rates.t, 2)), level, Ink::Text);
    chart.finish()?;
    Ok(drawing.finish())
}
