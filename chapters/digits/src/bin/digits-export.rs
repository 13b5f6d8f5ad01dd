//! Writes down what another framework needs to train the same network in the same way: the digits, where
//! the weights start, and in which order they are read. `tests/pytorch.py` reads it.
//!
//! ```sh
//! cargo run --release -p digits --bin digits-export -- FOLDER
//! ```
//!
//! `train.bin` and `evaluation.bin` have records of 785 bytes, a label and 784 pixels. For each seed,
//! `start-SEED.f64` has the arrays of `digits::NAMES` one after the other, and `permutation-SEED.u32` the
//! places of the digits, epoch after epoch. All numbers have their lowest byte first.

use digits::study::design::{EPOCHS, SEEDS};
use digits::{Network, Split, permutation};
use std::error::Error;
use std::fs;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("expected a folder")?);
    fs::create_dir_all(&folder)?;
    let Split { train, test } = Split::embedded()?;
    for (name, digits) in [("train.bin", &train), ("evaluation.bin", &test)] {
        let samples = digits.samples().iter();
        let records = samples
            .flat_map(|sample| std::iter::once(sample.label).chain(sample.pixels));
        fs::write(folder.join(name), records.collect::<Vec<u8>>())?;
    }
    for seed in SEEDS {
        let start = Network::start(seed)?;
        let weights = start.parameters().into_iter().flatten();
        let weights: Vec<u8> = weights.flat_map(|w| w.to_le_bytes()).collect();
        fs::write(folder.join(format!("start-{seed}.f64")), weights)?;
        let places =
            (0..EPOCHS).flat_map(|epoch| permutation(seed, epoch, train.len()));
        let bytes: Vec<u8> = places
            .flat_map(|place| (place as u32).to_le_bytes())
            .collect();
        fs::write(folder.join(format!("permutation-{seed}.u32")), bytes)?;
    }
    Ok(())
}
