//! Figures as files: what every chapter's `*-figures` binary does.

use crate::Chapter;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

/// The folder that figures are written to unless another is named: `target/figures` of the book.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("show lies two folders below the book")
        .join("target/figures")
}

/// Writes the figures of `chapter`, each whole or not at all, and returns their paths.
///
/// # Errors
/// A folder or file that cannot be written, or a figure that cannot be drawn from its defaults: the
/// message names it.
pub fn write(chapter: &Chapter, folder: &Path) -> io::Result<Vec<PathBuf>> {
    let named = |path: &Path| {
        let path = path.display().to_string();
        move |error: io::Error| io::Error::new(error.kind(), format!("{path}: {error}"))
    };
    fs::create_dir_all(folder).map_err(named(folder))?;
    let mut written = Vec::new();
    let interactive = chapter.interactive_figures();
    let interactive = interactive.map(|figure| (figure.name, figure.at_defaults()));
    let still = chapter.figures.iter();
    let still = still.map(|figure| (figure.name, (figure.run)()));
    for (name, drawn) in interactive.chain(still) {
        let svg = drawn.map_err(|error| {
            io::Error::other(format!("figure {name}: {}", error.as_str()))
        })?;
        let path = folder.join(name).with_extension("svg");
        let draft = path.with_extension("svg.part");
        let moved = fs::write(&draft, svg).and_then(|()| fs::rename(&draft, &path));
        if let Err(error) = moved {
            // What is left of the draft; where nothing is, there is nothing to remove.
            let _ = fs::remove_file(&draft);
            return Err(named(&path)(error));
        }
        written.push(path);
    }
    Ok(written)
}

/// The whole of a chapter's figures binary: `<chapter>-figures [FOLDER]`.
pub fn main(chapter: &Chapter) -> ExitCode {
    let package = chapter.package();
    let mut arguments = env::args_os().skip(1);
    let folder = match (arguments.next(), arguments.next()) {
        (None, _) => folder(),
        (Some(flag), None) if flag == "--help" || flag == "-h" => {
            println!("Writes the figures of the chapter {package} as SVG files.\n");
            println!("Usage: {package}-figures [FOLDER]");
            println!("FOLDER is target/figures of the book unless named.");
            return ExitCode::SUCCESS;
        }
        (Some(named), None) if !named.to_string_lossy().starts_with('-') => {
            named.into()
        }
        _ => {
            eprintln!("usage: {package}-figures [FOLDER]");
            return ExitCode::from(2);
        }
    };
    match write(chapter, &folder) {
        Ok(paths) => {
            paths.iter().for_each(|path| println!("{}", path.display()));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
