//! The loss on digits learned from, and on digits never seen.

use crate::study::{Run, Study};
use digits::{Jitter, Options};
use plate::{Axis, Drawing, Ink};
use show::number::fixed;

/// Both losses after each epoch, of a training on digits as they are.
///
/// # Errors
/// As [`Study::validation`].
pub fn by_heart() -> show::Result<String> {
    losses("by-heart", "Learned by heart", Jitter::NONE)
}

/// The same of a training whose digits are moved.
///
/// # Errors
/// As [`Study::validation`].
pub fn not_by_heart() -> show::Result<String> {
    losses("not-by-heart", "Not learned by heart", Jitter::CHOSEN)
}

fn losses(name: &str, title: &str, jitter: Jitter) -> show::Result<String> {
    let study = Study::validation()?;
    let options = Options {
        jitter,
        ..Options::default()
    };
    let Run { epochs, scores, .. } =
        study.run(options).ok_or("the study lacks a run")?;
    let learned: Vec<f64> = epochs.iter().map(|epoch| epoch.loss).collect();
    let unseen: Vec<f64> = scores.iter().map(|score| score.loss).collect();
    let listed = |losses: &[f64]| {
        let losses = losses.iter().map(|loss| fixed(*loss, 4));
        losses.collect::<Vec<_>>().join(", ")
    };
    let desc = format!(
        "The loss of each epoch, on a scale of powers of ten. Of the digits learned from: {}. Of digits never seen: {}.",
        listed(&learned),
        listed(&unseen)
    );
    let mut drawing = Drawing::new(name, (600, 330), title, &desc);
    let across = Axis::linear(0.0, learned.len() as f64)
        .step(5.0)
        .named("epoch");
    let up = Axis::log(1e-4, 1.0).named("loss $L$");
    let mut chart = drawing.chart(across, up)?;
    let points = |losses: &[f64]| -> Vec<(f64, f64)> {
        let epochs = (1..).map(f64::from);
        epochs.zip(losses.iter().copied()).collect()
    };
    let (learned, unseen) = (points(&learned), points(&unseen));
    chart.line(learned.iter().copied(), Ink::Blue.pen(2.2).dashed())?;
    chart.line(unseen.iter().copied(), Ink::Vermilion.pen(2.4))?;
    chart.label("learned from", learned[8..11].iter().copied(), Ink::Blue);
    chart.label("never seen", unseen[12..].iter().copied(), Ink::Vermilion);
    chart.finish()?;
    Ok(drawing.finish())
}
