//! All that a chapter shows.

use crate::{Example, Figure, Outputs, Result};

/// A number as one of the two source documents prints it: a row of the book's ledger.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SourceNumber {
    /// The name of the example that computes it.
    pub example: &'static str,
    /// Which source: `"000"` or `"001"`.
    pub source: &'static str,
    /// What the source calls the quantity.
    pub quantity: &'static str,
    /// The source's own digits, with U+2212 for a minus; `None` where it computes but prints nothing.
    pub digits: Option<&'static str>,
    /// The outputs that these digits should equal, in order.
    pub outputs: &'static [&'static str],
}

impl SourceNumber {
    /// That a source prints `digits` for `outputs` of the example of that name.
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

/// What has no inputs that a reader sets, and so stands still: numbers or a figure whose data are too
/// large for the program of the pages, or what a listing prints.
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

/// What a listing prints when it runs: the page shows the listing and, below it, this.
pub type Transcript = Still<String>;

/// What a chapter shows and a page can ask for anew.
pub struct Interactive {
    /// The package, the folder below `chapters/` and the page.
    pub package: &'static str,
    /// Its worked examples.
    pub examples: Vec<Example>,
    /// Its figures.
    pub figures: Vec<Figure>,
}

/// All that a chapter shows: what a page can ask for anew, and what stands still. No page asks for the
/// latter, so the program of the pages is made without it.
pub struct Chapter {
    /// What a page can ask for anew.
    pub interactive: Interactive,
    /// Its transcripts.
    pub transcripts: Vec<Transcript>,
    /// Numbers without inputs: `1,127<!--=counts.ones-->`.
    pub numbers: Vec<Still<Outputs>>,
    /// Figures without inputs, as SVG.
    pub figures: Vec<Still<String>>,
    /// What the sources print of its numbers.
    pub source_numbers: Vec<SourceNumber>,
    /// The measured benches that its figures draw, each by the beginning of its name: no page has to
    /// quote these.
    pub drawn: Vec<&'static str>,
}

impl Chapter {
    /// The package, the folder below `chapters/` and the page.
    pub fn package(&self) -> &'static str {
        self.interactive.package
    }

    /// A chapter that shows nothing else.
    pub fn of(interactive: Interactive) -> Self {
        Self {
            interactive,
            transcripts: Vec::new(),
            numbers: Vec::new(),
            figures: Vec::new(),
            source_numbers: Vec::new(),
            drawn: Vec::new(),
        }
    }
}
