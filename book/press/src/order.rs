//! The crate-graph rule: the crate graph is the reading order.

use crate::problem::{Problem, Problems, Source};
use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, MetadataCommand};
use mdbook_driver::MDBook;
use mdbook_driver::book::BookItem;
use std::fs;
use std::path::{Path, PathBuf};

/// A crate of the book: its name, its folder relative to the root, and the crates of the book that it
/// depends on (and whether only its tests do).
struct Crate {
    name: String,
    folder: PathBuf,
    dependencies: Vec<(String, bool)>,
}

impl Crate {
    fn is_chapter(&self) -> bool {
        self.folder.parent() == Some(Path::new("chapters"))
    }
}

/// What a chapter may depend on besides earlier chapters.
const BELOW: [&str; 3] = ["data", "show", "plate"];

/// What breaks the rule: in which file, at which word, and how.
type Breach = (PathBuf, String, String);

/// Holds the dependencies between the book's crates to the order of its pages; returns how many
/// dependencies there are.
///
/// A chapter depends on earlier chapters only (and on `data`, `show` and `plate`); its package, its
/// folder below `chapters/` and its page have one name; these three and `press` know no chapter.
///
/// # Errors
/// A workspace or a book that cannot be read, or all that breaks the rule: then [`Problems`].
pub fn check(root: &Path) -> Result<usize> {
    let crates = crates(root)?;
    let book = MDBook::load(root)?;
    let pages: Vec<PathBuf> = book
        .iter()
        .filter_map(|item| match item {
            BookItem::Chapter(chapter) => {
                Some(chapter.path.as_ref()?.with_extension(""))
            }
            _ => None,
        })
        .collect();
    let mut problems = Problems::new();
    for (file, word, what) in breaches(&crates, &pages, &book.config.book.src) {
        problems.add(place(root, &file, &word, &what));
    }
    problems.into_result()?;
    Ok(crates.iter().map(|one| one.dependencies.len()).sum())
}

/// The crates of the workspace at `root`.
fn crates(root: &Path) -> Result<Vec<Crate>> {
    let metadata = MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .other_options(["--locked".to_string()])
        .no_deps()
        .exec()
        .context("the workspace cannot be read")?;
    let folder = |manifest: &Path| {
        let folder = manifest.parent().unwrap_or(manifest);
        let folder = folder
            .strip_prefix(&metadata.workspace_root)
            .unwrap_or(folder);
        folder.to_path_buf()
    };
    let crates = metadata.packages.iter().map(|package| Crate {
        name: package.name.to_string(),
        folder: folder(package.manifest_path.as_std_path()),
        dependencies: package
            .dependencies
            .iter()
            .filter(|dependency| dependency.path.is_some())
            .map(|d| (d.name.clone(), d.kind == DependencyKind::Development))
            .collect(),
    });
    Ok(crates.collect())
}

fn breaches(crates: &[Crate], pages: &[PathBuf], src: &Path) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let place = |name: &str| pages.iter().position(|page| page == Path::new(name));
    let summary = src.join("SUMMARY.md");
    for chapter in crates.iter().filter(|one| one.is_chapter()) {
        let (name, manifest) = (&chapter.name, chapter.folder.join("Cargo.toml"));
        if chapter.folder.file_name() != Some(name.as_ref()) {
            let what = format!("the package {name} lies in a folder of another name");
            breaches.push((manifest, name.clone(), what));
        }
        if place(name).is_none() {
            let what = format!("the chapter {name} has no page {name}.md");
            breaches.push((summary.clone(), name.clone(), what));
        }
        let further = pages.iter().filter_map(|page| page.to_str());
        for page in further.filter(|page| page.starts_with(&format!("{name}-"))) {
            if place(page) < place(name) {
                let what = format!("the page {page}.md stands before its chapter");
                breaches.push((summary.clone(), page.to_string(), what));
            }
        }
    }
    for one in crates {
        for (on, for_tests) in &one.dependencies {
            let chapter = crates
                .iter()
                .any(|other| &other.name == on && other.is_chapter());
            let met = match (one.is_chapter(), chapter) {
                (true, true) => place(on) < place(&one.name),
                (true, false) => BELOW.contains(&on.as_str()),
                (false, true) => {
                    let name = one.name.as_str();
                    *for_tests || !(BELOW.contains(&name) || name == "press")
                }
                (false, false) => true,
            };
            if !met {
                let what = format!(
                    "{} depends on {on}, which its reader has not met",
                    one.name
                );
                breaches.push((one.folder.join("Cargo.toml"), on.clone(), what));
            }
        }
    }
    breaches
}

/// The line of `file` that says `word`.
fn place(root: &Path, file: &Path, word: &str, what: &str) -> Problem {
    let text = fs::read_to_string(root.join(file)).unwrap_or_default();
    let at = text.find(word).unwrap_or(0);
    Source::new(file, text).problem(at, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(folder: &str, dependencies: &[&str]) -> Crate {
        Crate {
            name: folder.rsplit('/').next().unwrap().to_string(),
            folder: folder.into(),
            dependencies: dependencies
                .iter()
                .map(|d| (d.to_string(), false))
                .collect(),
        }
    }

    fn said(crates: &[Crate], pages: &[&str]) -> Vec<String> {
        let pages: Vec<PathBuf> = pages.iter().map(PathBuf::from).collect();
        let breaches = breaches(crates, &pages, Path::new("book/src"));
        breaches
            .into_iter()
            .map(|(file, _, what)| format!("{}: {what}", file.display()))
            .collect()
    }

    #[test]
    fn a_chapter_may_use_earlier_chapters_and_the_plate() {
        let crates = [
            one("book/plate", &[]),
            one("chapters/a", &["plate"]),
            one("chapters/b", &["plate", "a"]),
            one("book/press", &["show"]),
            one("book/cli", &["press", "a", "b"]),
        ];
        assert_eq!(said(&crates, &["intro", "a", "b", "b-more"]), [""; 0]);
    }

    #[test]
    fn whatever_the_reader_has_not_met_is_a_fault() {
        let crates = [
            one("book/plate", &["a"]),
            one("chapters/a", &["b", "press"]),
            one("chapters/b", &[]),
            one("book/press", &["b"]),
        ];
        assert_eq!(
            said(&crates, &["b-more", "a", "b"]),
            [
                "book/src/SUMMARY.md: the page b-more.md stands before its chapter",
                "book/plate/Cargo.toml: plate depends on a, which its reader has not met",
                "chapters/a/Cargo.toml: a depends on b, which its reader has not met",
                "chapters/a/Cargo.toml: a depends on press, which its reader has not met",
                "book/press/Cargo.toml: press depends on b, which its reader has not met",
            ]
        );
    }

    #[test]
    fn a_chapter_without_a_page_is_a_fault() {
        let said = said(&[one("chapters/a", &[])], &["b"]);
        assert_eq!(
            said,
            ["book/src/SUMMARY.md: the chapter a has no page a.md"]
        );
    }
}
