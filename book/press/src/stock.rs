//! What the pages can show: every value, figure and transcript, computed once a run.

use crate::ledger;
use crate::results::Results;
use crate::values::Values;
use indicatif::ProgressBar;
use plate::Chapter;
use std::collections::BTreeMap;
use std::path::Path;

/// All that a page may ask for by name.
#[derive(Debug, Clone, Default)]
pub struct Stock {
    /// The numbers.
    pub values: Values,
    /// The SVG of each figure.
    pub figures: BTreeMap<String, String>,
    /// What each listing prints.
    pub transcripts: BTreeMap<String, String>,
    /// The ledger of the sources' numbers, as Markdown.
    pub ledger: String,
    /// When and where each chapter's benches were measured.
    pub machines: BTreeMap<String, String>,
    /// What could not be computed.
    pub wrong: Vec<String>,
}

impl Stock {
    /// Runs every example, figure and transcript of `chapters`, and reads the results that the book
    /// at `root` keeps.
    pub fn new(root: &Path, chapters: &[Chapter], progress: &ProgressBar) -> Self {
        progress.inc_length(chapters.len() as u64);
        let (values, wrong) = Values::of(chapters);
        let mut stock = Self { values, wrong, ..Self::default() };
        for chapter in chapters {
            progress.set_message(format!("computing {}", chapter.package));
            for figure in &chapter.figures {
                let drawn = figure.at_defaults();
                stock.keep("figure", figure.name, drawn, |s| &mut s.figures);
            }
            for transcript in &chapter.transcripts {
                let said = (transcript.run)();
                stock.keep("transcript", transcript.name, said, |s| &mut s.transcripts);
            }
            match Results::read(root, chapter.package) {
                Ok(None) => {}
                Ok(Some(results)) => {
                    stock.machines.insert(chapter.package.into(), results.provenance());
                    for (name, value) in results.values() {
                        stock.wrong.extend(stock.values.add(name, value).err());
                    }
                }
                Err(error) => stock.wrong.push(error.to_string()),
            }
            progress.inc(1);
        }
        match ledger::table(chapters) {
            Ok(table) => stock.ledger = table,
            Err(wrong) => stock.wrong.extend(wrong),
        }
        stock
    }

    fn keep(
        &mut self,
        kind: &str,
        name: &str,
        made: Result<String, plate::Refusal>,
        shelf: fn(&mut Self) -> &mut BTreeMap<String, String>,
    ) {
        match made {
            Err(refusal) => self.wrong.push(format!("the {kind} {name}: {refusal}")),
            Ok(made) => {
                if shelf(self).insert(name.to_string(), made).is_some() {
                    self.wrong.push(format!("two {kind}s are called {name}"));
                }
            }
        }
    }
}
