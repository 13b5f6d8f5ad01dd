//! Whole files beside the pages: what a listing is cut out of is a click away, offline as well.
//!
//! A listing of `chapters/neurons/src/sum.rs` leads to `source/chapters/neurons/src/sum.rs.html`, to the line
//! where it begins.

use crate::page::escape;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The folder of these pages, beside the book's own.
const FOLDER: &str = "source";

/// How a link to one of them begins in HTML, and what follows the file's name.
const BEFORE: &str = "<a href=\"source/";
const AFTER: &str = ".html#L";

/// A link to a line of `file`, which is relative to the book's root.
pub fn link(file: &Path, line: usize) -> String {
    let name = file.display().to_string().replace('\\', "/");
    format!("{BEFORE}{name}{AFTER}{line}\"><code>{name}</code></a>")
}

/// The files that the built `pages` link to.
fn linked(pages: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut files = BTreeSet::new();
    for page in fs::read_dir(pages)? {
        let page = page?.path();
        if page.extension().is_none_or(|e| e != "html") {
            continue;
        }
        let html =
            fs::read_to_string(&page).with_context(|| page.display().to_string())?;
        let after = html.split(BEFORE).skip(1);
        let names = after.filter_map(|rest| rest.split_once(AFTER));
        files.extend(names.map(|(name, _)| PathBuf::from(name)));
    }
    // A link that a page has of its own may lead anywhere.
    files.retain(|file| {
        file.components()
            .all(|part| matches!(part, Component::Normal(_)))
    });
    Ok(files)
}

/// Writes a page for each file of the book at `root` that its built `pages` link to, beside them. `title` is the
/// book's.
///
/// # Errors
/// Files that cannot be read or written.
pub fn write(root: &Path, title: &str, pages: &Path) -> Result<()> {
    let highlighter = Highlighter::beside(pages)?;
    for file in linked(pages)? {
        let text = fs::read_to_string(root.join(&file))
            .with_context(|| file.display().to_string())?;
        let path = pages.join(FOLDER).join(format!("{}.html", file.display()));
        fs::create_dir_all(path.parent().unwrap_or(pages))?;
        fs::write(&path, page(&file, title, &text, &highlighter))?;
    }
    Ok(())
}

/// What colours code: mdBook's own files, whose names may hold hashes.
#[derive(Debug, Default)]
struct Highlighter {
    script: String,
    light: String,
    dark: String,
}

impl Highlighter {
    fn beside(pages: &Path) -> Result<Self> {
        let mut found = Self::default();
        for file in fs::read_dir(pages)? {
            let name = file?.file_name().to_string_lossy().into_owned();
            let kind = Path::new(&name).extension().and_then(|e| e.to_str());
            let place = match (kind, name.split(['-', '.']).next()) {
                (Some("js"), Some("highlight")) => &mut found.script,
                (Some("css"), Some("highlight")) => &mut found.light,
                (Some("css"), Some("tomorrow")) => &mut found.dark,
                _ => continue,
            };
            *place = name;
        }
        Ok(found)
    }
}

/// The page of a `file` that holds `text`: each line has its number, and can be linked to.
fn page(file: &Path, title: &str, text: &str, highlighter: &Highlighter) -> String {
    let name = escape(&file.display().to_string().replace('\\', "/"));
    let up = "../".repeat(file.components().count());
    let language = match file.extension().and_then(|e| e.to_str()) {
        Some("rs") => "rust",
        _ => "toml",
    };
    let mut lines = String::new();
    for (line, number) in text.lines().zip(1..) {
        // Writing to a string cannot fail.
        let _ = writeln!(
            lines,
            "<span class=\"line\" id=\"L{number}\">{}</span>",
            escape(line)
        );
    }
    let Highlighter {
        script,
        light,
        dark,
    } = highlighter;
    PAGE.replace("TITLE", &escape(title))
        .replace("NAME", &name)
        .replace("LANGUAGE", language)
        .replace("SCRIPT", &format!("{up}{script}"))
        .replace("LIGHT", &format!("{up}{light}"))
        .replace("DARK", &format!("{up}{dark}"))
        .replace("INDEX", &format!("{up}index.html"))
        .replace("LINES", &lines)
}

/// A page of a file, with words in capitals for what differs.
const PAGE: &str = include_str!("whole_file.html");

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn a_file_that_is_linked_stands_beside_the_pages_with_a_place_for_each_line()
    -> Result<()> {
        let folder = tempfile::tempdir()?;
        let (root, pages) = (folder.path().join("book"), folder.path().join("html"));
        fs::create_dir_all(root.join("chapters/a"))?;
        fs::create_dir_all(&pages)?;
        fs::write(pages.join("highlight-1.js"), "")?;
        fs::write(
            root.join("chapters/a/a.rs"),
            "fn a() -> bool {\n    1 < 2\n}\n",
        )?;
        let from = link(Path::new("chapters/a/a.rs"), 2);
        fs::write(pages.join("a.html"), &from)?;
        write(&root, "A & B", &pages)?;
        let page = fs::read_to_string(pages.join("source/chapters/a/a.rs.html"))?;
        assert!(from.contains("source/chapters/a/a.rs.html#L2"), "{from}");
        assert!(
            page.contains("<span class=\"line\" id=\"L2\">    1 &lt; 2</span>"),
            "{page}"
        );
        assert!(page.contains("src=\"../../../highlight-1.js\""), "{page}");
        assert!(page.contains("A &amp; B"), "{page}");
        assert!(page.contains("href=\"../../../index.html\""), "{page}");
        Ok(())
    }

    #[test]
    fn a_link_that_leads_out_of_the_book_is_no_file_of_it() -> Result<()> {
        let pages = tempfile::tempdir()?;
        fs::write(
            pages.path().join("a.html"),
            link(Path::new("../secret.rs"), 1),
        )?;
        assert!(linked(pages.path())?.is_empty());
        Ok(())
    }
}
