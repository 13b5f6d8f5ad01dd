//! All that a chapter shows.

use crate::{Example, Figure, Outputs, Result};

/// What a page can ask of a chapter: whatever depends on inputs. The program of the pages is made of
/// nothing else.
pub struct Interactive {
    /// The name of the package, of its folder below `chapters/` and of its page.
    pub package: &'static str,
    /// Its worked examples.
    pub examples: Vec<Example>,
    /// Its figures.
    pub figures: Vec<Figure>,
}

/// All that a chapter shows.
pub struct Chapter {
    /// What a page can ask for.
    pub interactive: Interactive,
    /// What else a page can ask for, each with the name of a program of its own: so that no page loads
    /// much more than it shows.
    pub apart: Vec<(&'static str, Interactive)>,
    /// Its transcripts.
    pub transcripts: Vec<Transcript>,
    /// Numbers without inputs: `1,127<!--=counts.ones-->`.
    pub numbers: Vec<Still<Outputs>>,
    /// Figures without inputs, as SVG.
    pub figures: Vec<Still<String>>,
    /// Which of its numbers the sources have.
    pub source_numbers: Vec<SourceNumber>,
    /// The benches whose times its figures draw, each by the beginning of its name: no page has to quote
    /// these.
    pub drawn: Vec<&'static str>,
}

impl Chapter {
    /// The name of the package, of its folder below `chapters/` and of its page.
    pub fn package(&self) -> &'static str {
        self.interactive.package
    }

    /// Its programs by name, and what a page can ask of each. The first is called as the package is.
    ///
    /// ```
    /// use show::{Chapter, Interactive};
    /// let asked = || Interactive { package: "lines", examples: vec![], figures: vec![] };
    /// let chapter = Chapter { apart: vec![("curves", asked())], ..Chapter::of(asked()) };
    /// let names: Vec<_> = chapter.programs().map(|(name, _)| name).collect();
    /// assert_eq!(names, ["lines", "curves"]);
    /// ```
    pub fn programs(&self) -> impl Iterator<Item = (&'static str, &Interactive)> {
        let first = std::iter::once((self.package(), &self.interactive));
        first.chain(self.apart.iter().map(|(name, apart)| (*name, apart)))
    }

    /// The worked examples of all its programs.
    pub fn examples(&self) -> impl Iterator<Item = &Example> {
        self.programs().flat_map(|(_, it)| &it.examples)
    }

    /// The figures of all its programs.
    pub fn interactive_figures(&self) -> impl Iterator<Item = &Figure> {
        self.programs().flat_map(|(_, it)| &it.figures)
    }

    /// A chapter that shows nothing but what a page can ask for.
    pub fn of(interactive: Interactive) -> Self {
        Self {
            interactive,
            apart: Vec::new(),
            transcripts: Vec::new(),
            numbers: Vec::new(),
            figures: Vec::new(),
            source_numbers: Vec::new(),
            drawn: Vec::new(),
        }
    }
}

/// What no input changes: numbers or a figure whose data are too large for the program of the pages,
/// or the output of a listing.
#[derive(Debug, Clone)]
pub struct Still<T> {
    /// The name in the text: `{{#output first-minute}}`, `![…](figure:handwriting)`.
    pub name: &'static str,
    /// Computes it.
    pub run: fn() -> Result<T>,
}

impl<T> Still<T> {
    /// What `run` returns.
    pub fn new(name: &'static str, run: fn() -> Result<T>) -> Self {
        Self { name, run }
    }
}

/// What a listing prints when it runs; a page shows it below the listing.
pub type Transcript = Still<String>;

/// A number of one of the two source documents, and what computes it here: a row of the book's ledger.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SourceNumber {
    /// The name of the example that computes it.
    pub example: &'static str,
    /// Which source: `"000"` or `"001"`.
    pub source: &'static str,
    /// What the source calls the quantity.
    pub quantity: &'static str,
    /// The source's own digits, with U+2212 for a minus; `None` where it computes the number and does
    /// not show it.
    pub digits: Option<&'static str>,
    /// The outputs that these digits should equal, in order.
    pub outputs: &'static [&'static str],
}

impl SourceNumber {
    /// That a source has `digits` for `outputs` of the example of that name.
    pub fn new(
        example: &'static str,
        source: &'static str,
        quantity: &'static str,
        digits: impl Into<Option<&'static str>>,
        outputs: &'static [&'static str],
    ) -> Self {
        Self {
            example,
            source,
            quantity,
            digits: digits.into(),
            outputs,
        }
    }
}
