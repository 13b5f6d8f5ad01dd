//! The preprocessor and the renderer that `book.toml` names, for stock mdBook; and what
//! `cargo book serve` runs at every change.

use indicatif::ProgressBar;
use press::beside;
use press::preprocessor::{Answering, Press};
use press::program::Profile;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let words: Vec<_> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        // mdBook asks whether we serve a renderer: we serve them all.
        ["supports", ..] => return ExitCode::SUCCESS,
        ["build"] => return cli::command::rebuild(Answering::IfPossible),
        ["build", "--require-live"] => {
            return cli::command::rebuild(Answering::Required);
        }
        ["beside"] => beside::render(),
        _ => beside::preprocess(&Press::new(
            cli::contents(),
            Answering::IfPossible,
            Profile::Live,
            ProgressBar::hidden(),
        )),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
