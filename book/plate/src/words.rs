//! Words with a little mathematics in them: `the slope $∂L/∂w_1$`.
//!
//! Between two dollar signs a letter or two standing by themselves are variables, set in italics
//! (`$w$`, `$dz$`); longer words are names and stay upright (`$max$`, and `$ln$`). `_` lowers what
//! follows, `^` raises it: one character, or all that stands in braces (`$x^2$`, `$w_{i,j}$`). A
//! hyphen is a minus.

use crate::metrics::set_width;

/// How high a piece of text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Base,
    Sub,
    Sup,
}

/// A piece of text that is set alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) italic: bool,
    pub(crate) level: Level,
}

/// The italic of formulas is drawn a little larger: its letters are small for their size.
pub(crate) const ITALIC_SCALE: f64 = 1.1;

impl Span {
    /// The font size of this piece in words of `size`, none below `least`.
    pub(crate) fn size(&self, size: f64, least: f64) -> f64 {
        let size = if self.level == Level::Base {
            size
        } else {
            0.75 * size
        };
        let size = if self.italic {
            size * ITALIC_SCALE
        } else {
            size
        };
        size.max(least)
    }

    /// How far below the line of the words this piece stands, in px.
    pub(crate) fn drop(&self, size: f64) -> f64 {
        match self.level {
            Level::Base => 0.0,
            Level::Sub => 0.24 * size,
            Level::Sup => -0.4 * size,
        }
    }
}

/// Splits `text` into pieces that are set alike.
pub(crate) fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for (i, part) in text.split('$').enumerate() {
        if i % 2 == 0 {
            push(&mut spans, part, false, Level::Base);
        } else {
            formula(&mut spans, part);
        }
    }
    spans
}

/// The width of `text` in px when its letters are `size` px high and none is below `least`.
pub(crate) fn width(text: &str, size: f64, least: f64) -> f64 {
    spans(text)
        .iter()
        .map(|span| set_width(&span.text, span.size(size, least), span.italic))
        .sum()
}

/// Adds a piece, to the last one where both are set alike.
fn push(spans: &mut Vec<Span>, text: &str, italic: bool, level: Level) {
    if text.is_empty() {
        return;
    }
    match spans.last_mut() {
        Some(last) if last.italic == italic && last.level == level => {
            last.text.push_str(text)
        }
        _ => spans.push(Span {
            text: text.to_string(),
            italic,
            level,
        }),
    }
}

/// Adds the pieces of a formula.
fn formula(spans: &mut Vec<Span>, formula: &str) {
    let mut rest = formula;
    while let Some((before, after)) = rest.split_once(['_', '^']) {
        letters(spans, before, Level::Base);
        let mark = rest.strip_prefix(before).unwrap_or(rest);
        let sub = mark.starts_with('_');
        let level = if sub { Level::Sub } else { Level::Sup };
        let (inner, after) = match after.strip_prefix('{') {
            Some(braced) => braced.split_once('}').unwrap_or((braced, "")),
            None => cut(after, after.chars().next().map_or(0, char::len_utf8)),
        };
        letters(spans, inner, level);
        rest = after;
    }
    letters(spans, rest, Level::Base);
}

/// `text` before and after the byte at `end`, which begins a character.
fn cut(text: &str, end: usize) -> (&str, &str) {
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Adds text of one level: lone letters italic, words upright.
fn letters(spans: &mut Vec<Span>, text: &str, level: Level) {
    let is_letter =
        |c: char| c.is_ascii_alphabetic() || ('α'..='ω').contains(&c) || c == '∂';
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = is_letter(first);
        let end = rest.find(|c| is_letter(c) != word).unwrap_or(rest.len());
        let (run, after) = cut(rest, end);
        let italic = word && run.chars().count() <= 2 && run != "ln";
        push(spans, &run.replace('-', "\u{2212}"), italic, level);
        rest = after;
    }
}
