//! The preprocessor that `book.toml` names, for stock mdBook.

use indicatif::ProgressBar;
use mdbook_preprocessor::{Preprocessor, parse_input};
use press::preprocessor::Press;
use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        // mdBook asks whether we serve a renderer: we serve them all.
        Some("supports") => return ExitCode::SUCCESS,
        Some("print") => return press::cli::print(),
        _ => {}
    }
    let printed = parse_input(io::stdin()).and_then(|(context, book)| {
        let book = Press::new(ProgressBar::hidden()).run(&context, book)?;
        Ok(serde_json::to_writer(io::stdout(), &book)?)
    });
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
