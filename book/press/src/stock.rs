//! What the pages can show: every value, figure and transcript, computed once a run.

use crate::ledger;
use crate::problem::{Problem, Source};
use crate::program::Programs;
use crate::results::Results;
use crate::values::Values;
use indicatif::ProgressBar;
use show::{Chapter, Inputs, Interactive};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// All that a page may ask for by name.
#[derive(Debug, Clone, Default)]
pub struct Stock {
    /// The numbers.
    pub values: Values,
    /// The figures.
    pub figures: BTreeMap<String, Figure>,
    /// The names of inputs and of worked examples, each with the name of the inputs that it follows.
    pub inputs_of: BTreeMap<&'static str, &'static str>,
    /// The packages of the chapters that answer to inputs, by the name of these.
    pub answering: BTreeMap<&'static str, BTreeSet<&'static str>>,
    /// The place of each input among those of its name.
    pub inputs: BTreeMap<String, usize>,
    /// The programs that answer in the pages, if there are any.
    pub programs: Option<Programs>,
    /// What each listing prints.
    pub transcripts: BTreeMap<String, String>,
    /// The ledger of the sources' numbers, as Markdown.
    pub ledger: String,
    /// When and where each chapter's benches were measured.
    pub machines: BTreeMap<String, String>,
    /// The benches that were measured, each with the fault that it is if no page quotes it.
    pub benches: Vec<(String, Problem)>,
    /// What could not be computed.
    pub wrong: Vec<Wrong>,
    /// What could not be read of the results.
    pub problems: Vec<Problem>,
}

/// A figure as the page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its SVG.
    pub svg: String,
    /// Its inputs, if a reader can set any.
    pub inputs: Option<&'static Inputs>,
}

/// Something that a chapter's code does not give as it should.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrong {
    package: String,
    name: String,
    what: String,
}

impl Wrong {
    /// What is wrong with the thing called `name` of the chapter `package`.
    pub fn new(package: &str, name: &str, what: impl Into<String>) -> Self {
        Self {
            package: package.into(),
            name: name.into(),
            what: what.into(),
        }
    }

    /// The line below `root` at which the chapter's code names the thing.
    pub fn place(&self, root: &Path) -> Problem {
        let folder = Path::new("chapters").join(&self.package);
        let quoted = format!("\"{}\"", self.name);
        for file in rust_files(root, &folder.join("src")) {
            let Ok(text) = fs::read_to_string(root.join(&file)) else {
                continue;
            };
            if let Some(at) = text.find(&quoted) {
                return Source::new(file, text).problem(at, &self.what);
            }
        }
        Source::new(folder, "").problem(0, &self.what)
    }
}

/// The Rust files in `folder`, which is relative to `root`, in order.
fn rust_files(root: &Path, folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(root.join(folder))
        .into_iter()
        .flatten()
        .flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name()).collect();
    names.sort();
    let paths = names.into_iter().map(|name| folder.join(name));
    let nested = paths.flat_map(|path| match root.join(&path).is_dir() {
        true => rust_files(root, &path),
        false => vec![path],
    });
    nested
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .collect()
}

impl Stock {
    /// Runs every example, figure and transcript of `chapters`, and reads the results that the book
    /// at `root` keeps. `programs` are what answers in the pages.
    pub fn new(
        root: &Path,
        chapters: &[Chapter],
        programs: Option<Programs>,
        progress: &ProgressBar,
    ) -> Self {
        let (values, wrong) = Values::of(chapters);
        let mut stock = Self {
            values,
            wrong,
            programs,
            ..Self::default()
        };
        for chapter in chapters {
            let interactive = &chapter.interactive;
            progress.set_message(format!("computing {}", interactive.package));
            let examples = interactive.examples.iter();
            let figures = interactive.figures.iter();
            let asked = examples.map(|example| (example.name, example.inputs));
            let shown = figures.map(|figure| (figure.inputs.name, figure.inputs));
            for (name, inputs) in asked.chain(shown) {
                let of = inputs.name;
                stock.inputs_of.extend([(name, of), (of, of)]);
                stock
                    .answering
                    .entry(of)
                    .or_default()
                    .insert(interactive.package);
                let places = inputs.list.iter().enumerate();
                let places =
                    places.map(|(i, input)| (format!("{of}.{}", input.name), i));
                stock.inputs.extend(places);
            }
            for figure in &interactive.figures {
                let drawn = figure.at_defaults().map(|svg| Figure {
                    svg,
                    inputs: Some(figure.inputs),
                });
                stock.keep(interactive, "figure", figure.name, drawn, |s| {
                    &mut s.figures
                });
            }
            for figure in &chapter.figures {
                let drawn = (figure.run)().map(|svg| Figure { svg, inputs: None });
                stock.keep(interactive, "figure", figure.name, drawn, |s| {
                    &mut s.figures
                });
            }
            for transcript in &chapter.transcripts {
                let said = (transcript.run)();
                stock.keep(interactive, "transcript", transcript.name, said, |s| {
                    &mut s.transcripts
                });
            }
            match Results::read(root, interactive.package) {
                Ok(None) => {}
                Ok(Some((results, source))) => {
                    stock.measured(&results, &source, &chapter.drawn);
                }
                Err(problem) => stock.problems.push(problem),
            }
            progress.inc(1);
        }
        match ledger::table(chapters) {
            Ok(table) => stock.ledger = table,
            Err(wrong) => stock.wrong.extend(wrong),
        }
        stock
    }

    fn measured(&mut self, results: &Results, source: &Source, drawn: &[&str]) {
        let machine = results.provenance();
        self.machines.insert(results.package.clone(), machine);
        for beginning in drawn {
            if !results.benches.keys().any(|key| key.starts_with(beginning)) {
                let what =
                    format!("no bench begins with {beginning}, which a figure draws");
                self.problems.push(source.problem(0, what));
            }
        }
        let in_figure = |key: &str| drawn.iter().any(|start| key.starts_with(start));
        for (key, name) in results.names().filter(|(key, _)| !in_figure(key)) {
            let place = source.text.find(&format!("\"{key}\"")).unwrap_or(0);
            let problem =
                source.problem(place, format!("a bench that no page quotes: {name}"));
            self.benches.push((name, problem));
        }
        for (name, value) in results.values() {
            if let Err(what) = self.values.add(name, value) {
                self.problems.push(source.problem(0, what));
            }
        }
    }

    /// The name of the inputs that the value called `name`, or a quotient of two values, follows, if it
    /// is an example's.
    pub fn inputs_followed(&self, name: &str) -> Option<&'static str> {
        let mut inputs_of = name.split('/').map(|term| {
            let (example, _) = term.rsplit_once('.')?;
            self.inputs_of.get(example).copied()
        });
        let inputs = inputs_of.next().flatten();
        inputs_of
            .all(|other| other == inputs)
            .then_some(inputs)
            .flatten()
    }

    /// The name of the inputs that the figure called `name` follows, if a reader can set any.
    pub fn inputs_drawn(&self, name: &str) -> Option<&'static str> {
        Some(self.figures.get(name)?.inputs?.name)
    }

    fn keep<T>(
        &mut self,
        chapter: &Interactive,
        kind: &str,
        name: &str,
        made: show::Result<T>,
        shelf: fn(&mut Self) -> &mut BTreeMap<String, T>,
    ) {
        match made {
            Err(refusal) => {
                let what = format!("the {kind} {name}: {}", refusal.as_str());
                self.wrong.push(Wrong::new(chapter.package, name, what));
            }
            Ok(made) => {
                if shelf(self).insert(name.to_string(), made).is_some() {
                    let what = format!("two {kind}s are called {name}");
                    self.wrong.push(Wrong::new(chapter.package, name, what));
                }
            }
        }
    }
}
