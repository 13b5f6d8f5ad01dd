//! What a page can ask, as JSON: the inputs by their name, and what answers to them.

use plate::{Chapter, Input};
use std::fmt::Write;

/// Inputs of one name, and what answers to them.
struct Asked {
    of: &'static str,
    about: &'static str,
    inputs: &'static [Input],
    unfolds: &'static [&'static str],
    examples: Vec<&'static str>,
}

/// The catalogue of `chapters`:
/// `{"perceptron":{"about":"…","steps":0,"examples":["perceptron",…],"inputs":[{"name":"x1",…},…]},…}`.
///
/// `steps` is how many settings what unfolds goes through; 0 where nothing does.
pub fn json(chapters: &[Chapter]) -> String {
    let mut catalogue = String::from("{");
    for (i, asked) in asked(chapters).iter().enumerate() {
        let comma = if i > 0 { "," } else { "" };
        let Asked { of, about, .. } = asked;
        let examples = joined(asked.examples.iter().map(|name| format!("\"{name}\"")));
        let inputs = joined(asked.inputs.iter().map(input));
        // Writing to a string cannot fail.
        let _ = write!(
            catalogue,
            "{comma}\"{of}\":{{\"about\":\"{about}\",\"steps\":{},\"examples\":[{examples}],\"inputs\":[{inputs}]}}",
            steps(asked.inputs, asked.unfolds),
        );
    }
    catalogue + "}"
}

fn asked(chapters: &[Chapter]) -> Vec<Asked> {
    let mut all: Vec<Asked> = Vec::new();
    for chapter in chapters {
        let figures = chapter
            .figures
            .iter()
            .map(|f| (f.of, "", f.inputs, f.unfolds, None));
        let examples = chapter.examples.iter();
        let examples = examples.map(|e| (e.of, e.about, e.inputs, e.unfolds, Some(e.name)));
        for (of, about, inputs, unfolds, example) in examples.chain(figures) {
            match all.iter_mut().find(|asked| asked.of == of) {
                Some(asked) => asked.examples.extend(example),
                None => all.push(Asked {
                    of,
                    about,
                    inputs,
                    unfolds,
                    examples: example.into_iter().collect(),
                }),
            }
        }
    }
    all
}

/// How many settings the inputs have together that unfold; 0 where none does.
fn steps(inputs: &[Input], unfolds: &[&str]) -> usize {
    let unfolding = inputs.iter().filter(|input| unfolds.contains(&input.name));
    match unfolds {
        [] => 0,
        _ => unfolding.map(|input| input.settings().count()).product(),
    }
}

fn input(input: &Input) -> String {
    let Input {
        name,
        label,
        default,
        min,
        max,
        step,
    } = input;
    format!(
        "{{\"name\":\"{name}\",\"label\":\"{label}\",\"default\":{default},\"min\":{min},\"max\":{max},\"step\":{step}}}"
    )
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn the_catalogue_is_json_and_names_every_example_and_input() {
        let chapters = crate::chapters();
        let catalogue: Value = serde_json::from_str(&json(&chapters)).unwrap();
        for example in chapters.iter().flat_map(|chapter| &chapter.examples) {
            let asked = &catalogue[example.of];
            let names = asked["examples"].as_array().unwrap();
            assert!(names.iter().any(|name| name == example.name));
            assert_eq!(asked["about"], example.about);
            for (i, input) in example.inputs.iter().enumerate() {
                let shown = &asked["inputs"][i];
                assert_eq!(shown["name"], input.name);
                assert_eq!(shown["label"], input.label);
                let numbers = ["default", "min", "max", "step"].map(|key| shown[key].as_f64());
                let own = [input.default, input.min, input.max, input.step];
                assert_eq!(numbers, own.map(Some), "{}.{}", example.of, input.name);
            }
        }
        for figure in chapters.iter().flat_map(|chapter| &chapter.figures) {
            let inputs = catalogue[figure.of]["inputs"].as_array().unwrap();
            assert_eq!(inputs.len(), figure.inputs.len(), "{}", figure.of);
        }
        assert_eq!(catalogue["sliding"]["steps"], 9);
        assert_eq!(catalogue["perceptron"]["steps"], 0);
    }
}
