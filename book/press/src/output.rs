//! The folder that the book is built into, `build-dir` in `book.toml`: a build takes nothing away there
//! that a build did not write.
//!
//! mdBook empties the folder of its pages, whatever lies in it. So before it starts, by our command or by
//! its own, the folder is claimed: [`Output::claim`] refuses one that meets the book's sources, one that
//! no build of this book has made, and one in which files have appeared since. What a build has
//! written is told by a file that each build leaves in the folder, [`RECORD`]. A sign of mdBook's
//! own would not do: it says neither whose book it was nor which files are its.
//!
//! The claim is also the lock: one build at a time writes to a folder, and one at a time in a checkout.
//! Pages are written into a draft inside the folder and then exchanged with those that were there, so
//! nobody ever finds half a book, and nothing outside the folder is touched.

use crate::lock;
use anyhow::{Context, Result, bail};
use mdbook_driver::book::Book;
use mdbook_driver::config::Config;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{ErrorKind, Read, Seek, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// Where the press keeps what is its own, relative to the root of a book: the lock of the checkout, and
/// the program that stock mdBook starts as a renderer.
pub const KEPT: &str = "target/press";

/// The file in an output folder that says what a build wrote there.
pub const RECORD: &str = "made-by-press.json";

/// Where mdBook puts the pages of a book that has more than one renderer.
pub const PAGES: &str = "html";

/// What the name of a draft begins with.
const DRAFT: &str = ".draft-";

/// The folders of a checkout that hold sources, besides what `book.toml` names.
const SOURCES: [&str; 4] = [".git", "book", "chapters", "tests"];

/// What the press makes that is not the book.
const MADE: [&str; 2] = [KEPT, "target/program"];

/// The one hidden file that mdBook writes, and what it says there.
const NO_JEKYLL: (&str, &str) = (
    ".nojekyll",
    "This file makes sure that Github Pages doesn't process mdBook's output.\n",
);

/// The files of a built book: their paths, with `/` between the names, and their bytes.
pub type Pages = BTreeMap<String, Arc<[u8]>>;

/// What a build has written.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Record {
    /// What this file is, for whoever comes across it.
    about: String,
    /// The folder that a build is writing; of one that was interrupted, nobody knows its files.
    writing: Option<String>,
    /// The files of the pages.
    pages: BTreeSet<String>,
}

/// An output folder, claimed for one build until it is dropped.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    record: File,
    _checkout: File,
}

impl Output {
    /// The output folder that `config` names for `book`, which lies at `root`. Waits while another
    /// build has it.
    ///
    /// # Errors
    /// A folder that a build must not write to; nothing has been changed then.
    pub fn claim(root: &Path, config: &Config, book: &Book) -> Result<Self> {
        let (root, folder) = places(root, config)?;
        within(config, book)?;
        let checkout = lock::take(&root.join(KEPT).join("lock"))?;
        let file = folder.join(RECORD);
        if !file.is_file() && !is_empty(&folder)? && !is_of_before(&folder, config) {
            bail!(
                "the book cannot be built into {}: there are files that no build of it has written. \
                 Set `build-dir` to a new folder, or empty this one if none of it is needed.",
                folder.display()
            );
        }
        let mut record = lock::take(&file)?;
        let mut text = String::new();
        record.read_to_string(&mut text)?;
        let before = match text.is_empty() {
            // Nobody has written here, or nobody knows what.
            true => Record::of_pages(PAGES),
            false => serde_json::from_str(&text)
                .with_context(|| format!("{} cannot be read", file.display()))?,
        };
        before.check(&folder.join(PAGES))?;
        match before.writing {
            Some(draft) if draft.starts_with(DRAFT) => remove(&folder.join(draft))?,
            _ => {}
        }
        Ok(Self {
            folder,
            record,
            _checkout: checkout,
        })
    }

    /// Where the pages are.
    pub fn pages(&self) -> PathBuf {
        self.folder.join(PAGES)
    }

    /// An empty folder to build into; what is in it shows when it is [published](Output::publish).
    ///
    /// # Errors
    /// Folders and files that cannot be written.
    pub fn draft(&mut self) -> Result<TempDir> {
        let draft = tempfile::Builder::new()
            .prefix(DRAFT)
            .tempdir_in(&self.folder)?;
        self.writes(&draft)?;
        Ok(draft)
    }

    /// Puts the pages of a draft in the place of those that were there.
    ///
    /// # Errors
    /// Folders and files that cannot be written.
    pub fn publish(mut self, draft: TempDir) -> Result<PathBuf> {
        self.begin()?;
        let pages = self.pages();
        exchange(draft.path(), &pages)
            .with_context(|| format!("{} cannot be replaced", pages.display()))?;
        self.writes(&draft)?;
        draft.close()?;
        self.finish()?;
        Ok(pages)
    }

    /// Says that `draft` is a build's, and so are all the pages that there are.
    fn writes(&mut self, draft: &TempDir) -> Result<()> {
        let name = draft.path().file_name().unwrap_or_default();
        let pages = files(&self.pages())?;
        self.write(&Record {
            pages,
            ..Record::of_pages(&name.to_string_lossy())
        })
    }

    /// Says that from now on somebody writes the pages in place, as stock mdBook does.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn begin(&mut self) -> Result<()> {
        self.write(&Record::of_pages(PAGES))
    }

    /// Says that all that is among the pages now was written by a build.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn finish(&mut self) -> Result<()> {
        let pages = files(&self.pages())?;
        self.write(&Record {
            writing: None,
            pages,
            ..Record::of_pages("")
        })
    }

    /// Writes the record through the file that is locked.
    fn write(&mut self, record: &Record) -> Result<()> {
        let mut text = serde_json::to_string_pretty(record)?;
        text.push('\n');
        self.record.set_len(0)?;
        self.record.rewind()?;
        Ok(self.record.write_all(text.as_bytes())?)
    }
}

impl Record {
    /// Of an output folder in which the folder called `writing` is being written.
    fn of_pages(writing: &str) -> Self {
        Self {
            about: format!(
                "A build of the book wrote this folder. It empties {PAGES}/ and writes it anew, unless \
                 there are files other than these."
            ),
            writing: Some(writing.to_string()),
            pages: BTreeSet::new(),
        }
    }

    /// Refuses pages among which there is something that no build has written.
    fn check(&self, pages: &Path) -> Result<()> {
        if pages.is_symlink() {
            bail!(
                "the pages cannot be written to {}, which is a symbolic link: let `build-dir` name the \
                 folder that it leads to",
                pages.display()
            );
        }
        let there = files(pages)?;
        let foreign: Vec<_> = match self.writing.as_deref() {
            // Of all that mdBook writes one file is hidden.
            Some(PAGES) => there.iter().filter(|file| is_hidden(file)).collect(),
            _ => there.difference(&self.pages).collect(),
        };
        if let Some(first) = foreign.first() {
            let others = match foreign.len() {
                1 => String::new(),
                count => format!(" and {} other files", count - 1),
            };
            bail!(
                "the book cannot be built: {} would be lost{others}. It lies among the pages, and no build \
                 has written it: move it elsewhere.",
                pages.join(first).display()
            );
        }
        Ok(())
    }
}

/// The root of a book and the folder that it is built into, with every symbolic link followed.
///
/// # Errors
/// A folder that meets the book's sources.
pub fn places(root: &Path, config: &Config) -> Result<(PathBuf, PathBuf)> {
    let root = fs::canonicalize(root)
        .with_context(|| format!("there is no book at {}", root.display()))?;
    let folder = resolve(&root, &config.build.build_dir)?;
    let refuse = |what: &str, source: &Path| {
        bail!(
            "the book cannot be built into {}: that and {what}, {}, lie in one another, and a build empties \
             the folder that it writes to. Set `build-dir` to a folder of its own.",
            folder.display(),
            source.display()
        )
    };
    if root.starts_with(&folder) {
        return refuse("the book's root", &root);
    }
    let html = config.html_config().unwrap_or_default();
    let named = [
        ("the book's text", config.book.src.clone()),
        ("its theme", html.theme_dir(&root)),
    ];
    let sources = SOURCES.map(|name| ("its sources", PathBuf::from(name)));
    let made = MADE.map(|name| ("what the press keeps", PathBuf::from(name)));
    for (what, source) in named.into_iter().chain(sources).chain(made) {
        let source = resolve(&root, &source)?;
        if folder.starts_with(&source) || source.starts_with(&folder) {
            return refuse(what, &source);
        }
    }
    Ok((root, folder))
}

/// The pages of the book at `root` as the last build left them; none if there was no build.
///
/// # Errors
/// Files that cannot be read.
pub fn read(root: &Path, config: &Config) -> Result<Pages> {
    let (_, folder) = places(root, config)?;
    if !folder.join(RECORD).is_file() {
        return Ok(Pages::new());
    }
    let _other_builds_wait = lock::take(&folder.join(RECORD))?;
    let pages = folder.join(PAGES);
    let files = files(&pages)?.into_iter();
    files
        .map(|file| {
            let bytes = fs::read(pages.join(&file)).with_context(|| file.clone())?;
            Ok((file, bytes.into()))
        })
        .collect()
}

/// Where `path` leads from `root`, though its last folders may not be there yet.
fn resolve(root: &Path, path: &Path) -> Result<PathBuf> {
    let mut place = root.to_path_buf();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                place.pop();
            }
            part => {
                place.push(part);
                if place.symlink_metadata().is_ok() {
                    place = fs::canonicalize(&place).with_context(|| {
                        format!("{} leads nowhere", place.display())
                    })?;
                }
            }
        }
    }
    Ok(place)
}

/// Refuses names that mdBook would write outside the folder of the pages.
fn within(config: &Config, book: &Book) -> Result<()> {
    let html = config.html_config().unwrap_or_default();
    let chapters = book.chapters().filter_map(|chapter| chapter.path.clone());
    let files = html.additional_css.into_iter().chain(html.additional_js);
    let redirects = html.redirect.into_keys();
    let redirects = redirects.map(|from| from.trim_start_matches('/').into());
    let missing = html.input_404.map(PathBuf::from);
    for path in chapters.chain(files).chain(redirects).chain(missing) {
        let inside = |part| matches!(part, Component::Normal(_) | Component::CurDir);
        if !path.components().all(inside) {
            bail!(
                "the book cannot be built: {} would be written outside the folder of the pages",
                path.display()
            );
        }
    }
    Ok(())
}

/// The files in `folder` and below, relative to it, with `/` between the names; none if there is no such
/// folder. A symbolic link is a file.
fn files(folder: &Path) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let entries = match fs::read_dir(&next) {
            Err(error) if error.kind() == ErrorKind::NotFound && next == folder => {
                break;
            }
            entries => entries.with_context(|| next.display().to_string())?,
        };
        for entry in entries {
            let entry = entry?;
            match entry.file_type()?.is_dir() {
                true => folders.push(entry.path()),
                false => {
                    let path = entry.path();
                    let parts = path.strip_prefix(folder)?.components();
                    let names = parts.map(|part| part.as_os_str().to_string_lossy());
                    found.insert(names.collect::<Vec<_>>().join("/"));
                }
            }
        }
    }
    Ok(found)
}

fn is_hidden(file: &str) -> bool {
    file != NO_JEKYLL.0 && file.split('/').any(|name| name.starts_with('.'))
}

fn is_empty(folder: &Path) -> Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error).with_context(|| folder.display().to_string()),
    }
}

/// Whether `folder` holds what a build of this book wrote before there were records: the pages, with
/// mdBook's mark and this book's title, and nothing beside them but the folder of the other renderer.
fn is_of_before(folder: &Path, config: &Config) -> bool {
    let pages = folder.join(PAGES);
    let mark = fs::read_to_string(pages.join(NO_JEKYLL.0));
    let first = fs::read_to_string(pages.join("index.html")).unwrap_or_default();
    let title = config.book.title.as_deref().unwrap_or_default();
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    mark.is_ok_and(|text| text == NO_JEKYLL.1)
        && first.contains(&format!("{title}</title>"))
        && names
            .map(|entry| entry.file_name())
            .all(|name| name == PAGES || name == "live")
}

/// Removes a folder, if it is there.
fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| folder.display().to_string())
        }
        _ => Ok(()),
    }
}

/// Puts the pages of `draft` in the place of `pages`, which go into the draft.
fn exchange(draft: &Path, pages: &Path) -> std::io::Result<()> {
    let fresh = draft.join(PAGES);
    if !pages.exists() {
        return fs::rename(fresh, pages);
    }
    if at_once(&fresh, pages).is_ok() {
        return Ok(());
    }
    let old = draft.join("old");
    fs::rename(pages, &old)?;
    fs::rename(&fresh, pages).inspect_err(|_| {
        // What was there is better than nothing; that it cannot be put back is no news then.
        let _ = fs::rename(&old, pages);
    })
}

/// Exchanges two folders in one step, where the system can.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn at_once(one: &Path, other: &Path) -> std::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn at_once(_: &Path, _: &Path) -> std::io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

#[cfg(test)]
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};

    #[test]
    fn while_pages_are_exchanged_there_are_always_pages() {
        let folder = tempfile::tempdir().unwrap();
        let (draft, pages) = (folder.path().join("draft"), folder.path().join("pages"));
        for pages in [&draft.join(PAGES), &pages] {
            fs::create_dir_all(pages).unwrap();
            fs::write(pages.join("page"), "whole").unwrap();
        }
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let reader = scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    assert_eq!(fs::read(pages.join("page")).unwrap(), b"whole");
                }
            });
            let exchanged = (0..1000).try_for_each(|_| exchange(&draft, &pages));
            done.store(true, Ordering::Relaxed);
            reader.join().unwrap();
            exchanged.unwrap();
        });
    }
}
