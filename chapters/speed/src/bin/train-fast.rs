//! Trains the network of the chapter Digits by the code of the chapter Speed.

use clap::Parser;
use digits::command::{Learning, bar, default_out, epoch_line, weights};
use digits::{Jitter, Split, weights_file};
use speed::Isa;
use speed::train::{F32Dataset, Training};
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

/// Trains the network of the chapter Digits by the fast code of the chapter Speed.
///
/// It computes in f32, and rounds a product and its sum once: the weights differ from those of `train` in
/// their last places. One seed gives one set of weights, with any instruction set and any number of
/// threads.
#[derive(Debug, Parser)]
#[command(name = "train-fast", version)]
struct Arguments {
    #[command(flatten)]
    learning: Learning,
    /// The instructions to use: all give the same weights. The widest that the machine has, unless given.
    #[arg(long, value_name = "NAME", value_parser = instructions)]
    instructions: Option<Isa>,
    /// The file of the weights: `digits-fast.safetensors` in the workspace's folder `target`, unless given.
    #[arg(long, value_name = "FILE", value_parser = weights)]
    out: Option<PathBuf>,
}

fn instructions(name: &str) -> Result<Isa, String> {
    let all = Isa::all();
    let found = all.iter().find(|isa| isa.name() == name);
    found.copied().ok_or_else(|| {
        let names: Vec<_> = all.iter().map(|isa| isa.name()).collect();
        format!("expected what this machine has: {}", names.join(", "))
    })
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
    let threads = match learning.threads as usize {
        0 => thread::available_parallelism().map_or(1, usize::from),
        threads => threads,
    };
    let isa = arguments.instructions.unwrap_or_else(Isa::best);
    let options = learning.options(Jitter::NONE);
    let out = arguments.out.clone();
    let out = out.unwrap_or_else(|| default_out("digits-fast.safetensors"));
    weights_file::check_writable(&out)?;
    let mut training = Training::start(options, isa, threads)?;
    let (train, test) = (F32Dataset::new(&train), F32Dataset::new(&test));
    println!(
        "{} digits to learn from, {} to be judged by",
        train.len(),
        test.len()
    );
    let epochs = learning.epochs as usize;
    println!("{options}, {epochs} epochs, {isa}, {threads} threads");
    let bar = bar((epochs * train.len()) as u64, 0);
    for epoch in 0..epochs {
        let began = Instant::now();
        let how = training.epoch(&train, |now| {
            bar.set_position((now.epoch * now.of + now.samples) as u64);
            bar.set_message(epoch_line(epoch, epochs, now.so_far));
        })?;
        let seconds = began.elapsed().as_secs_f64();
        bar.suspend(|| println!("{}  {seconds:.3} s", epoch_line(epoch, epochs, how)));
    }
    bar.finish_and_clear();
    let network = training.network().parameters().to_network()?;
    let hash = weights_file::save(&network, &out)?;
    println!("weights sha256 {hash}");
    let score = training.evaluate(&test)?;
    println!("test accuracy {:.2} %", 100.0 * score.accuracy());
    Ok(())
}
