//! Printing: the book into its folder, whole or not at all, and stale numbers made right.

use crate::contents::Contents;
use crate::edition;
use crate::page;
use crate::preprocessor::{Live, Press, Report};
use crate::program::{Beside, Profile};
use crate::warnings;
use anyhow::{Context, Result};
use indicatif::ProgressBar;
use mdbook_driver::MDBook;
use std::fs;
use std::path::{Path, PathBuf};

/// Prints the book; returns the folder of the pages and what was done.
///
/// The pages are written beside the book's folder, which is replaced when all went well.
///
/// # Errors
/// [`Problems`](crate::problem::Problems) of the sources, or files that cannot be written.
pub fn print(
    contents: &Contents,
    live: Live,
    profile: Profile,
    progress: &ProgressBar,
) -> Result<(PathBuf, Report)> {
    let root = &contents.root;
    let mut book = MDBook::load(root)?;
    let folder = root.join(&book.config.build.build_dir);
    let draft = folder.with_extension("part");
    book.config.build.build_dir.clone_from(&draft);
    let press = Press::new(contents.clone(), live, profile, progress.clone());
    book.with_preprocessor(press.clone());
    book.with_renderer(Beside);
    warnings::deny(|| book.build())?;
    replace(&folder, &draft)
        .with_context(|| format!("{} cannot be replaced", folder.display()))?;
    let report = press.report.borrow().clone();
    Ok((folder.join("html"), report))
}

/// Puts `draft` in the place of `folder`.
fn replace(folder: &Path, draft: &Path) -> std::io::Result<()> {
    let old = folder.with_extension("old");
    if old.exists() {
        fs::remove_dir_all(&old)?;
    }
    if folder.exists() {
        fs::rename(folder, &old)?;
    }
    fs::rename(draft, folder)?;
    match old.exists() {
        true => fs::remove_dir_all(old),
        false => Ok(()),
    }
}

/// Compiles and runs every listing of the book.
///
/// # Errors
/// As [`print()`], and [`Problems`](crate::problem::Problems) for listings that fail.
pub fn prove(contents: &Contents, progress: &ProgressBar) -> Result<Report> {
    let mut book = MDBook::load(&contents.root)?;
    let press = Press::new(
        contents.clone(),
        Live::IfPossible,
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
    let print = || {
        let mut pages = MDBook::load(root)?.book;
        edition::render(
            root,
            &src,
            &(contents.chapters)(),
            None,
            &mut pages,
            &ProgressBar::hidden(),
        )
    };
    let mut blessed = Vec::new();
    for (file, fixes) in print()?.fixes {
        let path = root.join(&file);
        let text = fs::read_to_string(&path)?;
        let draft = path.with_extension("md.part");
        blessed.push((file, fixes.len()));
        fs::write(&draft, page::apply(&text, fixes))?;
        fs::rename(&draft, &path)?;
    }
    Ok((blessed, print()?))
}
