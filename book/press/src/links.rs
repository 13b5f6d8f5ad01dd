//! Links and anchors of the built book: each leads somewhere.

use crate::problem::{Problem, Problems, Source};
use anyhow::{Context, Result};
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Follows every link, source and anchor of the HTML pages in `built`; returns how many there are.
///
/// A dead one is reported where it stands in the Markdown below `src` (relative to `root`), or in the
/// built page if no line of Markdown has it.
///
/// # Errors
/// A page that cannot be read, or dead links: then [`Problems`].
pub fn check(root: &Path, src: &Path, built: &Path) -> Result<usize> {
    let pages = pages(built)?;
    let (mut followed, mut problems) = (0, Problems::new());
    for (page, document) in &pages {
        // The print page repeats every other, and the index page the first.
        if page == Path::new("print.html") || page == Path::new("index.html") {
            continue;
        }
        for link in &document.links {
            followed += 1;
            if let Err(what) = follow(&pages, built, page, link) {
                problems.add(place(root, src, built, page, link, what));
            }
        }
    }
    problems.into_result()?;
    Ok(followed)
}

/// What matters of a page: where it leads, and where one can arrive.
struct Document {
    links: BTreeSet<String>,
    ids: BTreeSet<String>,
}

fn pages(built: &Path) -> Result<BTreeMap<PathBuf, Document>> {
    let every = Selector::parse("[href], [src]").map_err(|e| anyhow::anyhow!("{e}"))?;
    let named = Selector::parse("[id]").map_err(|e| anyhow::anyhow!("{e}"))?;
    let mut pages = BTreeMap::new();
    for path in html_files(built)? {
        let html = Html::parse_document(&fs::read_to_string(&path)?);
        let links = html
            .select(&every)
            .filter_map(|e| e.attr("href").or(e.attr("src")));
        let ids = html.select(&named).filter_map(|e| e.attr("id"));
        let document = Document {
            links: links.map(str::to_string).collect(),
            ids: ids.map(str::to_string).collect(),
        };
        pages.insert(path.strip_prefix(built)?.to_path_buf(), document);
    }
    Ok(pages)
}

fn html_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = fs::read_dir(folder)
        .with_context(|| format!("no book in {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(html_files(&path)?);
        } else if path.extension().is_some_and(|e| e == "html") {
            files.push(path);
        }
    }
    Ok(files)
}

/// Follows `link` from `page`.
fn follow(
    pages: &BTreeMap<PathBuf, Document>,
    built: &Path,
    page: &Path,
    link: &str,
) -> Result<(), String> {
    let (path, anchor) = match link.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (link, None),
    };
    if ["http:", "https:", "mailto:", "data:"]
        .iter()
        .any(|scheme| path.starts_with(scheme))
    {
        return Ok(());
    }
    let target = match path.split('?').next().unwrap_or("") {
        "" => page.to_path_buf(),
        "/" => return Ok(()),
        path => crate::listing::beside(page, path),
    };
    match pages.get(&target) {
        None if built.join(&target).is_file() => Ok(()),
        None => Err(format!("a dead link: there is no {}", target.display())),
        Some(document) => match anchor {
            Some(id) if !id.is_empty() && !document.ids.contains(id) => {
                Err(format!("a dead anchor: {} has no {id}", target.display()))
            }
            _ => Ok(()),
        },
    }
}

/// The line of Markdown that has the link, if one has it; else the line of the built page.
fn place(
    root: &Path,
    src: &Path,
    built: &Path,
    page: &Path,
    link: &str,
    what: String,
) -> Problem {
    let markdown = src.join(page).with_extension("md");
    let written = link.replacen(".html", ".md", 1);
    let candidates = [
        (root.to_path_buf(), markdown, written),
        (built.to_path_buf(), page.to_path_buf(), link.to_string()),
    ];
    for (base, file, text) in candidates {
        let Ok(content) = fs::read_to_string(base.join(&file)) else {
            continue;
        };
        if let Some(at) = content.find(&text) {
            return Source::new(file, content).problem(at, what);
        }
    }
    Source::new(page, link).problem(0, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dead_links_and_anchors_are_reported_where_the_markdown_has_them() {
        let root = tempfile::tempdir().unwrap();
        let (src, built) = (root.path().join("src"), root.path().join("out"));
        fs::create_dir_all(&src).unwrap();
        fs::create_dir_all(&built).unwrap();
        fs::write(
            src.join("a.md"),
            "# A\n\n[gone](gone.md)\n[no anchor](b.md#none)\n[good](b.md#here)\n",
        )
        .unwrap();
        fs::write(
            built.join("a.html"),
            "<a href=\"gone.html\">x</a><a href=\"b.html#none\">x</a><a href=\"b.html#here\">x</a>",
        )
        .unwrap();
        fs::write(
            built.join("b.html"),
            "<p id=\"here\"><a href=\"https://example.org\">x</a>",
        )
        .unwrap();
        let error = check(root.path(), Path::new("src"), &built).unwrap_err();
        let problems = error.downcast::<Problems>().unwrap();
        let reported: Vec<_> =
            problems.sorted().iter().map(|p| p.to_string()).collect();
        assert_eq!(
            reported,
            [
                "src/a.md:3: a dead link: there is no gone.html\n    [gone](gone.md)",
                "src/a.md:4: a dead anchor: b.html has no none\n    [no anchor](b.md#none)",
            ]
        );
    }
}
