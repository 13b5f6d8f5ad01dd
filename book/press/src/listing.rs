//! Listings: code that enters the page from a compiled file, by anchor.
//!
//! A fence of the page's source names what it shows, and may mark the line that the text speaks of:
//!
//! ~~~text
//! # use neurons::Neuron;
//! {{#include ../../chapters/neurons/src/neuron.rs:output}}
//! {{#mark activation(}}
//! ~~~

mod anchor;
mod fold;

pub use anchor::{Anchor, anchors, unread_anchors};

use crate::problem::{Problem, Source};
use fold::Fold;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// A fenced block of the page's source, with its includes read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Listing {
    /// The lines that the page shows (with those that it hides, each behind `# `).
    pub shown: String,
    /// The lines that the test compiles.
    pub tested: String,
    /// The files that they come from, relative to the book's root, each with the number of the first line
    /// that is shown.
    pub files: Vec<(PathBuf, usize)>,
    /// How many lines of these files are folded away.
    pub folded: usize,
    /// The line that is marked, counted from 0: among those that are seen, and among all.
    pub marked: Option<(usize, usize)>,
}

/// The most columns that a page shows without scrolling; rustfmt.toml has the code fit in.
const COLUMNS: usize = 88;

/// The most lines of a listing that are seen before it is unfolded.
const LINES: usize = 40;

/// One line of a fence: a directive, or a line as it stands. mdBook's own directives may be hidden behind
/// `# `.
enum Line<'a> {
    Include {
        path: &'a str,
        anchor: Option<&'a str>,
        whole: bool,
        hidden: bool,
    },
    Mark(&'a str),
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
        "mark" => return Line::Mark(argument.trim()),
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
/// Every include whose file or anchor is not there, every line that is too wide for the page, more lines
/// than a page shows at once, a mark that is not on one line, and every line that is neither an include
/// nor hidden nor empty: the text shows only what is compiled.
pub fn read(
    root: &Path,
    source: &Source,
    start: usize,
    end: usize,
) -> Result<Listing, Vec<Problem>> {
    let (mut listing, mut problems) = (Listing::default(), Vec::new());
    let (mut at, mut mark) = (start, None);
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
                        let lines = included.fold.plain();
                        let lines = lines.lines().map(|line| format!("# {line}\n"));
                        let hidden: String = lines.collect();
                        listing.shown += &hidden;
                        listing.tested += &hidden;
                    }
                    Ok(included) => {
                        let plain = included.fold.plain();
                        let wide = plain.lines().filter(|l| l.chars().count() > COLUMNS);
                        problems.extend(wide.map(|line| {
                            let what = format!("a listing wider than {COLUMNS} columns: {line}");
                            source.problem(at, what)
                        }));
                        listing.shown += &included.fold.folded();
                        listing.tested += if whole { &included.whole } else { &plain };
                        listing.folded += included.fold.hidden();
                        listing.files.push((file, included.first));
                    }
                    Err(what) => problems.push(source.problem(at, what)),
                }
            }
            Line::Mark(text) => mark = Some((at, text)),
            Line::Plain(hidden) if hidden.is_empty() || is_hidden(hidden) => {
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
    let seen = listing
        .shown
        .lines()
        .filter(|line| !is_hidden(line))
        .count();
    if seen > LINES {
        let what = format!(
            "a listing of {seen} lines: fold some between // FOLD and // FOLD_END, down to {LINES}"
        );
        problems.push(source.problem(start, what));
    }
    if let Some((at, text)) = mark {
        match marked(&listing.shown, text) {
            Some(marked) => listing.marked = Some(marked),
            None => problems.push(source.problem(
                at,
                format!(
                    "a mark for a text that one line of the listing should have: {text}"
                ),
            )),
        }
    }
    match problems.is_empty() {
        true => Ok(listing),
        false => Err(problems),
    }
}

/// Whether mdBook hides `line` until the reader asks for it.
fn is_hidden(line: &str) -> bool {
    line == "#" || line.starts_with("# ")
}

/// The one line of those that are seen that has `text`: its number among them, and among all.
fn marked(shown: &str, text: &str) -> Option<(usize, usize)> {
    let all = shown.lines().enumerate();
    let seen = all.filter(|(_, line)| !is_hidden(line)).enumerate();
    let mut with = seen.filter(|(_, (_, line))| line.contains(text));
    let (seen, (all, _)) = with.next()?;
    with.next().is_none().then_some((seen, all))
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
    /// The anchored lines.
    fold: Fold,
    /// The whole file, with all but the anchored lines hidden.
    whole: String,
    /// The number of the first anchored line in the file, counted from 1.
    first: usize,
}

fn include(root: &Path, file: &Path, anchor: Option<&str>) -> Result<Included, String> {
    let name = file.display().to_string().replace('\\', "/");
    let text = fs::read_to_string(root.join(file))
        .map_err(|error| format!("an include that cannot be read: {name}: {error}"))?;
    let children: Vec<_> = text.lines().filter_map(child).collect();
    let mut inside = anchor.is_none();
    let mut first = inside.then_some(1);
    let (mut shown, mut whole) = (Vec::new(), String::new());
    for (line, number) in text.lines().zip(1..) {
        if let Some((name, starts)) = anchor::marker(line) {
            if Some(name) == anchor {
                inside = starts;
                first = first.or(Some(number + 1));
            }
        } else if inside {
            shown.push(line);
            if !fold::is_marker(line) {
                whole += line;
                whole.push('\n');
            }
        } else if !line.starts_with("//!")
            && !children.iter().any(|child| is_of(line, child))
        {
            // A file's own documentation may only stand first, and its modules stand beside it: neither can
            // be part of a test.
            whole += "# ";
            whole += line;
            whole.push('\n');
        }
    }
    let anchor = anchor.unwrap_or_default();
    let Some(first) = first else {
        return Err(format!(
            "an include of an anchor that {name} does not have: {anchor}"
        ));
    };
    if inside && !anchor.is_empty() {
        return Err(format!(
            "an include of an anchor that {name} does not end: {anchor}"
        ));
    }
    let fold = Fold::new(&shown).ok_or_else(|| {
        format!("an include of {name}, where {anchor} folds lines and does not end it, or ends what it does not fold")
    })?;
    Ok(Included { fold, whole, first })
}

/// The module that `line` declares, if its file is another.
fn child(line: &str) -> Option<&str> {
    let line = line.strip_prefix("pub ").unwrap_or(line);
    line.strip_prefix("mod ")?.strip_suffix(';')
}

/// Whether `line` declares the module `child`, or uses what is in it.
fn is_of(line: &str, child: &str) -> bool {
    let line = line.strip_prefix("pub ").unwrap_or(line);
    let name = line.strip_prefix("mod ").or(line.strip_prefix("use "));
    let rest = name.and_then(|name| name.strip_prefix(child));
    rest.is_some_and(|rest| rest == ";" || rest.starts_with("::"))
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
        assert_eq!(listing.files, [(PathBuf::from("chapters/a/a.rs"), 5)]);
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
    fn the_modules_of_a_file_are_no_part_of_its_test() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("book/src")).unwrap();
        let code = "mod one;\npub mod two;\npub use one::One;\nuse oneself::Two;\n// ANCHOR: f\nfn f() {}\n// ANCHOR_END: f\n";
        fs::write(root.path().join("book/src/a.rs"), code).unwrap();
        let fence = "{{#rustdoc_include a.rs:f}}\n";
        let source = Source::new("book/src/a.md", fence);
        let listing = read(root.path(), &source, 0, fence.len()).unwrap();
        assert_eq!(listing.tested, "# use oneself::Two;\nfn f() {}\n");
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
    fn a_mark_is_for_the_one_line_that_has_its_text() {
        let fence = |text: &str| {
            format!(
                "# use c;\n{{{{#include ../../chapters/a/a.rs:f}}}}\n{{{{#mark {text}}}}}\n"
            )
        };
        let marked = listing(&fence("g()")).unwrap().marked;
        assert_eq!(
            marked,
            Some((1, 2)),
            "among the lines that are seen, and among all"
        );
        // In no line, in two, and in one that is hidden.
        for text in ["h()", "()", "use c"] {
            let problems = listing(&fence(text)).unwrap_err();
            assert!(problems[0].what.contains("a mark for a text"), "{text}");
            assert_eq!(problems[0].line, 3);
        }
    }

    #[test]
    fn a_listing_of_more_lines_than_a_page_shows_is_reported() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("book/src")).unwrap();
        let fence = "# use c;\n{{#include a.rs}}\n";
        for (lines, problems) in [(LINES, 0), (LINES + 1, 1)] {
            // What is folded does not count, but for the line in its place.
            let code =
                "a();\n".repeat(lines - 1) + "// FOLD\nb();\nb();\n// FOLD_END\n";
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
