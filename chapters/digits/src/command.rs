//! The arguments that every program that trains has, and how it shows its progress.

use crate::train::Epoch;
use clap::Args;
use digits::{Error, Jitter, Options, Split, idx};
use indicatif::{ProgressBar, ProgressStyle};
use std::env;
use std::path::PathBuf;

/// What to learn from, and how.
#[derive(Debug, Clone, Args)]
pub struct Learning {
    /// A folder with MNIST or Fashion-MNIST, as IDX files, plain or gzipped.
    ///
    /// Without it: the 10,000 digits of the book, of which 2,000 are held out, drawn by the seed 0.
    #[arg(long, value_name = "FOLDER")]
    pub data: Option<PathBuf>,
    /// How often every digit is read, from 1 to 1000.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=1000))]
    pub epochs: u64,
    /// How many digits there are to a step, from 1 to 4096.
    #[arg(long, default_value_t = 64, value_parser = clap::value_parser!(u64).range(1..=4096))]
    pub batch: u64,
    /// How far a step goes, above 0 and at most 1.
    #[arg(long, default_value_t = 0.02, value_parser = rate)]
    pub rate: f64,
    /// How much of its velocity a step keeps, from 0 and below 1.
    #[arg(long, default_value_t = 0.9, value_parser = momentum)]
    pub momentum: f64,
    /// Where the weights start, and in which order the digits come: one seed, one result.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How many threads work, from 1 to 256; 0 is as many as the machine has. The result is the same.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u64).range(0..=256))]
    pub threads: u64,
}

fn rate(argument: &str) -> Result<f64, String> {
    let inside = |rate: &f64| *rate > 0.0 && *rate <= 1.0;
    let rate = argument.parse().ok().filter(inside);
    rate.ok_or("expected a number above 0 and at most 1".to_string())
}

fn momentum(argument: &str) -> Result<f64, String> {
    let momentum = argument.parse().ok().filter(|m| (0.0..1.0).contains(m));
    momentum.ok_or("expected a number from 0 and below 1".to_string())
}

/// The name of a file of weights.
///
/// # Errors
/// A name with another ending than theirs.
pub fn weights(argument: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(argument);
    match path.extension() {
        Some(ending) if ending == "safetensors" => Ok(path),
        _ => Err("expected a name that ends in .safetensors".to_string()),
    }
}

/// Where a program leaves the file called `name` if no place is given: in `target` of the workspace in
/// which it was started, whichever of its folders that was; outside of a workspace, in this folder.
pub fn default_out(name: &str) -> PathBuf {
    // Cargo says where the package is of a program that it runs.
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let start = package.or_else(|| env::current_dir().ok());
    let folders = start.iter().flat_map(|start| start.ancestors());
    let root = folders
        .into_iter()
        .find(|folder| folder.join("Cargo.lock").is_file());
    root.map_or_else(|| name.into(), |root| root.join("target").join(name))
}

impl Learning {
    /// The digits to learn from, and those held out.
    ///
    /// # Errors
    /// As [`idx::folder`] and [`Split::embedded`].
    pub fn split(&self) -> Result<Split, Error> {
        match &self.data {
            Some(folder) => idx::folder(folder),
            None => Split::embedded(),
        }
    }

    /// How the network learns, when digits are moved in this way.
    pub fn options(&self, jitter: Jitter) -> Options {
        Options {
            batch: self.batch as usize,
            rate: self.rate,
            momentum: self.momentum,
            jitter,
            seed: self.seed,
        }
    }
}

/// How epoch number `epoch` of `epochs` went, counted from 0, in a line.
pub fn epoch_line(epoch: usize, epochs: usize, statistics: Epoch) -> String {
    let Epoch { loss, accuracy } = statistics;
    let percent = 100.0 * accuracy;
    format!(
        "epoch {}/{epochs}  loss {loss:.4}  accuracy {percent:.2} %",
        epoch + 1
    )
}

/// How far the training is, and how long it will take; silent where there is no terminal.
pub fn bar(samples: u64, done: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:24} {msg}  {eta} left");
    let bar = ProgressBar::new(samples).with_position(done);
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.reset_eta();
    bar
}
