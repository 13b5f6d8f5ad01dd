//! A page: from the Markdown that we write to the Markdown that mdBook gets.
//!
//! What goes in, where a chapter has the worked example `line` and the transcript `said`:
//!
//! ~~~text
//! The line gives **−0.60**<!--=line.z--> at [its default of 2<!--=line.x-->](only:line), in
//! 1958<!--lit: date--> as today (Apache-2.0):
//!
//! ```rust
//! {{#include ../code.rs:good}}
//! ```
//!
//! {{#output said}}
//! ~~~
//!
//! What comes out:
//!
//! ~~~text
//! The line gives **<data value="-0.6" data-name="line.z" data-inputs="line">−0.60</data>** at <span class="only" data-inputs="line">its default of <data value="2" data-name="line.x" data-inputs="line" data-input="0">2</data></span>, in
//! 1958 as today (Apache-2.0):
//!
//! <div class="listing">
//!
//! ```rust
//! assert_eq!(1 + 1, 2);
//! ```
//!
//! <p class="provenance"><a href="source/code.rs.html#L2"><code>code.rs</code></a></p>
//! </div>
//!
//!
//! ```text
//! z = -0.6
//! ```
//! ~~~
//!
//! Every number had to be what the example computes, the year to have a reason. `![A dot.](figure:dot)`
//! becomes a `<figure>` with the SVG, the caption and, where a program can answer, room for its controls;
//! `$\val{line.z}{-0.6}$` becomes KaTeX's HTML and MathML with its numbers marked in both. A page with a
//! number or a figure that can change ends with the name of the program that answers. All of it stands in
//! `tests/snapshots/` as well.

mod directive;
mod fence;
mod figure;
mod formula;
mod number;

use crate::census::{Census, Count, Fix};
use crate::examples::ExampleProgram;
use crate::formula::KatexContext;
use crate::listing::Anchor;
use crate::problem::{Problem, Source};
use crate::rules::Rules;
use crate::stock::Stock;
use mdbook_markdown::pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

/// What came of a page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The Markdown for mdBook: numbers marked up, formulas set, figures and listings in place.
    pub markdown: String,
    /// The listings that `rustdoc` compiles and runs: their line in the source, and the fence.
    pub listings: Vec<(usize, String)>,
    /// The anchors that it includes.
    pub anchors: Vec<Anchor>,
    /// The numerals of the page.
    pub count: Count,
    /// How many formulas it has.
    pub formulas: usize,
    /// The figures that it shows, each with its place.
    pub figures: Vec<(String, Problem)>,
    /// The transcripts that it shows.
    pub transcripts: Vec<String>,
    /// The example programs whose output it shows.
    pub examples: Vec<ExampleProgram>,
    /// How often each line of the allow-list was needed.
    pub allowed: Vec<usize>,
    /// The names of the values that it quotes.
    pub quoted: Vec<String>,
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// What would make stale numbers right.
    pub fixes: Vec<Fix>,
}

/// Reads and renders the page `source` of the book at `root`.
pub fn render(
    root: &Path,
    source: &Source,
    stock: &Stock,
    rules: &Rules,
    katex: &KatexContext,
) -> Page {
    let mut rendering = Rendering {
        root,
        source,
        stock,
        katex,
        census: Census::new(source, &stock.values, rules),
        page: Page::default(),
        edits: Vec::new(),
        opaque: Vec::new(),
        words: 0,
    };
    rendering.read();
    rendering.directives();
    rendering.finish()
}

/// A page while it is rendered: what has been read of it, and what is to change in its Markdown.
struct Rendering<'a> {
    root: &'a Path,
    source: &'a Source,
    stock: &'a Stock,
    katex: &'a KatexContext,
    census: Census<'a>,
    page: Page,
    edits: Vec<(Range<usize>, String)>,
    /// Code, in which no directive is read.
    opaque: Vec<Range<usize>>,
    words: usize,
}

/// mdBook's own dialect, with formulas and without curly quotes (which would move positions).
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH
}

impl Rendering<'_> {
    fn read(&mut self) {
        let text = &self.source.text;
        let mut paragraph = 0..0;
        let mut figure: Option<(Range<usize>, String, Option<Range<usize>>)> = None;
        let mut only: Option<(Range<usize>, String)> = None;
        let mut fence: Option<Range<usize>> = None;
        for (event, at) in Parser::new_ext(text, options()).into_offset_iter() {
            if let (Some((_, _, inner)), false) =
                (&mut figure, matches!(event, Event::End(TagEnd::Image)))
            {
                let start = inner.as_ref().map_or(at.start, |inner| inner.start);
                *inner = Some(start..at.end);
            }
            match event {
                Event::Start(Tag::Paragraph) => paragraph = at,
                Event::Start(Tag::CodeBlock(kind)) => {
                    self.fence(&kind, at.clone());
                    fence = Some(at);
                }
                Event::End(TagEnd::CodeBlock) => fence = None,
                Event::Text(_) if fence.is_none() => {
                    self.words += text[at.clone()].split_whitespace().count();
                    self.census.text(at, false);
                }
                Event::Code(_) => {
                    self.words += 1;
                    self.opaque.push(at.clone());
                    self.census.text(at, true);
                }
                Event::InlineMath(tex) => self.formula(at, &tex, false),
                Event::DisplayMath(tex) => {
                    if text[paragraph.clone()].trim() != text[at.clone()].trim() {
                        self.report(
                            at.start,
                            "a displayed formula that shares its paragraph",
                        );
                    }
                    self.formula(at, &tex, true);
                }
                Event::InlineHtml(_) | Event::Html(_) => self.html(at),
                Event::Start(Tag::Image { dest_url, .. }) => {
                    if let Some(name) = dest_url.strip_prefix("figure:") {
                        if text[paragraph.clone()].trim() != text[at.clone()].trim() {
                            self.report(at.start, "a figure that shares its paragraph");
                        }
                        figure = Some((at, name.to_string(), None));
                    }
                }
                Event::End(TagEnd::Image) => {
                    if let Some((at, name, inner)) = figure.take() {
                        self.figure(at, &name, inner);
                    }
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    only = dest_url
                        .strip_prefix("only:")
                        .map(|of| (at, of.to_string()));
                }
                Event::End(TagEnd::Link) => {
                    if let Some((at, of)) = only.take() {
                        self.only(at, &of);
                    }
                }
                _ => {}
            }
        }
    }

    fn report(&mut self, at: usize, what: impl Into<String>) {
        self.page.problems.push(self.source.problem(at, what));
    }

    /// A tag, a comment, or a line of an HTML block: numerals between tags are in the census.
    fn html(&mut self, at: Range<usize>) {
        let text = &self.source.text[at.clone()];
        if self
            .census
            .comment(at.start..at.start + text.trim_end().len())
        {
            self.edits
                .push((at.start..at.start + text.trim_end().len(), String::new()));
            return;
        }
        let mut from = 0;
        while let Some(end) = text[from..].find('<') {
            self.census
                .text(at.start + from..at.start + from + end, false);
            let rest = from + end;
            from = text[rest..]
                .find('>')
                .map_or(text.len(), |close| rest + close + 1);
        }
        self.census.text(at.start + from..at.end, false);
    }

    /// Words that are true for the default inputs only: `[rounds to −0.0575](only:perceptron)`.
    /// Several names are parted by commas.
    fn only(&mut self, at: Range<usize>, of: &str) {
        let own = |of: &str| {
            self.stock
                .inputs_of
                .get(of)
                .is_some_and(|inputs| *inputs == of)
        };
        if let Some(unknown) = of.split(',').find(|of| !own(of)) {
            let known: Vec<_> = self
                .stock
                .inputs_of
                .values()
                .copied()
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect();
            let what = format!(
                "words for the defaults of {unknown:?}, which no example or figure has for inputs; there are {}",
                known.join(", ")
            );
            return self.report(at.start, what);
        }
        let end = at.end - format!("](only:{of})").len();
        let open = format!(
            "<span class=\"only\" data-inputs=\"{}\">",
            of.replace(',', " ")
        );
        self.edits.push((at.start..at.start + 1, open));
        self.edits.push((end..at.end, "</span>".to_string()));
    }

    fn finish(mut self) -> Page {
        self.census.close();
        self.numbers();
        let mut page = std::mem::take(&mut self.page);
        page.markdown = apply(&self.source.text, std::mem::take(&mut self.edits));
        if let Some(programs) = &self.stock.programs {
            let chapters = self.chapters(&page);
            let files = chapters
                .iter()
                .filter_map(|name| programs.chapters.get(*name));
            let files: Vec<_> = files.map(String::as_str).collect();
            if !files.is_empty() {
                page.markdown += &format!(
                    "\n\n<div data-programs=\"{}\" hidden></div>\n<script src=\"{}\" defer></script>\n",
                    files.join(" "),
                    programs.page
                );
            }
        }
        page.problems.extend(self.census.problems);
        page.count = self.census.count;
        page.fixes = self.census.fixes;
        page.allowed = self.census.allowed;
        page.quoted = self.census.quoted;
        page
    }

    /// The chapters that answer for what the page shows.
    fn chapters(&self, page: &Page) -> BTreeSet<&'static str> {
        let figures = page.figures.iter();
        let drawn = figures.filter_map(|(name, _)| self.stock.inputs_drawn(name));
        let quoted = self.census.quoted.iter();
        let quoted = quoted.filter_map(|name| self.stock.inputs_followed(name));
        let answering = |inputs| self.stock.answering.get(inputs);
        drawn
            .chain(quoted)
            .filter_map(answering)
            .flatten()
            .copied()
            .collect()
    }
}

/// `text` as HTML text.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// `text` with each range replaced; the ranges do not overlap.
pub fn apply(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(at, _)| (at.start, at.end));
    let mut made = String::with_capacity(text.len());
    let mut from = 0;
    for (at, new) in edits {
        if at.start < from {
            continue;
        }
        made += &text[from..at.start];
        made += &new;
        from = at.end;
    }
    made + &text[from..]
}
