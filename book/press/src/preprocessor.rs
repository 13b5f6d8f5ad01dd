//! The press as mdBook sees it: one preprocessor, in process or behind a command.

use crate::{edition, proof};
use anyhow::Result;
use indicatif::ProgressBar;
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use std::cell::RefCell;
use std::rc::Rc;

/// What a run of the press did, for whoever prints a summary.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The pages.
    pub edition: edition::Edition,
    /// How many listings were compiled and run.
    pub listings: usize,
}

/// The preprocessor `press` of `book.toml`.
///
/// Registered in process it takes the place of the command of the same name; both do the same.
#[derive(Debug, Clone)]
pub struct Press {
    /// What the last run did.
    pub report: Rc<RefCell<Report>>,
    progress: ProgressBar,
}

impl Press {
    /// A press that shows its progress on a bar.
    pub fn new(progress: ProgressBar) -> Self {
        Self {
            report: Rc::default(),
            progress,
        }
    }
}

impl Preprocessor for Press {
    fn name(&self) -> &str {
        "press"
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let chapters = crate::chapters();
        let src = &context.config.book.src;
        let mut edition = edition::print(&context.root, src, &chapters, &mut book, &self.progress)?;
        std::mem::take(&mut edition.problems).into_result()?;
        let mut listings = 0;
        if context.renderer == "test" {
            listings = proof::run(&context.root, &edition.listings)?;
            eprintln!("{listings} listings compiled and run");
            // All is tested: mdBook has nothing left to do.
            book.for_each_chapter_mut(|chapter| chapter.content.clear());
        }
        *self.report.borrow_mut() = Report { edition, listings };
        Ok(book)
    }
}
