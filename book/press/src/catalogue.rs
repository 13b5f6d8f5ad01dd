//! What a page can ask of a chapter: the inputs by their name, and what answers to them.

use serde::Serialize;
use show::{Input, Inputs, Interactive};
use std::collections::BTreeMap;

/// The entry of one set of inputs.
#[derive(Debug, Default, PartialEq, Serialize)]
struct Entry {
    /// What they are, in a sentence; empty where only figures answer.
    about: &'static str,
    /// How many settings what unfolds goes through; 0 where nothing does.
    steps: usize,
    /// The worked examples that answer to them.
    examples: Vec<&'static str>,
    /// The figures that do.
    figures: Vec<&'static str>,
    /// Each of them.
    list: Vec<Described>,
}

/// One input.
#[derive(Debug, PartialEq, Serialize)]
struct Described {
    name: &'static str,
    label: &'static str,
    default: f64,
    min: f64,
    max: f64,
    step: f64,
}

/// The catalogue of a chapter, as JSON.
///
/// # Errors
/// None that a catalogue has: its numbers are finite.
pub fn json(chapter: &Interactive) -> serde_json::Result<String> {
    serde_json::to_string(&entries(chapter))
}

fn entries(chapter: &Interactive) -> BTreeMap<&'static str, Entry> {
    let mut entries = BTreeMap::new();
    for example in &chapter.examples {
        let entry = entries.entry(example.inputs.name);
        let entry = entry.or_insert_with(|| entry_of(example.inputs));
        entry.examples.push(example.name);
    }
    for figure in &chapter.figures {
        let entry = entries.entry(figure.inputs.name);
        let entry = entry.or_insert_with(|| entry_of(figure.inputs));
        entry.figures.push(figure.name);
    }
    entries
}

fn entry_of(inputs: &Inputs) -> Entry {
    let described = |input: &Input| Described {
        name: input.name,
        label: input.label,
        default: input.default,
        min: input.min,
        max: input.max,
        step: input.step,
    };
    Entry {
        about: inputs.about,
        steps: steps(inputs),
        list: inputs.list.iter().map(described).collect(),
        ..Entry::default()
    }
}

/// How many settings the inputs have together that unfold; 0 where none does.
fn steps(inputs: &Inputs) -> usize {
    let unfolds = |input: &&Input| inputs.unfolds.contains(&input.name);
    let unfolding = inputs.list.iter().filter(unfolds);
    match inputs.unfolds {
        [] => 0,
        _ => unfolding.map(|input| input.settings().count()).product(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use show::{Example, Figure, Outputs};

    show::inputs! {
        /// A "line" \ a weight.
        pub struct Line = "line" unfolding x, w {
            /// the input
            x = 2.0 in -4.0..=4.0 by 0.5,
            /// its weight
            w = -0.3 in -0.5..=0.5 by 0.1,
        }
    }

    fn line(line: &Line) -> show::Result<Outputs> {
        Ok(Outputs::new().with("z", line.w * line.x))
    }

    fn dot(_: &Line) -> show::Result<String> {
        Ok(String::new())
    }

    #[test]
    fn the_catalogue_is_json_and_names_every_example_figure_and_input() {
        let chapter = Interactive {
            package: "lines",
            examples: vec![Example::new(line)],
            figures: vec![Figure::new("dot", dot)],
        };
        let json = json(&chapter).unwrap();
        let catalogue: serde_json::Value = serde_json::from_str(&json).unwrap();
        let expected = serde_json::json!({
            "line": {
                "about": "A \"line\" \\ a weight.",
                "steps": 17 * 11,
                "examples": ["line"],
                "figures": ["dot"],
                "list": [
                    { "name": "x", "label": "the input", "default": 2.0, "min": -4.0, "max": 4.0, "step": 0.5 },
                    { "name": "w", "label": "its weight", "default": -0.3, "min": -0.5, "max": 0.5, "step": 0.1 },
                ],
            },
        });
        assert_eq!(catalogue, expected);
    }
}
