//! What listings of the chapter print.

use crate::book::results::Peers;
use crate::book::study::{self, hash};
use crate::train::{F32Dataset, Training};
use crate::{Error, Isa};
use digits::study::Study;
use digits::{Dataset, Options, Workers, weights_file};

/// The book's twenty digits, learned for two epochs: by the layers of the chapter Digits, and by the fast
/// network with different instructions and threads.
pub(crate) fn same_bits() -> show::Result<String> {
    // ANCHOR: same_bits
    let twenty = Dataset::from_records(data::BYTES)?;
    let options = Options::default();
    let mut lines = Vec::new();

    let mut training = digits::Training::start(options)?;
    for _ in 0..2 {
        training.epoch(&twenty, &Workers::alone(), |_| ())?;
    }
    let file = weights_file::bytes(training.network())?;
    lines.push(format!(
        "digits             {}",
        &weights_file::sha256(&file)[..16]
    ));

    let ready = F32Dataset::new(&twenty);
    let fast = |isa: Isa, threads: usize| -> Result<String, Error> {
        let mut training = Training::start(options, isa, threads)?;
        for _ in 0..2 {
            training.epoch(&ready, |_| ())?;
        }
        hash(&training)
    };
    for (name, isa, threads) in [
        ("plain", Isa::Plain, 1),
        ("widest", Isa::best(), 1),
        ("widest, 5 threads", Isa::best(), 5),
    ] {
        lines.push(format!("{name:<18} {}", &fast(isa, threads)?[..16]));
    }
    // ANCHOR_END: same_bits
    Ok(lines.join("\n"))
}

/// The SHA-256 of the weights that *Digits* learns from seed 1.
pub(crate) fn hash_before() -> show::Result<String> {
    last_hash(&Study::accuracy()?)
}

/// The same of the fast network's.
pub(crate) fn hash_fast() -> show::Result<String> {
    last_hash(&study::accuracy()?)
}

fn last_hash(study: &Study) -> show::Result<String> {
    let run = study.run(Options::default());
    Ok(run.ok_or("the study has no such run")?.last.clone())
}

/// The same work here and in PyTorch.
pub(crate) fn peers() -> show::Result<String> {
    let peers = Peers::committed()?;
    let (machine, pytorch) = (&peers.machine, &peers.pytorch);
    let mut lines = vec![
        format!("{}, {machine}, PyTorch {pytorch}", peers.date),
        String::new(),
        format!("{:<33}{:>12}{:>12}", "microseconds", "PyTorch", "here"),
    ];
    for (op, name) in Peers::OPS {
        let found = peers.compared(op)?;
        let [theirs, ours] = [found.theirs_us, found.ours_us].map(three_digits);
        lines.push(format!("{name:<33}{theirs:>12}{ours:>12}"));
    }
    Ok(lines.join("\n"))
}

/// A time in three digits or more.
fn three_digits(us: f64) -> String {
    match us {
        us if us < 9.995 => format!("{us:.2}"),
        us if us < 99.95 => format!("{us:.1}"),
        us => format!("{us:.0}"),
    }
}
