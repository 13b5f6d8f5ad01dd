//! What is wrong in the book's sources, and where.
//!
//! Nothing in the press stops at the first problem or goes on past one: every check adds what it finds
//! to [`Problems`], and whoever asked for the book gets all of them together.

use crate::files;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// One problem: file, line, what is wrong, and the text it is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the book's root.
    pub file: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what was expected.
    pub what: String,
    /// The offending text.
    pub quote: String,
}

impl Problem {
    /// What is wrong with the thing called `name` of the chapter `package`: at the line below `root` at which
    /// the chapter's code first names it.
    pub fn in_code(
        root: &Path,
        package: &str,
        name: &str,
        what: impl Into<String>,
    ) -> Self {
        let folder = Path::new("chapters").join(package);
        let quoted = format!("\"{name}\"");
        for file in files::below(root, &folder.join("src"), "rs") {
            let text = fs::read_to_string(root.join(&file)).unwrap_or_default();
            if let Some(at) = text.find(&quoted) {
                return Source::new(file, text).problem(at, what);
            }
        }
        Source::new(folder, "").problem(0, what)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The same path on every system: a problem is also read in the page.
        let file = files::shown(&self.file);
        write!(f, "{file}:{}: {}", self.line, self.what)?;
        match self.quote.is_empty() {
            true => Ok(()),
            false => write!(f, "\n    {}", self.quote.trim()),
        }
    }
}

/// All problems of a run, in the order of files and lines.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One more.
    pub fn add(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// More of them.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Problem>) {
        self.0.extend(others);
    }

    /// The problems in the order of files and lines, each once.
    pub fn sorted(&self) -> Vec<&Problem> {
        let mut problems: Vec<_> = self.0.iter().collect();
        problems.sort();
        problems.dedup();
        problems
    }

    /// Nothing if there is no problem.
    ///
    /// # Errors
    /// The problems themselves.
    pub fn into_result(self) -> Result<(), Self> {
        match self.0.is_empty() {
            true => Ok(()),
            false => Err(self),
        }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problems = self.sorted();
        for problem in &problems {
            writeln!(f, "{problem}")?;
        }
        let s = if problems.len() == 1 { "" } else { "s" };
        write!(f, "{} problem{s}: nothing was built", problems.len())
    }
}

impl std::error::Error for Problems {}

/// A source file of the book: knows its lines.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file, relative to the book's root.
    pub file: PathBuf,
    /// Its text.
    pub text: String,
}

impl Source {
    /// A file and its text.
    pub fn new(file: impl AsRef<Path>, text: impl Into<String>) -> Self {
        Self {
            file: file.as_ref().to_path_buf(),
            text: text.into(),
        }
    }

    /// The line, counted from 1, of the byte at `offset`.
    pub fn line(&self, offset: usize) -> usize {
        let before = &self.text.as_bytes()[..offset.min(self.text.len())];
        1 + before.iter().filter(|byte| **byte == b'\n').count()
    }

    /// The line that holds the byte at `offset`; of a long line what stands around it.
    pub fn quote(&self, offset: usize) -> String {
        const AROUND: usize = 60;
        let offset = offset.min(self.text.len());
        let start = self.text[..offset].rfind('\n').map_or(0, |end| end + 1);
        let end = self.text[offset..]
            .find('\n')
            .map_or(self.text.len(), |end| offset + end);
        let before = self.text[start..offset].char_indices().rev().nth(AROUND);
        let after = self.text[offset..end].char_indices().nth(AROUND);
        let from = before.map_or(start, |(at, _)| start + at);
        let to = after.map_or(end, |(at, _)| offset + at);
        let dots = |cut: bool| if cut { "…" } else { "" };
        format!(
            "{}{}{}",
            dots(from > start),
            &self.text[from..to],
            dots(to < end)
        )
    }

    /// A problem at `offset`: its line is quoted.
    pub fn problem(&self, offset: usize, what: impl Into<String>) -> Problem {
        Problem {
            file: self.file.clone(),
            line: self.line(offset),
            what: what.into(),
            quote: self.quote(offset),
        }
    }
}
