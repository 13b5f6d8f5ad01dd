//! The preprocessor and the renderer that `book.toml` names, for stock mdBook; and what
//! `cargo book serve` runs at every change.

use anyhow::Result;
use indicatif::ProgressBar;
use mdbook_preprocessor::{Preprocessor, parse_input};
use mdbook_renderer::{RenderContext, Renderer};
use press::preprocessor::{Live, Press};
use press::program::{Beside, Profile};
use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let words: Vec<_> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        // mdBook asks whether we serve a renderer: we serve them all.
        ["supports", ..] => return ExitCode::SUCCESS,
        ["print"] => return cli::command::print(Live::IfPossible),
        ["print", "--require-live"] => return cli::command::print(Live::Required),
        ["beside"] => beside(),
        _ => preprocess(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn preprocess() -> Result<()> {
    let (context, book) = parse_input(io::stdin())?;
    let book = Press::new(
        cli::contents(),
        Live::IfPossible,
        Profile::Live,
        ProgressBar::hidden(),
    )
    .run(&context, book)?;
    Ok(serde_json::to_writer(io::stdout(), &book)?)
}

fn beside() -> Result<()> {
    Beside.render(&RenderContext::from_json(io::stdin())?)
}
