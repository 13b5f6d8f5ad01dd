//! What the pages must show: every worked example and figure at many settings, computed natively.
//!
//! ```console
//! cargo run -p live --example reference -- SEED <marks.json
//! ```
//!
//! The argument seeds the settings. The standard input is what the pages bind, as one JSON list of
//! pairs: a value's name and the literal that the page prints for it. The answer is one line of JSON
//! for each [`Described`], and one for each [`Setting`]: the book's own, one step off for each input, then
//! [`RUNS`] at random, of which the first [`DRAWN`] are drawn. Of these the first is at random as a
//! whole, and each later one in two inputs: a reader, too, comes from one setting to the next. Numbers
//! are the bits of an `f64` in hexadecimal.

use live::{advance, chapters, fit, interactive};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;
use serde::Serialize;
use show::{Example, Figure, Input, Inputs, Interactive, number};
use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, BufWriter, Write};

/// How many settings at random each worked example is run at.
const RUNS: usize = 50;

/// How many of them each figure is drawn at.
const DRAWN: usize = 20;

/// Inputs, and where moving them leads.
#[derive(Serialize)]
struct Described {
    inputs: &'static str,
    about: &'static str,
    examples: Vec<&'static str>,
    figures: Vec<&'static str>,
    each: Vec<One>,
    /// All settings of what unfolds, from the defaults on; none where nothing does.
    unfolding: Vec<Vec<String>>,
    /// Numbers that source 000 prints of these: the value's name, the source's digits, and what they
    /// should be.
    printed: Vec<[String; 3]>,
}

/// One input: from its default, where so many steps lead, and where the ends do.
#[derive(Serialize)]
struct One {
    name: &'static str,
    label: &'static str,
    default: String,
    min: f64,
    max: f64,
    steps: BTreeMap<i32, String>,
    ends: [String; 2],
}

/// Names, each with a number.
type Named = Vec<(String, String)>;

/// All that follows from one setting of the inputs `of`.
#[derive(Serialize)]
struct Setting {
    of: &'static str,
    kind: &'static str,
    values: Vec<String>,
    /// By example: its results in order, or why there are none.
    answers: BTreeMap<&'static str, Result<Named, String>>,
    /// By figure: its SVG, or why there is none.
    drawings: BTreeMap<&'static str, Result<String, String>>,
    /// By name, for all that the pages bind: what the page must show.
    shown: BTreeMap<String, Shown>,
}

/// A value, and by literal how it is written.
#[derive(Serialize)]
struct Shown {
    value: String,
    written: BTreeMap<String, String>,
}

/// A group of examples and figures with the same inputs.
struct Group {
    inputs: &'static Inputs,
    examples: Vec<Example>,
    figures: Vec<Figure>,
}

fn bits(value: f64) -> String {
    format!("{:016x}", value.to_bits())
}

fn groups(chapters: Vec<Interactive>) -> BTreeMap<&'static str, Group> {
    let mut groups = BTreeMap::new();
    let empty = |inputs| Group {
        inputs,
        examples: Vec::new(),
        figures: Vec::new(),
    };
    for chapter in chapters {
        for example in chapter.examples {
            let group = groups.entry(example.inputs.name);
            let group = group.or_insert_with(|| empty(example.inputs));
            group.examples.push(example);
        }
        for figure in chapter.figures {
            let group = groups.entry(figure.inputs.name);
            let group = group.or_insert_with(|| empty(figure.inputs));
            group.figures.push(figure);
        }
    }
    groups
}

impl Group {
    fn defaults(&self) -> Vec<f64> {
        self.inputs.defaults()
    }

    fn described(&self) -> Described {
        let each = self.inputs.list.iter().enumerate().map(|(i, input)| One {
            name: input.name,
            label: input.label,
            default: bits(input.default),
            min: input.min,
            max: input.max,
            steps: [-10, -1, 1, 10]
                .map(|by| (by, bits(self.moved(i, by))))
                .into(),
            ends: [input.min, input.max]
                .map(|end| bits(fit(self.inputs.name, i, end, false))),
        });
        Described {
            inputs: self.inputs.name,
            about: self.inputs.about,
            examples: self.examples.iter().map(|example| example.name).collect(),
            figures: self.figures.iter().map(|figure| figure.name).collect(),
            each: each.collect(),
            unfolding: self.unfolding(),
            printed: self.printed(),
        }
    }

    fn printed(&self) -> Vec<[String; 3]> {
        let mut printed = Vec::new();
        for row in chapters()
            .iter()
            .flat_map(|chapter| &chapter.source_numbers)
        {
            let mut examples = self.examples.iter();
            let example = examples.find(|example| example.name == row.example);
            if let (Some(example), "000", Some(digits), [output]) =
                (example, row.source, row.digits, row.outputs)
            {
                let value = example.at_defaults().ok().and_then(|o| o.get(output));
                let right = number::like(digits, value.unwrap_or(f64::NAN));
                printed.push([
                    format!("{}.{output}", example.name),
                    digits.to_string(),
                    right,
                ]);
            }
        }
        printed
    }

    fn moved(&self, i: usize, steps: i32) -> f64 {
        let Input { default, step, .. } = self.inputs.list[i];
        fit(
            self.inputs.name,
            i,
            default + f64::from(steps) * step,
            false,
        )
    }

    fn unfolding(&self) -> Vec<Vec<String>> {
        let (mut values, mut seen) = (self.defaults(), Vec::new());
        loop {
            let setting: Vec<_> = values.iter().map(|value| bits(*value)).collect();
            if seen.contains(&setting) {
                return if seen.len() > 1 { seen } else { Vec::new() };
            }
            seen.push(setting);
            values = advance(self.inputs.name, &values);
        }
    }

    /// `values`, what follows from them, and how `marks` are written then.
    fn at(
        &self,
        kind: &'static str,
        values: &[f64],
        drawn: bool,
        marks: &[(String, String)],
    ) -> Setting {
        let mut known: BTreeMap<String, (f64, f64)> = BTreeMap::new();
        for (input, value) in self.inputs.list.iter().zip(values) {
            known.insert(
                format!("{}.{}", self.inputs.name, input.name),
                (*value, input.default),
            );
        }
        let mut answers = BTreeMap::new();
        for example in &self.examples {
            let standard = example.at_defaults().unwrap_or_default();
            let answer = example.run(values).map_err(String::from);
            if let Ok(outputs) = &answer {
                for (name, value) in outputs.iter() {
                    // A result that the book's own numbers do not have differs from all.
                    let standard = standard.get(name).unwrap_or(f64::NAN);
                    known.insert(format!("{}.{name}", example.name), (value, standard));
                }
            }
            let answer = answer.map(|o| {
                o.iter()
                    .map(|(name, x)| (name.to_string(), bits(x)))
                    .collect()
            });
            answers.insert(example.name, answer);
        }
        let figures = self.figures.iter().filter(|_| drawn);
        let draw = |figure: &Figure| figure.draw(values).map_err(String::from);
        let mut shown: BTreeMap<String, Shown> = BTreeMap::new();
        for (name, literal) in marks {
            // A name, or the quotient of two.
            let terms: Option<Vec<_>> =
                name.split('/').map(|term| known.get(term)).collect();
            let quotient = |a: (f64, f64), b: (f64, f64)| (a.0 / b.0, a.1 / b.1);
            let value =
                terms.and_then(|terms| terms.into_iter().copied().reduce(quotient));
            if let Some((value, standard)) = value {
                let shown = shown.entry(name.clone()).or_insert_with(|| Shown {
                    value: bits(value),
                    written: BTreeMap::new(),
                });
                let text = number::instead(literal, value, standard);
                shown.written.insert(literal.clone(), text);
            }
        }
        Setting {
            of: self.inputs.name,
            kind,
            values: values.iter().map(|value| bits(*value)).collect(),
            answers,
            drawings: figures.map(|figure| (figure.name, draw(figure))).collect(),
            shown,
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    live::open(interactive());
    let seed = std::env::args().nth(1).ok_or("expected a seed")?.parse()?;
    let marks: Vec<(String, String)> = serde_json::from_reader(io::stdin().lock())?;
    let mut out = BufWriter::new(io::stdout().lock());
    for group in groups(interactive()).into_values() {
        writeln!(out, "{}", serde_json::to_string(&group.described())?)?;
        let mut say = |kind, values: &[f64], drawn| {
            let setting = group.at(kind, values, drawn, &marks);
            writeln!(out, "{}", serde_json::to_string(&setting)?)
        };
        say("book", &group.defaults(), true)?;
        for i in 0..group.inputs.list.len() {
            let mut values = group.defaults();
            let up = group.moved(i, 1);
            values[i] = if up == values[i] {
                group.moved(i, -1)
            } else {
                up
            };
            say("step", &values, false)?;
        }
        let grids: Vec<Vec<f64>> = group
            .inputs
            .list
            .iter()
            .map(|i| i.settings().collect())
            .collect();
        let mut random = Pcg64::seed_from_u64(seed);
        let mut pick = |i: usize| grids[i][random.random_range(0..grids[i].len())];
        let mut values: Vec<f64> = (0..grids.len()).map(&mut pick).collect();
        let mut which = Pcg64::seed_from_u64(!seed);
        for k in 0..RUNS {
            say("random", &values, k < DRAWN)?;
            for _ in 0..2 {
                let i = which.random_range(0..grids.len());
                values[i] = pick(i);
            }
        }
    }
    out.flush()?;
    Ok(())
}
