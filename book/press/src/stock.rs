//! What the pages can show: every value, figure and transcript, computed once a run.

use crate::computed::Computed;
use crate::ledger;
use crate::problem::{Problem, Source};
use crate::program::Programs;
use crate::results::Results;
use crate::values::Values;
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
    /// What was `computed` for `chapters`, and the results that the book at `root` keeps. `programs` are what
    /// answers in the pages.
    pub fn new(
        root: &Path,
        chapters: &[Chapter],
        computed: Vec<Computed>,
        programs: Option<Programs>,
    ) -> Self {
        let (values, problems) = Values::of(root, chapters, &computed);
        let ledger = ledger::table(root, chapters, &computed);
        let mut stock = Self {
            values,
            problems,
            programs,
            ..Self::default()
        };
        for (chapter, computed) in chapters.iter().zip(computed) {
            let package = chapter.package();
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
            let moving = chapter.interactive_figures();
            let moving = moving.map(|figure| (figure.name, Some(figure.inputs)));
            let still = chapter.figures.iter().map(|figure| (figure.name, None));
            let drawn = computed.figures.into_iter().chain(computed.still_figures);
            for ((name, inputs), drawn) in moving.chain(still).zip(drawn) {
                stock.add(
                    drawn.map(|svg| Figure { svg, inputs }),
                    name,
                    |s| &mut s.figures,
                    |what| problem("figure", name, what),
                );
            }
            let transcripts = chapter.transcripts.iter().zip(computed.transcripts);
            for (transcript, lines) in transcripts {
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
        }
        match ledger {
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
