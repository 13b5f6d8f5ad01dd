//! What stock mdBook starts: the preprocessor `press` and the renderer `live` of `book.toml`.
//!
//! mdBook starts a preprocessor in the book's root, so cargo can run it. A renderer it starts in the
//! folder that the renderer writes to, which may lie anywhere: from there cargo would find no workspace,
//! or another one. But where a command holds a `/`, mdBook looks for it from the book's root. So the
//! preprocessor leaves itself at [`RENDERER`], which `book.toml` names.

use crate::output::{KEPT, Output};
use crate::preprocessor::Press;
use crate::program::FOLDER;
use crate::whole_file;
use anyhow::{Context, Result, bail};
use mdbook_preprocessor::config::Config;
use mdbook_preprocessor::{Preprocessor, parse_input};
use mdbook_renderer::{RenderContext, Renderer};
use std::ffi::OsStr;
use std::path::Path;
use std::{env, fs, io};

/// The program that mdBook starts as the renderer, relative to the book's root; on Windows it has a
/// suffix, which the system adds.
pub const RENDERER: &str = "target/press/press";

/// Runs `press` for mdBook, which asks on the standard input and is answered on the standard output.
///
/// # Errors
/// What is wrong with the book, or a folder that mdBook must not write to.
pub fn preprocess(press: &Press) -> Result<()> {
    let (context, book) = parse_input(io::stdin())?;
    // A book that is only tested is written nowhere.
    let output = match context.renderer.as_str() {
        "html" => Some(claim(&context.root, &context.config, &book)?),
        _ => None,
    };
    let book = press.run(&context, book)?;
    if let Some(mut output) = output {
        leave(&env::current_exe()?, &context.root)?;
        output.begin()?;
    }
    Ok(serde_json::to_writer(io::stdout(), &book)?)
}

/// Runs the renderer for mdBook, which tells on the standard input what it has rendered.
///
/// # Errors
/// Files that cannot be read or written.
pub fn render() -> Result<()> {
    let context = RenderContext::from_json(io::stdin())?;
    let mut output = claim(&context.root, &context.config, &context.book)?;
    Beside.render(&context)?;
    output.finish()
}

/// The output folder, as mdBook will use it.
fn claim(
    root: &Path,
    config: &Config,
    book: &mdbook_preprocessor::book::Book,
) -> Result<Output> {
    // With one renderer mdBook writes the pages where the record of them is.
    if config.outputs::<serde::de::IgnoredAny>()?.len() < 2 {
        bail!(
            "book.toml names no other output than the pages: without `output.live` they would not answer"
        );
    }
    Output::claim(root, config, book)
}

/// Puts the program at `program` where mdBook finds it for the book at `root`.
fn leave(program: &Path, root: &Path) -> Result<()> {
    let place = root
        .join(RENDERER)
        .with_extension(env::consts::EXE_EXTENSION);
    let draft = tempfile::Builder::new()
        .tempdir_in(root.join(KEPT))
        .with_context(|| place.display().to_string())?;
    let fresh = draft.path().join("press");
    // A link costs nothing, but does not lead to another disk.
    if fs::hard_link(program, &fresh).is_err() {
        fs::copy(program, &fresh)?;
    }
    fs::rename(fresh, &place).with_context(|| place.display().to_string())
}

/// The renderer `live`: puts the pages' programs, what belongs to them, and the files that listings are cut
/// out of beside the pages that mdBook has rendered.
#[derive(Debug, Clone, Copy)]
pub struct Beside;

impl Renderer for Beside {
    fn name(&self) -> &str {
        "live"
    }

    fn render(&self, context: &RenderContext) -> Result<()> {
        // Each renderer has a folder of its own; that of the pages is the one beside ours.
        let pages = context.destination.with_file_name("html");
        let title = context.config.book.title.as_deref().unwrap_or_default();
        whole_file::write(&context.root, title, &pages)?;
        let Ok(made) = fs::read_dir(context.root.join(FOLDER)) else {
            return Ok(());
        };
        for file in made {
            let path = file?.path();
            if path.extension() == Some(OsStr::new("js")) {
                fs::copy(&path, pages.join(path.file_name().unwrap_or_default()))?;
            }
        }
        Ok(())
    }
}
