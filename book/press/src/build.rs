//! Building: the book into its folder, whole or not at all, and stale numbers made right.

use crate::beside::Beside;
use crate::computed::Computed;
use crate::contents::Contents;
use crate::edition;
use crate::output::Output;
use crate::page;
use crate::preprocessor::{Answering, Press, Report};
use crate::program::Profile;
use crate::warnings;
use anyhow::Result;
use indicatif::ProgressBar;
use mdbook_driver::MDBook;
use mdbook_preprocessor::Preprocessor;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Builds the book; returns the folder of the pages and what was done.
///
/// The pages that were there stay until the new ones are whole.
///
/// # Errors
/// [`Problems`](crate::problem::Problems) of the sources, an output folder that is not the book's own, or
/// files that cannot be written.
pub fn build(
    contents: &Contents,
    answering: Answering,
    profile: Profile,
    progress: &ProgressBar,
) -> Result<(PathBuf, Report)> {
    let press = Press::new(contents.clone(), answering, profile, progress.clone());
    let pages = build_with(&contents.root, press.clone())?;
    let report = press.report.borrow().clone();
    Ok((pages, report))
}

/// Builds the book at `root` by whatever stands in for the preprocessor of `book.toml`.
///
/// # Errors
/// As [`build()`].
pub fn build_with(root: &Path, press: impl Preprocessor + 'static) -> Result<PathBuf> {
    let mut book = MDBook::load(root)?;
    let mut output = Output::claim(root, &book.config, &book.book)?;
    let draft = output.draft()?;
    book.config.build.build_dir = draft.path().to_path_buf();
    book.with_preprocessor(press);
    book.with_renderer(Beside);
    warnings::deny(|| book.build())?;
    output.publish(draft)
}

/// Compiles and runs every listing of the book.
///
/// # Errors
/// As [`build()`], and what `rustdoc` says of listings that fail.
pub fn prove(contents: &Contents, progress: &ProgressBar) -> Result<Report> {
    let mut book = MDBook::load(&contents.root)?;
    let press = Press::new(
        contents.clone(),
        Answering::IfPossible,
        Profile::Live,
        progress.clone(),
    );
    book.with_preprocessor(press.clone());
    book.test(Vec::new())?;
    let report = press.report.borrow().clone();
    Ok(report)
}

/// Rewrites every stale number in the Markdown of the book.
///
/// Returns the files with how many numbers changed in each, and what is wrong besides.
///
/// # Errors
/// Files that cannot be read or written.
pub fn bless(contents: &Contents) -> Result<(Vec<(PathBuf, usize)>, edition::Edition)> {
    let root = &contents.root;
    let book = MDBook::load(root)?;
    let src = book.config.book.src.clone();
    let chapters = (contents.chapters)();
    let computed = Computed::all(&chapters);
    let render = || {
        let mut pages = MDBook::load(root)?.book;
        edition::render(
            root,
            &src,
            &chapters,
            computed.clone(),
            None,
            &mut pages,
            &ProgressBar::hidden(),
        )
    };
    let mut blessed = Vec::new();
    for (file, fixes) in render()?.fixes {
        // Where the page is a symbolic link, it stays one.
        let path = fs::canonicalize(root.join(&file))?;
        let text = fs::read_to_string(&path)?;
        let mut draft = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(root))?;
        blessed.push((file, fixes.len()));
        draft.write_all(page::apply(&text, fixes).as_bytes())?;
        draft
            .as_file()
            .set_permissions(fs::metadata(&path)?.permissions())?;
        draft.persist(&path)?;
    }
    Ok((blessed, render()?))
}
