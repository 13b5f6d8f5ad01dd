//! The numbers that lie in `results`.

use crate::book::cases::BATCH;
use crate::book::results::{Measured, Peers};
use crate::book::study;
use crate::count;
use digits::study::{Run, Study};
use show::Outputs;

/// The limits of the machine that has measured, and how near the code comes to them.
///
/// # Errors
/// What was not measured.
pub fn limits() -> show::Result<Outputs> {
    let measured = Measured::committed()?;
    let peak = measured.giga("peak")?;
    let (near, far) = (measured.giga("read-near")?, measured.giga("read-far")?);
    let share = |name: &str| Ok::<f64, show::Error>(measured.giga(name)? / peak);
    let least = count::step(BATCH) / peak / 1e6;
    let mut outputs = Outputs::new()
        .with("peak", peak)
        .with("near", near)
        .with("far", far)
        .with("ridge", peak / near)
        .with("far_ridge", peak / far)
        .with("least_ms", least);
    for name in [
        "ladder-textbook",
        "ladder-lanes",
        "ladder-tiles",
        "ladder-fused",
        "kernel-first-forward",
        "kernel-second-forward",
        "kernel-first-d-kernels",
        "kernel-second-d-kernels",
        "kernel-second-d-x",
        "kernel-dense-forward",
        "kernel-dense-d-x",
        "kernel-dense-step",
        "step-textbook",
        "step-lanes",
        "step-fast",
        "infer-batch",
        "infer-one",
    ] {
        outputs = outputs.with(format!("{name}_percent"), share(name)?);
    }
    Ok(outputs)
}

/// The share of the digits held out that is read rightly, in percent, by the fast network and by the
/// one of the chapter Digits, for each seed and the median.
///
/// # Errors
/// As [`Study::read`].
pub fn accuracy() -> show::Result<Outputs> {
    let percent = |run: Option<&Run>| {
        let score = run.and_then(|run| run.scores.last());
        score.map(|score| 100.0 * score.accuracy())
    };
    let (fast, before) = (study::accuracy()?, Study::accuracy()?);
    let mut outputs = Outputs::new();
    for (name, study) in [("fast", &fast), ("before", &before)] {
        let found = study::design()
            .into_iter()
            .map(|options| percent(study.run(options)));
        let mut found = found
            .collect::<Option<Vec<f64>>>()
            .ok_or("a run is missing")?;
        outputs = outputs.with_each(name, found.iter().copied());
        found.sort_by(f64::total_cmp);
        outputs = outputs.with(format!("{name}_median"), found[found.len() / 2]);
    }
    Ok(outputs)
}

/// The same work by PyTorch: how many times as long it takes there.
///
/// # Errors
/// A file of another form.
pub fn peers() -> show::Result<Outputs> {
    let peers = Peers::committed()?;
    // conv:N,C,H,W,O,K,S,P
    let (large, _) = Peers::OPS[7];
    let sizes = large.trim_start_matches("conv:").split(',');
    let sizes = sizes.map(str::parse).collect::<Result<Vec<f64>, _>>()?;
    let mut outputs = Outputs::new()
        .with("rounds", f64::from(peers.rounds))
        .with("channels", sizes[1])
        .with("side", sizes[2])
        .with("maps", sizes[4]);
    for (n, (op, _)) in (1..).zip(Peers::OPS) {
        let found = peers.compared(op)?;
        outputs = outputs.with(format!("times{n}"), found.theirs_us / found.ours_us);
    }
    Ok(outputs)
}
