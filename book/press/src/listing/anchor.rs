//! Anchors: the pieces of files that listings are made of.

use super::{Line, beside, parse};
use crate::files;
use crate::problem::{Problem, Source};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A piece of a file that a page can include: the file, relative to the book's root, and its name there.
pub type Anchor = (PathBuf, String);

/// The folders whose Rust files may have anchors.
const FOLDERS: [&str; 3] = ["book", "chapters", "tests"];

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

/// The name of the anchor that `line` starts (then `true`) or ends.
pub(super) fn marker(line: &str) -> Option<(&str, bool)> {
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
