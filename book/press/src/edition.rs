//! The whole book: every page rendered, and what only the book together can promise.

use crate::census::{Count, Fix};
use crate::computed::Computed;
use crate::examples;
use crate::formula::KatexContext;
use crate::listing;
use crate::page::{self, Page};
use crate::problem::{Problem, Problems, Source};
use crate::program::Programs;
use crate::results::KINDS;
use crate::rules::{FILE, Rules};
use crate::stock::Stock;
use indicatif::ProgressBar;
use mdbook_preprocessor::book::Book;
use show::Chapter;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What came of the book's pages.
#[derive(Debug, Clone, Default)]
pub struct Edition {
    /// The numerals of each page.
    pub counts: Vec<(PathBuf, Count)>,
    /// All listings: file, line and fence.
    pub listings: Vec<(PathBuf, usize, String)>,
    /// How many formulas are set.
    pub formulas: usize,
    /// The figures that stand in the book.
    pub figures: Vec<String>,
    /// What would make stale numbers right, file by file.
    pub fixes: BTreeMap<PathBuf, Vec<Fix>>,
    /// What is wrong.
    pub problems: Problems,
}

impl Edition {
    /// The numerals of all pages together.
    pub fn count(&self) -> Count {
        let mut all = Count::default();
        self.counts.iter().for_each(|(_, count)| all.add(count));
        all
    }
}

/// Renders the pages of `book` in place.
///
/// `src` is the folder of its Markdown relative to `root`; `chapters` are what it has to show;
/// and `computed` is what their functions return; `programs` are what answers in the pages, if anything does;
/// `progress` goes on by one for each page rendered.
///
/// # Errors
/// Rules that cannot be read. What is wrong in the text is in the edition.
pub fn render(
    root: &Path,
    src: &Path,
    chapters: &[Chapter],
    computed: Vec<Computed>,
    programs: Option<Programs>,
    book: &mut Book,
    progress: &ProgressBar,
) -> anyhow::Result<Edition> {
    progress.inc_length(book.chapters().count() as u64);
    let stock = Stock::new(root, chapters, computed, programs);
    let rules = Rules::read(root)?;
    let mut edition = Edition::default();
    edition.problems.extend(stock.problems.clone());
    let katex = KatexContext::default();
    let (mut pages, mut sources): (Vec<Page>, Vec<Source>) = Default::default();
    book.for_each_chapter_mut(|chapter| {
        let Some(path) = &chapter.source_path else {
            return;
        };
        let source = Source::new(src.join(path), chapter.content.as_str());
        progress.set_message(source.file.display().to_string());
        let page = page::render(root, &source, &stock, &rules, &katex);
        chapter.content.clone_from(&page.markdown);
        edition.take(&source, &page);
        pages.push(page);
        sources.push(source);
        progress.inc(1);
    });
    edition.once_each(&pages);
    edition.all_shown(root, chapters, &pages);
    edition.all_quoted(&stock, &pages);
    let shown: Vec<_> = pages.iter().flat_map(|p| p.examples.clone()).collect();
    edition
        .problems
        .extend(examples::problems(root, &shown, &sources));
    let included = pages.iter().flat_map(|page| &page.anchors).collect();
    edition
        .problems
        .extend(listing::unread_anchors(root, &included));
    edition.allow_list(&rules, &pages);
    Ok(edition)
}

impl Edition {
    fn take(&mut self, source: &Source, page: &Page) {
        self.counts.push((source.file.clone(), page.count.clone()));
        self.formulas += page.formulas;
        self.figures
            .extend(page.figures.iter().map(|(name, _)| name.clone()));
        for (line, fence) in &page.listings {
            self.listings
                .push((source.file.clone(), *line, fence.clone()));
        }
        self.problems.extend(page.problems.clone());
        if !page.fixes.is_empty() {
            self.fixes.insert(source.file.clone(), page.fixes.clone());
        }
    }

    /// A figure's title and description are found by id: no figure may stand in the book twice.
    fn once_each(&mut self, pages: &[Page]) {
        let mut seen = BTreeSet::new();
        for (name, place) in pages.iter().flat_map(|page| &page.figures) {
            if !seen.insert(name) {
                self.problems.add(place.clone());
            }
        }
    }

    /// What a chapter draws or says and no page shows is no part of the book.
    fn all_shown(&mut self, root: &Path, chapters: &[Chapter], pages: &[Page]) {
        let figures: BTreeSet<_> = pages
            .iter()
            .flat_map(|p| &p.figures)
            .map(|f| f.0.as_str())
            .collect();
        let transcripts: BTreeSet<_> = pages
            .iter()
            .flat_map(|p| &p.transcripts)
            .map(String::as_str)
            .collect();
        for chapter in chapters {
            let moving = chapter.interactive_figures();
            let moving = moving.map(|f| f.name);
            let drawn = moving.chain(chapter.figures.iter().map(|f| f.name));
            let figures = drawn.filter(|name| !figures.contains(name));
            let outputs = chapter.transcripts.iter().map(|t| t.name);
            let outputs = outputs.filter(|name| !transcripts.contains(name));
            for (kind, name) in figures
                .map(|f| ("figure", f))
                .chain(outputs.map(|o| ("output", o)))
            {
                let what = format!("the {kind} {name} stands on no page");
                self.problems.add(Problem::in_code(
                    root,
                    chapter.package(),
                    name,
                    what,
                ));
            }
        }
    }

    /// A bench that no page quotes measures nothing that the book says.
    fn all_quoted(&mut self, stock: &Stock, pages: &[Page]) {
        let quoted: BTreeSet<_> = pages.iter().flat_map(|p| &p.quoted).collect();
        for (name, problem) in &stock.benches {
            let values = KINDS.map(|kind| format!("{name}.{kind}"));
            if !values.iter().any(|value| quoted.contains(value)) {
                self.problems.add(problem.clone());
            }
        }
    }

    /// A line of the allow-list that nothing needs any more hides nothing but mistakes.
    fn allow_list(&mut self, rules: &Rules, pages: &[Page]) {
        let Some(source) = &rules.source else { return };
        for (index, allow) in rules.allow.iter().enumerate() {
            let place = source
                .text
                .find(&format!("\"{}\"", allow.text))
                .unwrap_or(0);
            if !rules.reasons.contains_key(&allow.reason) {
                self.problems
                    .add(source.problem(place, rules.unknown(&allow.reason)));
            }
            if pages.iter().all(|page| page.allowed[index] == 0) {
                let what =
                    format!("{FILE} allows {:?}, which no page needs", allow.text);
                self.problems.add(source.problem(place, what));
            }
        }
    }
}
