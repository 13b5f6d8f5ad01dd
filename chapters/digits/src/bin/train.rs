//! Trains the network of the chapter, and leaves its weights in a file.

use clap::Parser;
use digits::command::{Learning, bar, default_out, epoch_line, weights};
use digits::{Jitter, Split, Training, Workers};
use digits::{book::figures, checkpoint, evaluate, weights_file};
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// Trains the network of the chapter Digits, and leaves its weights in a file.
///
/// Beside the weights lie a checkpoint, written after each epoch, and the curve of the loss. If the
/// program ends too early, by Ctrl-C or otherwise, --resume goes on from the last whole epoch, to the same
/// weights.
#[derive(Debug, Parser)]
#[command(name = "train", version)]
struct Arguments {
    #[command(flatten)]
    learning: Learning,
    /// Turns each digit by up to 10 degrees and shifts it by up to 2 pixels, each time in another way, in
    /// the first 15 epochs.
    #[arg(long)]
    augment: bool,
    /// The file of the weights. The checkpoint has the same name with .checkpoint at its end for
    /// .safetensors, and the curve .svg.
    ///
    /// Without it: `digits.safetensors` in the workspace's folder `target`.
    #[arg(long, value_name = "FILE", value_parser = weights)]
    out: Option<PathBuf>,
    /// Goes on from the checkpoint, which must be of the same digits and options.
    #[arg(long)]
    resume: bool,
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
    let learning = &arguments.learning;
    let Split { train, test } = learning.split()?;
    let workers = Workers::new(learning.threads as usize)?;
    let options = learning.options(match arguments.augment {
        true => Jitter::CHOSEN,
        false => Jitter::NONE,
    });
    let digits = train.sha256();
    let out =
        (arguments.out.clone()).unwrap_or_else(|| default_out("digits.safetensors"));
    let [saved, curve] = ["checkpoint", "svg"].map(|ending| out.with_extension(ending));
    for path in [&out, &saved, &curve] {
        weights_file::check_writable(path)?;
    }
    let mut training = match arguments.resume {
        true => checkpoint::load(&saved, options, &digits)?,
        false => Training::start(options)?,
    };
    let (epochs, done) = (learning.epochs as usize, training.history().len());
    if done > epochs {
        return Err(format!(
            "{}: expected a checkpoint of at most {epochs} epochs, got one of {done}",
            saved.display()
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
            bar.set_message(epoch_line(now.epoch, epochs, now.so_far));
        })?;
        checkpoint::save(&training, &digits, &saved)?;
        bar.suspend(|| {
            println!(
                "{}",
                epoch_line(training.history().len() - 1, epochs, epoch)
            )
        });
    }
    bar.finish_and_clear();
    let hash = weights_file::save(training.network(), &out)?;
    weights_file::write(&curve, figures::loss_curve(training.history())?.as_bytes())?;
    println!("weights in {}", out.display());
    println!("weights sha256 {hash}");
    let evaluation = evaluate(training.network(), &test, &workers)?;
    println!("test accuracy {:.2} %", 100.0 * evaluation.accuracy());
    Ok(())
}
