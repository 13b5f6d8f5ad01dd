//! The crate graph is the reading order.

use crate::problem::{Problems, Source};
use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, MetadataCommand};
use mdbook_driver::MDBook;
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
    /// The chapter that the crate is, or in whose folder it lies.
    fn chapter(&self) -> Option<&str> {
        let mut folders = self.folder.strip_prefix("chapters").ok()?.iter();
        folders.next()?.to_str()
    }

    /// Whether it is a chapter itself.
    fn is_chapter(&self) -> bool {
        self.folder.parent() == Some(Path::new("chapters"))
    }
}

/// The crates that every chapter may use; they know no chapter.
const TOOLS: [&str; 3] = ["show", "plate", "data"];

/// Holds the dependencies between the book's crates to the order of its pages; returns how many
/// dependencies there are.
///
/// A chapter depends on earlier chapters only (and on `show`, `plate` and `data`), and so does what lies
/// in its folder, which depends on the chapter as well; its package, its folder below `chapters/` and its
/// page have one name.
/// The tools and `press` know no chapter.
///
/// # Errors
/// A workspace or a book that cannot be read, or all that breaks the rule: then [`Problems`].
pub fn check(root: &Path) -> Result<usize> {
    let crates = crates(root)?;
    let book = MDBook::load(root)?;
    let pages = book.book.chapters().filter_map(|page| page.path.as_ref());
    let pages: Vec<_> = pages.map(|path| path.with_extension("")).collect();
    problems(root, &crates, &pages, &book.config.book.src).into_result()?;
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

/// What breaks the rule, at the line that names it.
fn problems(root: &Path, crates: &[Crate], pages: &[PathBuf], src: &Path) -> Problems {
    let mut problems = Problems::new();
    let mut report = |file: &Path, word: &str, what: String| {
        let text = fs::read_to_string(root.join(file)).unwrap_or_default();
        let at = text.find(word).unwrap_or(0);
        problems.add(Source::new(file, text).problem(at, what));
    };
    let place = |name: &str| pages.iter().position(|page| page == Path::new(name));
    let summary = src.join("SUMMARY.md");
    for chapter in crates.iter().filter(|one| one.is_chapter()) {
        let (name, manifest) = (&chapter.name, chapter.folder.join("Cargo.toml"));
        if chapter.folder.file_name() != Some(name.as_ref()) {
            let what = format!("the package {name} lies in a folder of another name");
            report(&manifest, name, what);
        }
        if place(name).is_none() {
            let what = format!("the chapter {name} has no page {name}.md");
            report(&summary, name, what);
        }
        let further = pages.iter().filter_map(|page| page.to_str());
        for page in further.filter(|page| page.starts_with(&format!("{name}-"))) {
            if place(page) < place(name) {
                let what = format!("the page {page}.md stands before its chapter");
                report(&summary, page, what);
            }
        }
    }
    for one in crates {
        for (on, for_tests) in &one.dependencies {
            let other = crates.iter().find(|other| &other.name == on);
            let name = one.name.as_str();
            let met = match (one.chapter(), other.and_then(Crate::chapter)) {
                (Some(here), Some(there)) if here == there => true,
                (Some(here), Some(there)) => place(there) < place(here),
                (Some(_), None) => TOOLS.contains(&on.as_str()),
                (None, Some(_)) => {
                    *for_tests || !(TOOLS.contains(&name) || name == "press")
                }
                (None, None) => true,
            };
            if !met {
                let what = format!(
                    "{} depends on {on}, which its reader has not met",
                    one.name
                );
                report(&one.folder.join("Cargo.toml"), on, what);
            }
        }
    }
    problems
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

    fn reported(crates: &[Crate], pages: &[&str]) -> Vec<String> {
        let pages: Vec<PathBuf> = pages.iter().map(PathBuf::from).collect();
        let root = Path::new("nowhere");
        let problems = problems(root, crates, &pages, Path::new("book/src"));
        let problems = problems.sorted().into_iter();
        problems.map(|problem| problem.to_string()).collect()
    }

    #[test]
    fn a_chapter_may_use_earlier_chapters_and_the_tools() {
        let crates = [
            one("book/plate", &["show"]),
            one("book/show", &[]),
            one("chapters/a", &["plate", "show"]),
            one("chapters/a/more", &["a"]),
            one("chapters/b", &["plate", "a"]),
            one("book/press", &["show"]),
            one("book/cli", &["press", "a", "b"]),
        ];
        assert_eq!(reported(&crates, &["intro", "a", "b", "b-more"]), [""; 0]);
    }

    #[test]
    fn whatever_the_reader_has_not_met_is_a_problem() {
        let crates = [
            one("book/plate", &["a"]),
            one("chapters/a", &["b", "press"]),
            one("chapters/a/more", &["b"]),
            one("chapters/b", &[]),
            one("book/press", &["b"]),
        ];
        assert_eq!(
            reported(&crates, &["b-more", "a", "b"]),
            [
                "book/plate/Cargo.toml:1: plate depends on a, which its reader has not met",
                "book/press/Cargo.toml:1: press depends on b, which its reader has not met",
                "book/src/SUMMARY.md:1: the page b-more.md stands before its chapter",
                "chapters/a/Cargo.toml:1: a depends on b, which its reader has not met",
                "chapters/a/Cargo.toml:1: a depends on press, which its reader has not met",
                "chapters/a/more/Cargo.toml:1: more depends on b, which its reader has not met",
            ]
        );
    }

    #[test]
    fn a_chapter_without_a_page_is_a_problem() {
        assert_eq!(
            reported(&[one("chapters/a", &[])], &["b"]),
            ["book/src/SUMMARY.md:1: the chapter a has no page a.md"]
        );
    }
}
