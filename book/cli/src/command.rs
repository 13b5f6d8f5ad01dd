//! The `cargo book` command.

use crate::contents;
use anyhow::{Result, bail};
use clap::{Parser, Subcommand};
use press::preprocessor::Answering;
use press::program::{self, Profile};
use press::{bench, build, examples, progress, serve, suite};
use std::env;
use std::ffi::OsString;
use std::net::{IpAddr, SocketAddr};
use std::process::{self, ExitCode};

/// Builds, serves and proves "Neural Networks You Can Run".
#[derive(Debug, Parser)]
#[command(name = "cargo book", bin_name = "cargo book", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the book on this machine and builds it anew when its text or its code changes.
    ///
    /// A compile error or a stale number is shown here and over the page, while the last good page
    /// stays. Ctrl-C ends it.
    Serve {
        /// The port to serve on; 0 takes a free one.
        #[arg(long, short, default_value_t = 3000)]
        port: u16,
        /// The address to serve on; the default is reached from this machine only.
        #[arg(long, default_value = "127.0.0.1")]
        host: IpAddr,
        #[command(flatten)]
        flags: Flags,
    },
    /// Builds the book into target/book/html.
    ///
    /// Every number of the text is held to what the chapters compute; a stale number, an unbound
    /// numeral, a broken include, a missing figure, a bad formula: each is an error with file and
    /// line, and then nothing is written.
    Build {
        #[command(flatten)]
        flags: Flags,
    },
    /// Runs every check: the text, the figures, the links, the listings and all tests of the crates.
    ///
    /// Ends with a summary, one line a kind of check.
    Test {
        #[command(flatten)]
        flags: Flags,
        #[command(flatten)]
        chosen: Chosen,
    },
    /// Gets what the pages need to answer: Rust's target wasm32-unknown-unknown, by rustup.
    ///
    /// Only this command changes the toolchain. Without the target the book is complete, but its
    /// numbers and figures stand still.
    Setup,
    /// Rewrites the stale numbers of the text to what the chapters compute, and what examples print.
    ///
    /// Only the digits of marked numbers change, and the files `examples/*.txt`. Read the difference
    /// before you commit it: the sentence around a number may no longer be true.
    Bless,
    /// Measures a chapter and keeps the figures in chapters/PACKAGE/results/bench.json.
    ///
    /// The text quotes these files. Let the machine do nothing else meanwhile.
    Bench {
        /// The chapter's package; may be given more than once. All chapters if not given.
        #[arg(long, short)]
        package: Vec<String>,
    },
    /// Trains the network of the chapter Digits and keeps its weights in a file.
    ///
    /// With --fast by the code of the chapter Speed. What follows goes to the program that trains: `cargo
    /// book train --help` and `cargo book train --fast --help` list its options.
    #[command(disable_help_flag = true)]
    Train {
        /// The options of the program that trains.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<OsString>,
    },
}

#[derive(Debug, Clone, Copy, clap::Args)]
struct Flags {
    /// Fails where the pages' program cannot be compiled, rather than build pages that stand still.
    #[arg(long)]
    require_live: bool,
}

impl From<Flags> for Answering {
    fn from(flags: Flags) -> Self {
        match flags.require_live {
            true => Answering::Required,
            false => Answering::IfPossible,
        }
    }
}

/// What else is to be checked.
#[derive(Debug, Clone, Copy, clap::Args)]
struct Chosen {
    /// Also opens the pages in Chromium, over http and as files, and acts as readers do.
    ///
    /// This needs Node.js, npm and Chromium, and the pages must answer.
    #[arg(long)]
    browser: bool,
    /// Also makes again what is kept because it takes minutes: the trained weights, to the same hash.
    #[arg(long)]
    slow: bool,
}

impl From<Chosen> for suite::Chosen {
    fn from(Chosen { browser, slow }: Chosen) -> Self {
        Self { browser, slow }
    }
}

/// Runs the command line.
pub fn main() -> ExitCode {
    finish(run(Arguments::parse().command))
}

/// Builds the book once: what `cargo book serve` runs at every change.
pub fn rebuild(answering: Answering) -> ExitCode {
    finish(build(answering, Profile::Draft))
}

fn finish(result: Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let contents = contents();
    match command {
        Command::Serve { port, host, flags } => {
            serve::serve(&contents.root, SocketAddr::new(host, port), flags.into())
        }
        Command::Build { flags } => build(flags.into(), Profile::Live),
        Command::Test { flags, chosen } => {
            suite::run(&contents, flags.into(), chosen.into())
        }
        Command::Setup => setup(),
        Command::Bless => bless(),
        Command::Bench { package } => {
            let known = contents.packages();
            if let Some(unknown) = package.iter().find(|p| !known.contains(&p.as_str()))
            {
                bail!(
                    "no chapter is called {unknown}; there are {}",
                    known.join(", ")
                );
            }
            let all = known.iter().map(|name| name.to_string()).collect();
            for name in if package.is_empty() { all } else { package } {
                println!("{}", bench::run(&contents.root, &name)?.display());
            }
            Ok(())
        }
        Command::Train { options } => train(&options),
    }
}

/// The option that trains by the code of the chapter Speed.
const FAST: &str = "--fast";

fn train(options: &[OsString]) -> Result<()> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let (package, program) = match options.iter().any(|option| option == FAST) {
        true => ("speed", "train-fast"),
        false => ("digits", "train"),
    };
    let status = process::Command::new(cargo)
        .args(["run", "--quiet", "--release", "--package", package])
        .args(["--bin", program, "--manifest-path"])
        .arg(contents().root.join("Cargo.toml"))
        .arg("--")
        .args(options.iter().filter(|option| *option != FAST))
        .status()?;
    if !status.success() {
        bail!("the training did not come to its end: {status}");
    }
    Ok(())
}

fn build(answering: Answering, profile: Profile) -> Result<()> {
    let bar = progress::bar();
    let built = build::build(&contents(), answering, profile, &bar);
    bar.finish_and_clear();
    let (folder, report) = built?;
    let count = report.edition.count();
    println!(
        "{}: {} pages, {} numbers, {} figures, {} listings",
        folder.join("index.html").display(),
        report.edition.counts.len(),
        count.bound,
        report.edition.figures.len(),
        report.edition.listings.len(),
    );
    if let Some(sentence) = report.silent {
        println!("{sentence}");
    }
    Ok(())
}

fn setup() -> Result<()> {
    let status = process::Command::new("rustup")
        .args(["target", "add", program::TARGET])
        .current_dir(contents().root)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => bail!(
            "rustup could not add the target {}: {status}",
            program::TARGET
        ),
        Err(error) => bail!(
            "rustup cannot be run ({error}): add the target {} in the way your Rust was installed",
            program::TARGET
        ),
    }
}

fn bless() -> Result<()> {
    let contents = contents();
    for file in examples::bless(&contents.root)? {
        println!("{}: written anew", file.display());
    }
    let (blessed, edition) = build::bless(&contents)?;
    for (file, count) in blessed {
        println!("{}: {count} numbers rewritten", file.display());
    }
    Ok(edition.problems.into_result()?)
}
