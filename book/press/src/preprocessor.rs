//! The press as mdBook sees it: one preprocessor, in process or behind a command.
//!
//! Behind a command, mdBook writes what it knows and the book to the standard input:
//!
//! ~~~text
//! [{"root":"/home/ada/book","config":{"book":{"src":"book/src"}},"renderer":"html","mdbook_version":"0.5.4"},
//!  {"items":[{"Chapter":{"name":"Line","content":"z is −0.60<!--=line.z-->.","number":[1],"sub_items":[],
//!   "path":"line.md","source_path":"line.md","parent_names":[]}}]}]
//! ~~~
//!
//! It reads the book from the standard output, and goes on to make HTML of it:
//!
//! ~~~text
//! {"items":[{"Chapter":{"name":"Line","content":"z is <data value=\"-0.6\" data-name=\"line.z\" data-inputs=\"line\">−0.60</data>.","number":[1],"sub_items":[],
//!  "path":"line.md","source_path":"line.md","parent_names":[]}}]}
//! ~~~
//!
//! Only `content` changes ([`page`](crate::page) shows more of it). If anything is wrong, nothing is written
//! there, all of it to the standard error, and the command fails. For the renderer `test` it compiles and
//! runs the listings, and every `content` comes back empty: mdBook has nothing left to test.

use crate::computed::Computed;
use crate::contents::Contents;
use crate::program::{self, Profile, Programs};
use crate::{edition, proof};
use anyhow::{Result, bail};
use indicatif::ProgressBar;
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use std::cell::RefCell;
use std::panic::resume_unwind;
use std::rc::Rc;
use std::thread;

/// What a run of the press did, for whoever prints a summary.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The pages.
    pub edition: edition::Edition,
    /// How many listings were compiled and run.
    pub listings: usize,
    /// Why the pages will not answer, in a sentence, where they will not.
    pub silent: Option<String>,
}

/// The preprocessor `press` of `book.toml`.
///
/// Registered in process it takes the place of the command of the same name; both do the same.
#[derive(Debug, Clone)]
pub struct Press {
    /// What the last run did.
    pub report: Rc<RefCell<Report>>,
    contents: Contents,
    answering: Answering,
    profile: Profile,
    progress: ProgressBar,
}

/// Whether the pages answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answering {
    /// They must: a missing WebAssembly target, or a program that does not compile, is an error.
    Required,
    /// Where it can be; else the press says why not and the pages stand still.
    IfPossible,
}

impl Press {
    /// A press for the book of `contents` that shows its progress on a bar.
    pub fn new(
        contents: Contents,
        answering: Answering,
        profile: Profile,
        progress: ProgressBar,
    ) -> Self {
        Self {
            report: Rc::default(),
            contents,
            answering,
            profile,
            progress,
        }
    }

    /// The pages' programs, if there can be any, and why the pages will not answer, if so.
    fn programs(&self) -> Result<(Option<Programs>, Option<String>)> {
        self.progress.set_message("compiling the pages' programs");
        match (program::make(&self.contents, self.profile), self.answering) {
            (Ok(None), Answering::Required) => bail!("{}", program::NO_TARGET),
            (Ok(None), Answering::IfPossible) => {
                eprintln!("{}", program::NO_TARGET);
                Ok((None, Some(program::NO_TARGET.to_string())))
            }
            (Err(error), Answering::IfPossible) => {
                let sentence =
                    format!("The pages will not answer, and say so: {error:#}");
                eprintln!("{sentence}");
                let programs = program::broken(&self.contents)?;
                // What the compiler says stands above.
                let first = sentence.lines().next().unwrap_or_default();
                Ok((
                    Some(programs),
                    Some(first.trim_end_matches(':').to_string()),
                ))
            }
            (made, _) => Ok((made?, None)),
        }
    }
}

impl Preprocessor for Press {
    fn name(&self) -> &str {
        "press"
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let src = &context.config.book.src;
        let chapters = (self.contents.chapters)();
        // Cargo compiles in a process of its own: meanwhile the chapters compute.
        let (programs, computed) = thread::scope(|scope| {
            let computed = scope.spawn(|| Computed::all(&chapters));
            let programs = match context.renderer.as_str() {
                "test" => Ok((None, None)),
                _ => self.programs(),
            };
            (programs, computed.join())
        });
        let (programs, silent) = programs?;
        let computed = computed.unwrap_or_else(|panic| resume_unwind(panic));
        let mut edition = edition::render(
            &context.root,
            src,
            &chapters,
            computed,
            programs,
            &mut book,
            &self.progress,
        )?;
        std::mem::take(&mut edition.problems).into_result()?;
        let mut listings = 0;
        if context.renderer == "test" {
            listings = proof::run(&context.root, &edition.listings)?;
            eprintln!("{listings} listings compiled and run");
            // All is tested: mdBook has nothing left to do.
            book.for_each_chapter_mut(|chapter| chapter.content.clear());
        }
        *self.report.borrow_mut() = Report {
            edition,
            listings,
            silent,
        };
        Ok(book)
    }
}
