//! Trains the network of the chapter, and leaves its weights in a file.

use clap::Parser;
use digits::train::Epoch;
use digits::{Jitter, Options, Split, Training, Workers, checkpoint, evaluate, idx};
use digits::{figures, weights_file};
use indicatif::{ProgressBar, ProgressStyle};
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// Trains the network of the chapter Digits, and leaves its weights in a file.
///
/// Beside the weights lie a checkpoint, written after each epoch, and the curve of the loss. Whoever
/// ends the program before its time, by Ctrl-C or otherwise, goes on from the last whole epoch with
/// --resume, to the same weights.
#[derive(Debug, Parser)]
#[command(name = "train", version)]
struct Arguments {
    /// A folder with MNIST or Fashion-MNIST, as IDX files, plain or gzipped.
    ///
    /// Without it: the 10,000 digits of the book, of which 2,000 are held out by lot (seed 0).
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// How often every digit has its turn, from 1 to 1000.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=1000))]
    epochs: u64,
    /// How many digits there are to a step, from 1 to 4096.
    #[arg(long, default_value_t = 64, value_parser = clap::value_parser!(u64).range(1..=4096))]
    batch: u64,
    /// How far a step goes, above 0 and at most 1.
    #[arg(long, default_value_t = 0.02, value_parser = rate)]
    rate: f64,
    /// How much of its velocity a step keeps, from 0 and below 1.
    #[arg(long, default_value_t = 0.9, value_parser = momentum)]
    momentum: f64,
    /// Turns each digit by up to 10 degrees and shifts it by up to 2 pixels, each time in another way, in
    /// the first 15 epochs.
    #[arg(long)]
    augment: bool,
    /// Where the weights start, and in which order the digits come: one seed, one result.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many threads work, from 1 to 256; 0 is as many as the machine has. The result is the same.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u64).range(0..=256))]
    threads: u64,
    /// The file of the weights. The checkpoint has the same name with .checkpoint at its end for
    /// .safetensors, and the curve .svg.
    #[arg(long, value_name = "FILE", default_value = "target/digits.safetensors", value_parser = weights)]
    out: PathBuf,
    /// Goes on from the checkpoint, which must be of the same digits and options.
    #[arg(long)]
    resume: bool,
}

fn rate(said: &str) -> Result<f64, String> {
    let inside = |rate: &f64| *rate > 0.0 && *rate <= 1.0;
    let rate = said.parse().ok().filter(inside);
    rate.ok_or("expected a number above 0 and at most 1".to_string())
}

fn momentum(said: &str) -> Result<f64, String> {
    let momentum = said.parse().ok().filter(|m| (0.0..1.0).contains(m));
    momentum.ok_or("expected a number from 0 and below 1".to_string())
}

fn weights(said: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(said);
    match path.extension() {
        Some(ending) if ending == "safetensors" => Ok(path),
        _ => Err("expected a name that ends in .safetensors".to_string()),
    }
}

impl Arguments {
    fn options(&self) -> Options {
        Options {
            batch: self.batch as usize,
            rate: self.rate,
            momentum: self.momentum,
            jitter: match self.augment {
                true => Jitter::CHOSEN,
                false => Jitter::NONE,
            },
            seed: self.seed,
        }
    }
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let Split { train, test } = match &arguments.data {
        Some(folder) => idx::folder(folder)?,
        None => Split::embedded()?,
    };
    let workers = Workers::new(arguments.threads as usize)?;
    let (options, digits) = (arguments.options(), train.sha256());
    let (kept, curve) = (
        arguments.out.with_extension("checkpoint"),
        arguments.out.with_extension("svg"),
    );
    let mut training = match arguments.resume {
        true => checkpoint::load(&kept, options, &digits)?,
        false => Training::start(options)?,
    };
    let (epochs, done) = (arguments.epochs as usize, training.history().len());
    if done > epochs {
        return Err(format!(
            "{}: expected a checkpoint of at most {epochs} epochs, got one of {done}",
            kept.display()
        )
        .into());
    }
    println!(
        "{} digits to learn from, {} to be judged by",
        train.len(),
        test.len()
    );
    println!("{options}, {epochs} epochs");
    let bar = bar((epochs * train.len()) as u64, (done * train.len()) as u64);
    while training.history().len() < epochs {
        let epoch = training.epoch(&train, &workers, |now| {
            bar.set_position((now.epoch * now.of + now.samples) as u64);
            bar.set_message(told(now.epoch, epochs, now.so_far));
        })?;
        checkpoint::save(&training, &digits, &kept)?;
        bar.suspend(|| {
            println!("{}", told(training.history().len() - 1, epochs, epoch))
        });
    }
    bar.finish_and_clear();
    let hash = weights_file::save(training.network(), &arguments.out)?;
    weights_file::write(&curve, figures::loss_curve(training.history())?.as_bytes())?;
    println!("weights sha256 {hash}");
    let judged = evaluate(training.network(), &test, &workers)?;
    println!("test accuracy {:.2} %", 100.0 * judged.accuracy());
    Ok(())
}

fn told(epoch: usize, epochs: usize, how: Epoch) -> String {
    let Epoch { loss, accuracy } = how;
    let percent = 100.0 * accuracy;
    format!(
        "epoch {}/{epochs}  loss {loss:.4}  accuracy {percent:.2} %",
        epoch + 1
    )
}

/// How far the training is, and how long it will take; silent where there is no terminal.
fn bar(samples: u64, done: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:24} {msg}  {eta} left");
    let bar = ProgressBar::new(samples).with_position(done);
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.reset_eta();
    bar
}
