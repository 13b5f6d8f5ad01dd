//! Listings: code that enters the page from a compiled file, by anchor.

use crate::files;
use crate::problem::{Problem, Source};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// A fenced block of the page's source, with its includes read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Listing {
    /// The lines that the page shows (with those that it hides, each behind `# `).
    pub shown: String,
    /// The lines that the test compiles.
    pub tested: String,
    /// The files that they come from, relative to the book's root.
    pub files: Vec<PathBuf>,
}

/// A piece of a file that a page can include: the file, relative to the book's root, and its name there.
pub type Anchor = (PathBuf, String);

/// The folders whose Rust files may have anchors.
const FOLDERS: [&str; 3] = ["book", "chapters", "tests"];

/// The most columns that a page shows without scrolling; rustfmt.toml has the code fit in.
const COLUMNS: usize = 88;

/// One line of a fence: a directive of mdBook's, which may be hidden behind `# `, or a line as it
/// stands.
enum Line<'a> {
    Include {
        path: &'a str,
        anchor: Option<&'a str>,
        whole: bool,
        hidden: bool,
    },
    Plain(&'a str),
}

fn parse(line: &str) -> Line<'_> {
    let (hidden, rest) = match line.strip_prefix("# ") {
        Some(rest) => (true, rest),
        None => (false, line),
    };
    let directive = rest
        .trim()
        .strip_prefix("{{#")
        .and_then(|l| l.strip_suffix("}}"));
    let Some((name, argument)) =
        directive.and_then(|d| d.split_once(char::is_whitespace))
    else {
        return Line::Plain(line);
    };
    let whole = match name {
        "include" => false,
        "rustdoc_include" => true,
        _ => return Line::Plain(line),
    };
    let (path, anchor) = match argument.trim().split_once(':') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (argument.trim(), None),
    };
    Line::Include {
        path,
        anchor,
        whole,
        hidden,
    }
}

/// Reads the fence whose content starts at `start` in `source` and ends at `end`.
///
/// `page` is the page's file relative to `root`; includes are relative to the page, as mdBook has it.
///
/// # Errors
/// Every include whose file or anchor is not there, every line that is too wide for the page, and every
/// line that is neither an include nor hidden nor empty: the text shows only what is compiled.
pub fn read(
    root: &Path,
    source: &Source,
    start: usize,
    end: usize,
) -> Result<Listing, Vec<Problem>> {
    let (mut listing, mut problems) = (Listing::default(), Vec::new());
    let mut at = start;
    for line in source.text[start..end].split_inclusive('\n') {
        match parse(line.trim_end_matches(['\n', '\r'])) {
            Line::Include {
                path,
                anchor,
                whole,
                hidden,
            } => {
                let file = beside(&source.file, path);
                match include(root, &file, anchor) {
                    Ok(included) if hidden => {
                        let lines = included.shown.lines();
                        let hidden: String = lines.map(|line| format!("# {line}\n")).collect();
                        listing.shown += &hidden;
                        listing.tested += &hidden;
                    }
                    Ok(included) => {
                        let wide = included.shown.lines().filter(|line| line.chars().count() > COLUMNS);
                        problems.extend(wide.map(|line| {
                            let what = format!("a listing wider than {COLUMNS} columns: {line}");
                            source.problem(at, what)
                        }));
                        listing.shown += &included.shown;
                        listing.tested += if whole {
                            &included.whole
                        } else {
                            &included.shown
                        };
                        listing.files.push(file);
                    }
                    Err(what) => problems.push(source.problem(at, what)),
                }
            }
            Line::Plain(hidden)
                if hidden.is_empty() || hidden == "#" || hidden.starts_with("# ") =>
            {
                listing.shown += line;
                listing.tested += line;
            }
            Line::Plain(_) => problems.push(source.problem(
                at,
                "code that is not included from a compiled file: write {{#include file:anchor}}",
            )),
        }
        at += line.len();
    }
    match problems.is_empty() {
        true => Ok(listing),
        false => Err(problems),
    }
}

/// The anchors that the same fence includes, hidden ones too, whatever is wrong with it.
pub fn anchors(source: &Source, start: usize, end: usize) -> Vec<Anchor> {
    let lines = source.text[start..end].lines();
    let named = lines.filter_map(|line| match parse(line) {
        Line::Include {
            path,
            anchor: Some(name),
            ..
        } => Some((beside(&source.file, path), name.to_string())),
        _ => None,
    });
    named.collect()
}

/// `path`, as written in the page `page`, relative to the root that `page` is relative to.
pub fn beside(page: &Path, path: &str) -> PathBuf {
    let mut joined = PathBuf::new();
    let parent = page.parent().unwrap_or(Path::new(""));
    for part in parent.join(path).components() {
        match part {
            Component::ParentDir => {
                joined.pop();
            }
            Component::CurDir => {}
            part => joined.push(part),
        }
    }
    joined
}

struct Included {
    /// The anchored lines, without the indentation that they share.
    shown: String,
    /// The whole file, with all but the anchored lines hidden.
    whole: String,
}

fn include(root: &Path, file: &Path, anchor: Option<&str>) -> Result<Included, String> {
    let name = file.display().to_string().replace('\\', "/");
    let text = fs::read_to_string(root.join(file))
        .map_err(|error| format!("an include that cannot be read: {name}: {error}"))?;
    let mut inside = anchor.is_none();
    let mut found = inside;
    let (mut shown, mut whole) = (Vec::new(), String::new());
    for line in text.lines() {
        if let Some((name, starts)) = marker(line) {
            if Some(name) == anchor {
                inside = starts;
                found = true;
            }
        } else if inside {
            shown.push(line);
            whole += line;
            whole.push('\n');
        } else if !line.trim_start().starts_with("//!") {
            // A file's own documentation may only stand first, so it cannot be part of a test.
            whole += "# ";
            whole += line;
            whole.push('\n');
        }
    }
    let anchor = anchor.unwrap_or_default();
    match (found, inside && !anchor.is_empty()) {
        (false, _) => Err(format!(
            "an include of an anchor that {name} does not have: {anchor}"
        )),
        (_, true) => Err(format!(
            "an include of an anchor that {name} does not end: {anchor}"
        )),
        _ => Ok(Included {
            shown: dedent(&shown),
            whole,
        }),
    }
}

/// The name of the anchor that `line` starts (then `true`) or ends.
fn marker(line: &str) -> Option<(&str, bool)> {
    let line = line.trim_start();
    let starts = line.strip_prefix("// ANCHOR:").map(|name| (name, true));
    let ends = || {
        line.strip_prefix("// ANCHOR_END:")
            .map(|name| (name, false))
    };
    let (name, starts) = starts.or_else(ends)?;
    Some((name.trim(), starts))
}

/// The anchors in the code of the book at `root` that are not among those `included` by its pages, and
/// ends of anchors that nothing starts.
pub fn unread_anchors(root: &Path, included: &BTreeSet<&Anchor>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let folders = FOLDERS.iter().map(Path::new);
    for file in folders.flat_map(|folder| files::below(root, folder, "rs")) {
        let Ok(text) = fs::read_to_string(root.join(&file)) else {
            continue;
        };
        if !text.contains("// ANCHOR") {
            continue;
        }
        let source = Source::new(file, text);
        let (mut at, mut started) = (0, BTreeSet::new());
        for line in source.text.split_inclusive('\n') {
            let what = match marker(line) {
                Some((name, true)) => {
                    started.insert(name);
                    let anchor = (source.file.clone(), name.to_string());
                    let what = format!("an anchor that no page includes: {name}");
                    (!included.contains(&anchor)).then_some(what)
                }
                Some((name, false)) if !started.contains(name) => {
                    Some(format!("the end of an anchor that does not start: {name}"))
                }
                _ => None,
            };
            problems.extend(what.map(|what| source.problem(at, what)));
            at += line.len();
        }
    }
    problems
}

/// The lines without the indentation that all of them share.
fn dedent(lines: &[&str]) -> String {
    let indent = |line: &&&str| line.len() - line.trim_start().len();
    let shared = lines
        .iter()
        .filter(|l| !l.trim().is_empty())
        .map(|l| indent(&l))
        .min();
    let shared = shared.unwrap_or(0);
    lines
        .iter()
        .map(|line| format!("{}\n", line.get(shared..).unwrap_or("").trim_end()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(fence: &str) -> Result<Listing, Vec<Problem>> {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("chapters/a")).unwrap();
        let code = "//! Top.\nuse b::B;\n\n// ANCHOR: f\n    fn f() {\n        g()\n    }\n// ANCHOR_END: f\nfn g() {}\n// ANCHOR: open\n";
        fs::write(root.path().join("chapters/a/a.rs"), code).unwrap();
        read(
            root.path(),
            &Source::new("book/src/a.md", fence),
            0,
            fence.len(),
        )
    }

    #[test]
    fn an_include_shows_its_anchor_without_the_shared_indentation() {
        let listing =
            listing("# use c;\n{{#include ../../chapters/a/a.rs:f}}\n").unwrap();
        assert_eq!(listing.shown, "# use c;\nfn f() {\n    g()\n}\n");
        assert_eq!(listing.tested, listing.shown);
        assert_eq!(listing.files, [Path::new("chapters/a/a.rs")]);
    }

    #[test]
    fn a_rustdoc_include_tests_the_whole_file_and_shows_the_anchor() {
        let listing =
            listing("{{#rustdoc_include ../../chapters/a/a.rs:f}}\n").unwrap();
        assert_eq!(listing.shown, "fn f() {\n    g()\n}\n");
        let tested = "# use b::B;\n# \n    fn f() {\n        g()\n    }\n# fn g() {}\n";
        assert_eq!(listing.tested, tested);
    }

    #[test]
    fn a_hidden_include_is_tested_and_not_shown() {
        let listing = listing("# {{#include ../../chapters/a/a.rs:f}}\n").unwrap();
        assert_eq!(listing.shown, "# fn f() {\n#     g()\n# }\n");
        assert_eq!(listing.tested, listing.shown);
        assert!(listing.files.is_empty());
    }

    #[test]
    fn a_line_that_the_page_would_have_to_scroll_is_reported() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("book/src")).unwrap();
        let fence = "{{#include a.rs:a}}\n";
        for (length, problems) in [(COLUMNS, 0), (COLUMNS + 1, 1)] {
            let line = "–".repeat(length);
            let code = format!("// ANCHOR: a\n    {line}\n// ANCHOR_END: a\n");
            fs::write(root.path().join("book/src/a.rs"), code).unwrap();
            let source = Source::new("book/src/a.md", fence);
            let read = read(root.path(), &source, 0, fence.len());
            assert_eq!(read.err().unwrap_or_default().len(), problems);
        }
    }

    #[test]
    fn every_broken_include_of_a_fence_is_reported_with_its_line() {
        let fence = "{{#include x.rs}}\n{{#include ../../chapters/a/a.rs:none}}\n{{#include ../../chapters/a/a.rs:open}}\nlet x = 1;\n";
        let problems = listing(fence).unwrap_err();
        let reported: Vec<_> =
            problems.iter().map(|p| (p.line, p.what.as_str())).collect();
        assert_eq!(reported.len(), 4, "{reported:?}");
        assert!(reported[0].1.contains("cannot be read: book/src/x.rs"));
        assert!(reported[1].1.contains("does not have: none"));
        assert!(reported[2].1.contains("does not end: open"));
        assert!(
            reported[3].0 == 4
                && reported[3].1.contains("not included from a compiled file")
        );
    }
}
