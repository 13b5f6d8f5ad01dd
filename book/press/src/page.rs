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
//! ```rust
//! assert_eq!(1 + 1, 2);
//! ```
//!
//! <p class="provenance"><code>code.rs</code></p>
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

use crate::census::{Account, Census, Count, Fix};
use crate::examples::{self, ExampleProgram};
use crate::formula::{self, KatexContext, Written};
use crate::listing::{self, Anchor, Listing};
use crate::problem::{Problem, Source};
use crate::program::Programs;
use crate::rules::Rules;
use crate::stock::Stock;
use mdbook_markdown::pulldown_cmark::{
    CodeBlockKind, Event, Options, Parser, Tag, TagEnd,
};
use show::Input;
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

    fn formula(&mut self, at: Range<usize>, tex: &str, display: bool) {
        self.page.formulas += 1;
        self.opaque.push(at.clone());
        let start = at.start + if display { 2 } else { 1 };
        let formula = formula::read(tex);
        let place = |inside: &Range<usize>| start + inside.start..start + inside.end;
        let mut written = Vec::new();
        for bound in &formula.bound {
            let value = self
                .census
                .check(place(&bound.at), false, true, &bound.name);
            // In a formula a hyphen is a minus, and braces keep KaTeX from spacing a comma.
            let literal = tex[bound.at.clone()]
                .replace("{,}", ",")
                .replace('-', "\u{2212}");
            written.push(match value {
                Some(value) => Written {
                    heard: format!(
                        "<mn {}>{literal}</mn>",
                        self.attributes(&bound.name)
                    ),
                    seen: self.data(&bound.name, value, &literal),
                },
                None => Written {
                    heard: format!("<mn>{literal}</mn>"),
                    seen: literal,
                },
            });
        }
        for (reason, literal) in &formula.literals {
            self.census.literal(place(literal), reason);
        }
        formula
            .loose
            .iter()
            .for_each(|loose| self.census.loose(place(loose)));
        self.census.algebra(formula.algebra);
        match formula::set(self.katex, &formula, display, |index| {
            written[index].clone()
        }) {
            Ok(html) => self.edits.push((at, html)),
            Err(what) => self.report(at.start, what),
        }
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

    fn figure(&mut self, at: Range<usize>, name: &str, caption: Option<Range<usize>>) {
        let Some(caption) = caption else {
            return self.report(at.start, format!("the figure {name} has no caption"));
        };
        let place = self.source.problem(
            at.start,
            format!("the figure {name} stands twice in the book"),
        );
        self.page.figures.push((name.to_string(), place));
        let Some(figure) = self.stock.figures.get(name) else {
            let known: Vec<_> = self.stock.figures.keys().map(String::as_str).collect();
            let what = format!(
                "a figure that no chapter draws: {name}; there are {}",
                known.join(", ")
            );
            return self.report(at.start, what);
        };
        let of = figure
            .inputs
            .map(|inputs| format!(" data-inputs=\"{}\"", inputs.name));
        let controls = match (figure.inputs, &self.stock.programs) {
            (Some(inputs), Some(_)) => controls(inputs.list),
            _ => String::new(),
        };
        let before = format!(
            "<figure class=\"plate\" id=\"figure-{name}\" data-figure=\"{name}\"{}>\n{}\n{controls}<figcaption>\n\n",
            of.unwrap_or_default(),
            figure.svg.trim_end()
        );
        self.edits.push((at.start..caption.start, before));
        self.edits.push((
            caption.end..at.end,
            "\n\n</figcaption></figure>".to_string(),
        ));
    }

    fn fence(&mut self, kind: &CodeBlockKind<'_>, at: Range<usize>) {
        self.opaque.push(at.clone());
        let text = &self.source.text;
        let block = &text[at.clone()];
        let info = match kind {
            CodeBlockKind::Fenced(info) if text[..at.start].ends_with('\n') => {
                info.trim()
            }
            CodeBlockKind::Fenced(_) => {
                return self.report(at.start, "a fence that is indented");
            }
            CodeBlockKind::Indented => "",
        };
        let start = at.start + block.find('\n').map_or(block.len(), |end| end + 1);
        let end = at.start
            + block
                .trim_end()
                .rfind('\n')
                .map_or(block.len(), |end| end + 1);
        let mut attributes = info.split(',').map(str::trim);
        match attributes.next().unwrap_or("") {
            "rust" => {
                let allowed = |a: &str| {
                    a == "should_panic" || a == "compile_fail" || a.starts_with('E')
                };
                if let Some(bad) = attributes.find(|attribute| !allowed(attribute)) {
                    return self.report(
                        at.start,
                        format!("a listing that is not tested: {bad}"),
                    );
                }
                if let Some(listing) = self.include(start, end) {
                    let line = self.source.line(at.start);
                    let tested = format!("```{info}\n{}```\n", listing.tested);
                    self.page.listings.push((line, tested));
                    self.show(at, info, &listing);
                }
            }
            "toml" => {
                if let Some(listing) = self.include(start, end) {
                    self.show(at, info, &listing);
                }
            }
            "console" => self.census.text(start..end, false),
            other => {
                let what = format!(
                    "a fence of the kind {other:?}: expected rust, toml or console"
                );
                self.report(at.start, what);
            }
        }
    }

    fn include(&mut self, start: usize, end: usize) -> Option<Listing> {
        let anchors = listing::anchors(self.source, start, end);
        self.page.anchors.extend(anchors);
        listing::read(self.root, self.source, start, end)
            .map_err(|problems| self.page.problems.extend(problems))
            .ok()
    }

    /// The listing, and under it the files that it comes from.
    fn show(&mut self, at: Range<usize>, info: &str, listing: &Listing) {
        let mut files: Vec<_> = listing
            .files
            .iter()
            .map(|file| {
                format!(
                    "<code>{}</code>",
                    file.display().to_string().replace('\\', "/")
                )
            })
            .collect();
        files.dedup();
        let from = format!("<p class=\"provenance\">{}</p>\n", files.join(", "));
        let shown = format!("```{info}\n{}```\n\n{from}", listing.shown);
        self.edits.push((at, shown));
    }

    /// Replaces `{{#output …}}`, `{{#example …}}`, `{{#opening …}}`, `{{#ledger}}`, `{{#machine …}}` and `{{#pad}}`.
    fn directives(&mut self) {
        let text = &self.source.text;
        for (start, _) in text.match_indices("{{#") {
            if self.opaque.iter().any(|code| code.contains(&start)) {
                continue;
            }
            let Some(length) = text[start..].find("}}") else {
                self.report(start, "a directive that does not end");
                continue;
            };
            let at = start..start + length + 2;
            let mut words = text[start + 3..at.end - 2].split_whitespace();
            let name = words.next().unwrap_or("");
            let arguments: Vec<_> = words.collect();
            match self.directive(name, &arguments) {
                Ok(made) => self.edits.push((at.clone(), made)),
                Err(what) => self.report(start, what),
            }
            // A name in a directive may hold digits; it is no text.
            self.census
                .tokens
                .retain(|token| !at.contains(&token.at.start));
        }
    }

    fn directive(&mut self, name: &str, arguments: &[&str]) -> Result<String, String> {
        match (name, arguments) {
            ("output", [name]) => {
                self.page.transcripts.push(name.to_string());
                let lines = self.stock.transcripts.get(*name);
                let lines = lines.ok_or(format!(
                    "an output that no chapter's listing has: {name}"
                ))?;
                Ok(format!("```text\n{}\n```", lines.trim_end()))
            }
            ("example", [called]) => {
                let (program, printed) = examples::read(self.root, called)?;
                let command = program.command();
                self.page.examples.push(program);
                let printed = printed.trim_end();
                Ok(format!(
                    "```console\n{command}\n```\n\n```text\n{printed}\n```"
                ))
            }
            ("machine", [package]) => {
                let machine = self.stock.machines.get(*package).cloned();
                machine.ok_or(format!(
                    "a machine of a chapter that has no results: {package}"
                ))
            }
            ("ledger", []) => Ok(self.stock.ledger.trim_end().to_string()),
            ("opening", packages) => {
                let minutes = self.words.div_ceil(200);
                let links: Vec<_> =
                    packages.iter().map(|package| link(package)).collect();
                let builds = match links.as_slice() {
                    [] => "Builds on nothing but school algebra".to_string(),
                    [one] => format!("Builds on {one}"),
                    [first @ .., last] => {
                        format!("Builds on {} and {last}", first.join(", "))
                    }
                };
                Ok(format!("*{builds}. About {minutes} minutes.*"))
            }
            ("pad", []) => {
                Ok(self.stock.programs.as_ref().map_or_else(String::new, pad))
            }
            _ => Err(format!("a directive that the press does not know: {name}")),
        }
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

    /// A bound number: what is written, the value at full precision, and what the value is.
    fn data(&self, name: &str, value: f64, literal: &str) -> String {
        let attributes = self.attributes(name);
        format!("<data value=\"{value}\" {attributes}>{literal}</data>")
    }

    /// The name of a value, the name of the inputs that it follows, and its place if it is one.
    fn attributes(&self, name: &str) -> String {
        let mut attributes = format!("data-name=\"{name}\"");
        if let Some(inputs) = self.stock.inputs_followed(name) {
            attributes += &format!(" data-inputs=\"{inputs}\"");
        }
        if let Some(place) = self.stock.inputs.get(name) {
            attributes += &format!(" data-input=\"{place}\"");
        }
        attributes
    }

    /// Every bound numeral as `<data>`; a code span that holds one becomes HTML as a whole.
    fn numbers(&mut self) {
        let text = &self.source.text;
        let mut tokens = self.census.tokens.iter().peekable();
        while let Some(token) = tokens.next() {
            let Some(span) = token.code.clone() else {
                if let Account::Bound(name, value) = &token.account {
                    let at = with_percent(text, &token.at);
                    let data = self.data(name, *value, &text[at.clone()]);
                    self.edits.push((at, data));
                }
                continue;
            };
            let mut inside = vec![token];
            while let Some(next) =
                tokens.next_if(|next| next.code.as_ref() == Some(&span))
            {
                inside.push(next);
            }
            if inside
                .iter()
                .all(|token| !matches!(token.account, Account::Bound(..)))
            {
                continue;
            }
            let ticks = text[span.clone()].chars().take_while(|c| *c == '`').count();
            let mut html = String::from("<code>");
            let mut from = span.start + ticks;
            for token in inside {
                html += &escape(&text[from..token.at.start]);
                let at = with_percent(text, &token.at);
                from = at.end;
                let literal = &text[at];
                html += &match &token.account {
                    Account::Bound(name, value) => self.data(name, *value, literal),
                    _ => escape(literal),
                };
            }
            html += &escape(&text[from..span.end - ticks]);
            self.edits
                .push((span, formula::shield(&(html + "</code>"))));
        }
    }
}

/// Where the numeral at `at` ends with its percent sign, if it has one: `85.5%` is one number, 0.855.
fn with_percent(text: &str, at: &Range<usize>) -> Range<usize> {
    let sign = text[at.end..].starts_with('%');
    at.start..at.end + usize::from(sign)
}

/// The place of the pad, and the script that makes it.
fn pad(Programs { pad, .. }: &Programs) -> String {
    format!(
        "<div class=\"pad\" data-pad=\"{}\" data-weights=\"{}\" data-mnist=\"{}\"></div>\n\
         <script src=\"{}\" defer></script>\n",
        pad.program, pad.weights, pad.digits, pad.page
    )
}

/// The place of a figure's controls, with the words of each of its inputs, and of its buttons: the page's
/// script puts them there, and as the place is kept, nothing moves when it does.
fn controls(inputs: &[Input]) -> String {
    let places = inputs.iter().map(|input| {
        let words = escape(input.label);
        format!("<div class=\"control\"><span class=\"label\">{words}</span></div>")
    });
    let places: String = places.collect();
    format!(
        "<div class=\"controls\" aria-hidden=\"true\">{places}<div class=\"buttons\"></div></div>\n"
    )
}

/// `text` as HTML text.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// A link to a chapter's page.
fn link(package: &str) -> String {
    let mut title = package.to_string();
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("[{title}]({package}.md)")
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
