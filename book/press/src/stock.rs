//! What the pages can show: every value, figure and transcript, computed once a run.

use crate::ledger;
use crate::problem::{Problem, Source};
use crate::program::Programs;
use crate::results::Results;
use crate::values::Values;
use indicatif::ProgressBar;
use show::{Chapter, Inputs};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// All that a page may ask for by name.
#[derive(Debug, Clone, Default)]
pub struct Stock {
    /// The numbers.
    pub values: Values,
    /// The figures.
    pub figures: BTreeMap<String, Figure>,
    /// The names of inputs and of worked examples, each with the name of the inputs that it follows.
    pub inputs_of: BTreeMap<&'static str, &'static str>,
    /// The programs that answer to inputs, by the name of these.
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
    /// The benches that were measured, each with the problem that it is if no page quotes it.
    pub benches: Vec<(String, Problem)>,
    /// What could not be computed, or not read of the results.
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

impl Stock {
    /// Runs every example, figure and transcript of `chapters`, and reads the results that the book
    /// at `root` keeps. `programs` are what answers in the pages.
    pub fn new(
        root: &Path,
        chapters: &[Chapter],
        programs: Option<Programs>,
        progress: &ProgressBar,
    ) -> Self {
        let (values, problems) = Values::of(root, chapters);
        let mut stock = Self {
            values,
            problems,
            programs,
            ..Self::default()
        };
        for chapter in chapters {
            let package = chapter.package();
            progress.set_message(format!("computing {package}"));
            let problem = |kind, name, what| {
                let what = format!("the {kind} {name}: {what}");
                Problem::in_code(root, package, name, what)
            };
            for (program, interactive) in chapter.programs() {
                let examples = interactive.examples.iter();
                let figures = interactive.figures.iter();
                let asked = examples.map(|example| (example.name, example.inputs));
                let shown = figures.map(|figure| (figure.inputs.name, figure.inputs));
                for (name, inputs) in asked.chain(shown) {
                    stock.asked(program, name, inputs);
                }
            }
            for figure in chapter.programs().flat_map(|(_, it)| &it.figures) {
                let drawn = figure.at_defaults().map(|svg| Figure {
                    svg,
                    inputs: Some(figure.inputs),
                });
                stock.add(
                    drawn,
                    figure.name,
                    |s| &mut s.figures,
                    |what| problem("figure", figure.name, what),
                );
            }
            for figure in &chapter.figures {
                let drawn = (figure.run)().map(|svg| Figure { svg, inputs: None });
                stock.add(
                    drawn,
                    figure.name,
                    |s| &mut s.figures,
                    |what| problem("figure", figure.name, what),
                );
            }
            for transcript in &chapter.transcripts {
                let lines = (transcript.run)();
                stock.add(
                    lines,
                    transcript.name,
                    |s| &mut s.transcripts,
                    |what| problem("transcript", transcript.name, what),
                );
            }
            match Results::read(root, package) {
                Ok(None) => {}
                Ok(Some((results, source))) => {
                    stock.measured(&results, &source, &chapter.drawn);
                }
                Err(problem) => stock.problems.push(problem),
            }
            progress.inc(1);
        }
        match ledger::table(root, chapters) {
            Ok(table) => stock.ledger = table,
            Err(problems) => stock.problems.extend(problems),
        }
        stock
    }

    /// Notes that `program` answers to `inputs`, for the example or the inputs called `name`.
    fn asked(&mut self, program: &'static str, name: &'static str, inputs: &Inputs) {
        let of = inputs.name;
        self.inputs_of.extend([(name, of), (of, of)]);
        self.answering.entry(of).or_default().insert(program);
        let places = inputs.list.iter().enumerate();
        let places = places.map(|(i, input)| (format!("{of}.{}", input.name), i));
        self.inputs.extend(places);
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

    /// Puts what was made under `name` on its shelf, or notes why there is nothing to put.
    fn add<T>(
        &mut self,
        made: show::Result<T>,
        name: &str,
        shelf: fn(&mut Self) -> &mut BTreeMap<String, T>,
        problem: impl Fn(String) -> Problem,
    ) {
        let what = match made {
            Err(error) => error.as_str().to_string(),
            Ok(made) => match shelf(self).insert(name.to_string(), made) {
                None => return,
                Some(_) => "there are two of this name".to_string(),
            },
        };
        self.problems.push(problem(what));
    }
}
