//! The crate-graph rule: the crate graph is the reading order.

use anyhow::{Context, Result, bail};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use mdbook_driver::MDBook;
use mdbook_driver::book::BookItem;
use std::path::Path;

/// Holds the dependencies between the book's crates to the order of its pages; returns how many
/// dependencies there are.
///
/// A chapter depends on earlier chapters only (and on `plate` and `data`); its package, its folder
/// below `chapters/` and its page have one name; `plate` and `data` know no chapter.
///
/// # Errors
/// A workspace or a book that cannot be read, or all that breaks the rule.
pub fn check(root: &Path) -> Result<usize> {
    let metadata = MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .other_options(["--locked".to_string()])
        .no_deps()
        .exec()
        .context("the workspace cannot be read")?;
    let book = MDBook::load(root)?;
    let pages: Vec<String> = book
        .iter()
        .filter_map(|item| match item {
            BookItem::Chapter(chapter) => Some(chapter.path.as_ref()?.with_extension("")),
            _ => None,
        })
        .map(|path| path.display().to_string())
        .collect();
    match broken(&metadata, &pages) {
        (edges, wrong) if wrong.is_empty() => Ok(edges),
        (_, wrong) => bail!(
            "the crate graph is not the reading order:\n  {}",
            wrong.join("\n  ")
        ),
    }
}

/// The number of dependencies between crates of the book, and those that break the rule.
fn broken(metadata: &Metadata, pages: &[String]) -> (usize, Vec<String>) {
    let (mut edges, mut wrong) = (0, Vec::new());
    let place = |name: &str| pages.iter().position(|page| page == name);
    let folder = |package: &Package, parent: &str| {
        let folder = package.manifest_path.parent();
        folder.is_some_and(|f| f.parent().and_then(|p| p.file_name()) == Some(parent))
    };
    let chapters: Vec<_> = metadata
        .packages
        .iter()
        .filter(|p| folder(p, "chapters"))
        .collect();
    for chapter in &chapters {
        let name = chapter.name.as_str();
        let file = chapter.manifest_path.parent().and_then(|f| f.file_name());
        if file != Some(name) {
            wrong.push(format!(
                "the package {name} lies in a folder of another name"
            ));
        }
        if place(name).is_none() {
            wrong.push(format!(
                "the chapter {name} has no page {name}.md in SUMMARY.md"
            ));
        }
        for other in pages
            .iter()
            .filter_map(|page| page.strip_prefix(&format!("{name}-")))
        {
            let page = format!("{name}-{other}");
            if place(&page) < place(name) {
                wrong.push(format!("the page {page}.md stands before its chapter"));
            }
        }
    }
    for package in &metadata.packages {
        let name = package.name.as_str();
        let is_chapter = folder(package, "chapters");
        for dependency in package.dependencies.iter().filter(|d| d.path.is_some()) {
            edges += 1;
            let on = dependency.name.as_str();
            let on_chapter = chapters.iter().any(|chapter| chapter.name.as_str() == on);
            let later = is_chapter && on_chapter && place(on) >= place(name);
            let tools = is_chapter && !on_chapter && !matches!(on, "plate" | "data");
            let upward =
                matches!(name, "plate" | "data") && dependency.kind == DependencyKind::Normal;
            if later || tools || upward && on_chapter {
                wrong.push(format!(
                    "{name} depends on {on}, which the reader has not met"
                ));
            }
        }
    }
    (edges, wrong)
}
