//! Makes the trainings whose outcome the chapter states: `validation` chooses how far digits are moved,
//! `accuracy` then judges by the 2,000 digits held out, and `nearest` has these read without a network.
//!
//! ```sh
//! cargo run --release -p digits --bin digits-study -- validation
//! cargo run --release -p digits --bin digits-study -- accuracy
//! cargo run --release -p digits --bin digits-study -- nearest
//! ```
//!
//! Each writes the file of its name in `results`. A run that stands in the file is not
//! made again, unless with `--anew`.

use clap::{Parser, ValueEnum};
use digits::study::{Nearest, Run, Scored, Study, design, write_json};
use digits::{Split, Workers, train_validation_test};
use std::error::Error;
use std::path::Path;

#[derive(Debug, Parser)]
struct Arguments {
    /// Which study.
    which: Which,
    /// How many threads work; 0 is as many as the machine has.
    #[arg(long, default_value_t = 0)]
    threads: usize,
    /// Makes every run again.
    #[arg(long)]
    anew: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Which {
    Validation,
    Accuracy,
    Nearest,
}

fn main() -> Result<(), Box<dyn Error>> {
    let Arguments {
        which,
        threads,
        anew,
    } = Arguments::parse();
    let workers = Workers::new(threads)?;
    let [fit, validation, test] = train_validation_test()?;
    let train = Split::embedded()?.train;
    let results = Path::new(env!("CARGO_MANIFEST_DIR")).join("results");
    let (file, trainings, train, evaluation, scored) = match which {
        Which::Validation => (
            "validation.json",
            design::validation(),
            fit,
            validation,
            Scored::EachEpoch,
        ),
        Which::Accuracy => (
            "accuracy.json",
            design::accuracy(),
            train,
            test,
            Scored::LastEpoch,
        ),
        Which::Nearest => {
            let nearest = Nearest::of(&train, &test, &workers);
            eprintln!("{} of {} right", nearest.right, nearest.of);
            write_json(&nearest, &results.join("nearest.json"))?;
            return Ok(());
        }
    };
    let file = results.join(file);
    let mut study = match std::fs::read(&file) {
        Ok(bytes) if !anew => Study::read(&bytes)?,
        _ => Study::new(&train, &evaluation),
    };
    for options in trainings {
        if study.run(options).is_some() {
            continue;
        }
        let run = Run::of(options, (&train, &evaluation), scored, &workers, |run| {
            eprint!("\r{options}: epoch {}", run.epochs.len());
        })?;
        if let Some(score) = run.scores.last() {
            eprintln!("\r{options}: {} of {} right", score.right, score.of);
        }
        study.runs.push(run);
        write_json(&study, &file)?;
    }
    Ok(())
}
