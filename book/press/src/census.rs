//! The census: every numeral that a reader sees is bound to a value or carries a reason.

use crate::numeral;
use crate::problem::{Problem, Source};
use crate::rules::{QUOTED, Rules};
use crate::values::Values;
use show::number::like;
use std::collections::BTreeMap;
use std::ops::Range;

/// A numeral in the text, and what accounts for it.
#[derive(Debug, Clone)]
pub struct Token {
    /// Where it stands in the page's source.
    pub at: Range<usize>,
    /// The code span that it stands in.
    pub code: Option<Range<usize>>,
    /// What accounts for it.
    pub account: Account,
}

/// What accounts for a numeral.
#[derive(Debug, Clone, PartialEq)]
pub enum Account {
    /// Nothing yet.
    Loose,
    /// A value: its name and the value itself.
    Bound(String, f64),
    /// A reason of `book/census.toml`.
    Plain,
}

/// How many numerals are bound, and how many stand plain for which reason.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Count {
    /// Numerals that equal a value.
    pub bound: usize,
    /// Plain numerals by reason.
    pub plain: BTreeMap<String, usize>,
}

impl Count {
    /// Adds another page's count.
    pub fn add(&mut self, other: &Count) {
        self.bound += other.bound;
        for (reason, count) in &other.plain {
            *self.plain.entry(reason.clone()).or_default() += count;
        }
    }

    fn plain(&mut self, reason: &str) {
        *self.plain.entry(reason.to_string()).or_default() += 1;
    }
}

/// A change of the page's source that makes a stale number right.
pub type Fix = (Range<usize>, String);

/// Takes the census of one page.
pub struct Census<'a> {
    source: &'a Source,
    values: &'a Values,
    rules: &'a Rules,
    /// The numerals of prose, in order.
    pub tokens: Vec<Token>,
    /// What has been counted.
    pub count: Count,
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// What would make stale numbers right.
    pub fixes: Vec<Fix>,
    /// How often each line of the allow-list was needed.
    pub allowed: Vec<usize>,
    /// The names of the values that the page quotes.
    pub quoted: Vec<String>,
    marked: usize,
}

impl<'a> Census<'a> {
    /// A census of `source`, not begun.
    pub fn new(source: &'a Source, values: &'a Values, rules: &'a Rules) -> Self {
        Self {
            source,
            values,
            rules,
            tokens: Vec::new(),
            count: Count::default(),
            problems: Vec::new(),
            fixes: Vec::new(),
            allowed: vec![0; rules.allow.len()],
            quoted: Vec::new(),
            marked: 0,
        }
    }

    /// Notes the numerals of the text at `at`; `code` is set for a code span.
    pub fn text(&mut self, at: Range<usize>, code: bool) {
        for found in numeral::find(&self.source.text[at.clone()]) {
            self.tokens.push(Token {
                at: at.start + found.start..at.start + found.end,
                code: code.then(|| at.clone()),
                account: Account::Loose,
            });
        }
    }

    /// Reads a comment; if it is a mark, applies it to the numerals before it.
    /// Returns whether it was one.
    pub fn comment(&mut self, at: Range<usize>) -> bool {
        let text = &self.source.text[at.clone()];
        let Some(body) = text
            .strip_prefix("<!--")
            .and_then(|t| t.strip_suffix("-->"))
        else {
            return false;
        };
        if let Some(names) = body.strip_prefix('=') {
            let names: Vec<_> = names.split(',').map(str::trim).collect();
            for (token, name) in self.before(&at, names.len()).into_iter().zip(names) {
                self.bind(token, name);
            }
        } else if let Some(reason) = body.strip_prefix("lit:") {
            let count = self.span(at.start).map_or(1, |span| span.len());
            for token in self.before(&at, count) {
                self.excuse(token, reason.trim());
            }
        } else {
            return false;
        }
        self.marked = at.end;
        true
    }

    /// The numerals of the code span that ends at `end`, if one does.
    fn span(&self, end: usize) -> Option<Range<usize>> {
        let ends_here =
            |token: &Token| token.code.as_ref().is_some_and(|code| code.end == end);
        let first = self.tokens.iter().position(ends_here)?;
        Some(first..self.tokens.len())
    }

    /// The last `count` numerals before the mark at `mark`, if they stand directly before it.
    fn before(&mut self, mark: &Range<usize>, count: usize) -> Vec<usize> {
        let last = self.tokens.len();
        let first =
            last.checked_sub(count)
                .filter(|first| match self.span(mark.start) {
                    Some(span) => span.len() == count,
                    None => {
                        let unmarked = |token: &Token| token.at.start >= self.marked;
                        let closes = |c| matches!(c, '*' | '_' | '%' | ')' | ']');
                        self.tokens[*first..].iter().all(unmarked)
                            && self.tokens.last().is_some_and(|token| {
                                self.source.text[token.at.end..mark.start]
                                    .chars()
                                    .all(closes)
                            })
                    }
                });
        match first {
            Some(first) => (first..last).collect(),
            None => {
                // One problem is enough for a span: its numerals are not reported once more.
                for token in self.span(mark.start).unwrap_or_default() {
                    self.tokens[token].account = Account::Plain;
                }
                let what = match (self.span(mark.start), count) {
                    (Some(span), _) => {
                        format!(
                            "a mark of {count} names after code with {} numerals",
                            span.len()
                        )
                    }
                    (None, 1) => {
                        "a mark with no numeral directly before it".to_string()
                    }
                    (None, n) => {
                        format!("a mark of {n} names without {n} numerals before it")
                    }
                };
                self.problems.push(self.source.problem(mark.start, what));
                Vec::new()
            }
        }
    }

    fn bind(&mut self, token: usize, name: &str) {
        let at = self.tokens[token].at.clone();
        let percent = self.source.text[at.end..].starts_with('%');
        let ascii = self.tokens[token].code.is_some();
        if let Some(value) = self.check(at, percent, ascii, name) {
            self.tokens[token].account = Account::Bound(name.to_string(), value);
        } else {
            self.tokens[token].account = Account::Plain;
        }
    }

    /// Holds the numeral at `at` to the value called `name`, which it returns. Code and formulas write
    /// a minus in ASCII.
    pub fn check(
        &mut self,
        at: Range<usize>,
        percent: bool,
        ascii: bool,
        name: &str,
    ) -> Option<f64> {
        let value = match self.values.get(name) {
            Ok(value) => value,
            Err(what) => {
                self.problems.push(self.source.problem(at.start, what));
                return None;
            }
        };
        self.count.bound += 1;
        self.quoted.extend(name.split('/').map(str::to_string));
        let written = &self.source.text[at.clone()];
        // KaTeX wants braces around a comma that separates no arguments.
        let braces = written.contains("{,}");
        let literal = written.replace("{,}", ",") + if percent { "%" } else { "" };
        let mut right = like(&literal, value);
        if ascii && !literal.contains('\u{2212}') {
            right = right.replace('\u{2212}', "-");
        }
        if right != literal {
            let what =
                format!("a stale number: {name} is {right}, the text says {literal}");
            self.problems.push(self.source.problem(at.start, what));
            let right = right.trim_end_matches('%');
            let right = if braces {
                right.replace(',', "{,}")
            } else {
                right.to_string()
            };
            self.fixes.push((at, right));
        }
        Some(value)
    }

    fn excuse(&mut self, token: usize, reason: &str) {
        let at = self.tokens[token].at.clone();
        self.tokens[token].account = Account::Plain;
        self.literal(at, reason);
    }

    /// Counts a plain numeral, whose reason must be known and may allow decimals.
    pub fn literal(&mut self, at: Range<usize>, reason: &str) {
        let decimal = self.source.text[at.clone()].contains('.');
        if !self.rules.reasons.contains_key(reason) {
            let what = self.rules.unknown(reason);
            self.problems.push(self.source.problem(at.start, what));
        } else if decimal && reason != QUOTED {
            let what = format!(
                "a plain numeral with decimals: bind it, or quote it as {QUOTED:?}"
            );
            self.problems.push(self.source.problem(at.start, what));
        }
        self.count.plain(reason);
    }

    /// Counts what a formula's algebra writes plain.
    pub fn algebra(&mut self, count: usize) {
        if count > 0 {
            *self.count.plain.entry("algebra".to_string()).or_default() += count;
        }
    }

    /// Reports a numeral that nothing accounts for.
    pub fn loose(&mut self, at: Range<usize>) {
        let numeral = &self.source.text[at.clone()];
        let what = format!("an unbound numeral: {numeral}");
        self.problems.push(self.source.problem(at.start, what));
    }

    /// Applies the allow-list, then reports all that is still loose.
    pub fn close(&mut self) {
        for (line, allow) in self.rules.allow.iter().enumerate() {
            for (start, text) in self.source.text.match_indices(allow.text.as_str()) {
                let inside = start..start + text.len();
                for token in &mut self.tokens {
                    let within =
                        inside.start <= token.at.start && token.at.end <= inside.end;
                    if within && token.account == Account::Loose {
                        token.account = Account::Plain;
                        self.count.plain(&allow.reason);
                        self.allowed[line] += 1;
                    }
                }
            }
        }
        for token in self.tokens.clone() {
            let numeral = &self.source.text[token.at.clone()];
            if token.account == Account::Loose {
                self.loose(token.at);
            } else if numeral.starts_with('-') && token.code.is_none() {
                let what = format!("a hyphen for a minus: {numeral}; write U+2212 (−)");
                self.problems
                    .push(self.source.problem(token.at.start, what));
            }
        }
    }
}
