//! The results of the studies.

use crate::study::{Nearest, Run, Score, Study, design};
use digits::{Jitter, Options};
use show::Outputs;

/// What PyTorch's network got, from the same start and in the same order.
static PYTORCH: &[u8] = include_bytes!("../../../results/pytorch.json");

/// How the first seed's training on digits as they are learns them by heart. Epochs are counted from 1.
///
/// # Errors
/// As [`Study::validation`].
pub fn by_heart() -> show::Result<Outputs> {
    let study = Study::validation()?;
    let run = study.run(Options::default());
    let Run { epochs, scores, .. } = run.ok_or("the study has no such run")?;
    // From the epoch after it on there is no mistake.
    let with_mistakes = epochs.iter().rposition(|epoch| epoch.accuracy < 1.0);
    let lowest =
        (0..scores.len()).min_by(|&a, &b| scores[a].loss.total_cmp(&scores[b].loss));
    let lowest = lowest.ok_or("the run has no epoch")?;
    let last = scores.len() - 1;
    let wrong = |epoch: usize| (scores[epoch].of - scores[epoch].right) as f64;
    Ok(Outputs::new()
        .with("epochs", scores.len() as f64)
        .with("first", epochs[0].accuracy)
        .with("second", epochs[1].accuracy)
        .with(
            "faultless",
            with_mistakes.map_or(1.0, |epoch| (epoch + 2) as f64),
        )
        .with("loss", epochs[last].loss)
        .with("lowest", (lowest + 1) as f64)
        .with("lowest_loss", scores[lowest].loss)
        .with("lowest_wrong", wrong(lowest))
        .with("last_loss", scores[last].loss)
        .with("last_wrong", wrong(last))
        .with("times", scores[last].loss / epochs[last].loss))
}

/// How well the validation part is read after digits have been moved in each of the ways: how many from
/// each seed, and the mean loss of these.
///
/// # Errors
/// As [`Study::validation`].
pub fn moves() -> show::Result<Outputs> {
    let study = Study::validation()?;
    let mut outputs = Outputs::new();
    for (k, way) in design::WAYS.into_iter().enumerate() {
        let n = k + 1;
        let runs = study.with(way).into_iter();
        let scores: Vec<&Score> = runs.filter_map(|run| run.scores.last()).collect();
        let losses = scores.iter().fold(0.0, |sum, score| sum + score.loss);
        outputs = outputs
            .with(format!("turn{n}"), way.turn)
            .with(format!("shift{n}"), way.shift)
            .with(format!("epochs{n}"), way.epochs as f64)
            .with_each(
                &format!("right{n}_"),
                scores.iter().map(|score| score.right as f64),
            )
            .with(format!("loss{n}"), losses / scores.len() as f64);
    }
    let Jitter {
        turn,
        shift,
        epochs,
    } = Jitter::CHOSEN;
    Ok(outputs
        .with("seeds", study.with(Jitter::CHOSEN).len() as f64)
        .with("turn", turn)
        .with("shift", shift)
        .with("epochs", epochs as f64)
        .with("rest", (design::EPOCHS - epochs) as f64))
}

/// The share of the digits held out that is read rightly, in percent: by PyTorch's network, by ours, and
/// by ours when digits are moved; for each seed, and the median. And by the nearest digit.
///
/// # Errors
/// As [`Study::accuracy`].
pub fn accuracy() -> show::Result<Outputs> {
    let study = Study::accuracy()?;
    let ours = |way: Jitter| -> Vec<f64> {
        let last = study
            .with(way)
            .into_iter()
            .filter_map(|run| run.scores.last());
        last.map(|score| 100.0 * score.accuracy()).collect()
    };
    let [torch, plain, moved] = [pytorch()?, ours(Jitter::NONE), ours(Jitter::CHOSEN)];
    let gain = median(&moved) - median(&plain);
    let nearest = Nearest::recorded()?;
    let wrong = 100.0 - 100.0 * nearest.accuracy();
    Ok(Outputs::new()
        .with("times_plain", wrong / (100.0 - median(&plain)))
        .with("times_moved", wrong / (100.0 - median(&moved)))
        .with("torch", median(&torch))
        .with("plain", median(&plain))
        .with("moved", median(&moved))
        .with_each("torch", torch)
        .with_each("plain", plain)
        .with_each("moved", moved)
        .with("gain", gain)
        .with("gain_digits", (gain / 100.0 * nearest.of as f64).round())
        .with("nearest", nearest.accuracy())
        .with("epochs", design::EPOCHS as f64)
        .with("seeds", design::SEEDS.len() as f64))
}

/// PyTorch's shares in percent, seed after seed.
fn pytorch() -> show::Result<Vec<f64>> {
    let results: serde_json::Value = serde_json::from_slice(PYTORCH)?;
    let share = |seed: u64| {
        let right = results["right"][seed.to_string()].as_f64()?;
        Some(100.0 * right / results["of"].as_f64()?)
    };
    let shares: Option<Vec<f64>> = design::SEEDS.into_iter().map(share).collect();
    Ok(shares.ok_or("PyTorch's results lack a seed")?)
}

/// The middle of an odd number of values.
fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
