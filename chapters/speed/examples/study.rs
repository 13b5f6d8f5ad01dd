//! Makes the trainings whose outcome the chapter states, from the seeds of the chapter Digits:
//!
//! ```sh
//! cargo run --release -p speed --example study
//! ```
//!
//! It writes `results/accuracy.json`.

use digits::study::{Study, write_json};
use digits::{Split, train_validation_test};
use speed::book::study;
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let (train, [.., held_out]) = (Split::embedded()?.train, train_validation_test()?);
    let mut found = Study::new(&train, &held_out);
    for options in study::design() {
        let run = study::run(options, (&train, &held_out))?;
        if let Some(score) = run.scores.last() {
            eprintln!("{options}: {} of {} right", score.right, score.of);
        }
        found.runs.push(run);
    }
    let results = Path::new(env!("CARGO_MANIFEST_DIR")).join("results");
    write_json(&found, &results.join("accuracy.json"))?;
    Ok(())
}
