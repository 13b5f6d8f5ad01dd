//! Makes the trainings whose outcome the chapter states: `validation` chooses how far digits are moved,
//! `accuracy` then judges by the 2,000 digits held out.
//!
//! ```sh
//! cargo run --release -p digits --example study -- validation
//! cargo run --release -p digits --example study -- accuracy
//! ```
//!
//! Writes `results/validation.json` and `results/accuracy.json`. A run that stands in the file is not
//! made again: to have it made, delete the file.

use clap::{Parser, ValueEnum};
use digits::study::{Asked, Run, Study, design};
use digits::worked::parts;
use digits::{Dataset, Workers};
use std::error::Error;
use std::path::Path;

#[derive(Debug, Parser)]
struct Arguments {
    /// Which study.
    which: Which,
    /// How many threads work; 0 is as many as the machine has.
    #[arg(long, default_value_t = 0)]
    threads: usize,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Which {
    Validation,
    Accuracy,
}

fn main() -> Result<(), Box<dyn Error>> {
    let Arguments { which, threads } = Arguments::parse();
    let workers = Workers::new(threads)?;
    let [fit, held, test] = parts()?;
    let (name, trainings, learned, judge, asked) = match which {
        Which::Validation => {
            ("validation", design::validation(), fit, held, Asked::Always)
        }
        Which::Accuracy => {
            let learned = digits::split(&Dataset::embedded()?, test.len(), 0)?.train;
            ("accuracy", design::accuracy(), learned, test, Asked::Once)
        }
    };
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("results/{name}.json"));
    let mut study = match std::fs::read(&file) {
        Ok(bytes) => Study::read(&bytes)?,
        Err(_) => Study::new(&learned, &judge),
    };
    for options in trainings {
        if study.run(options).is_some() {
            continue;
        }
        let run = Run::of(options, (&learned, &judge), asked, &workers, |run| {
            eprint!("\r{options}: epoch {}", run.epochs.len());
        })?;
        if let Some(judged) = run.judged.last() {
            eprintln!("\r{options}: {} of {} right", judged.right, judged.of);
        }
        study.runs.push(run);
        study.write(&file)?;
    }
    Ok(())
}
