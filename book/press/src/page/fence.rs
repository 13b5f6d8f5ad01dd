//! The fences of a page: listings, and commands.

use super::Rendering;
use crate::listing::{self, Listing};
use crate::whole_file;
use mdbook_markdown::pulldown_cmark::CodeBlockKind;
use std::ops::Range;

impl Rendering<'_> {
    pub(super) fn fence(&mut self, kind: &CodeBlockKind<'_>, at: Range<usize>) {
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

    /// The listing, and under it the files that it comes from, and how much of them is folded.
    fn show(&mut self, at: Range<usize>, info: &str, listing: &Listing) {
        let files = listing.files.iter();
        let mut files: Vec<_> = files
            .map(|(file, line)| whole_file::link(file, *line))
            .collect();
        files.dedup();
        let mut from = files.join(", ");
        match listing.folded {
            0 => {}
            1 => from += " · 1 line folded",
            lines => from += &format!(" · {lines} lines folded"),
        }
        let style = listing.marked.map_or(String::new(), |(seen, all)| {
            format!(" style=\"--marked: {seen}; --marked-unfolded: {all}\"")
        });
        let shown = format!(
            "<div class=\"listing\"{style}>\n\n```{info}\n{}```\n\n<p class=\"provenance\">{from}</p>\n</div>\n",
            listing.shown
        );
        self.edits.push((at, shown));
    }
}
