//! What a page can ask, as JSON: the inputs by their name, and what answers to them.

use show::{Input, Inputs, Interactive};
use std::fmt::Write;

/// The catalogue of `chapters`:
/// `{"perceptron":{"about":"…","steps":0,"examples":["perceptron",…],"inputs":[{"name":"x1",…},…]},…}`.
///
/// `steps` is how many settings what unfolds goes through; 0 where nothing does.
pub fn json(chapters: &[Interactive]) -> String {
    let mut catalogue = String::from("{");
    for (i, (inputs, examples)) in asked(chapters).iter().enumerate() {
        let comma = if i > 0 { "," } else { "" };
        let Inputs { name, about, .. } = inputs;
        let examples = joined(examples.iter().map(|name| format!("\"{name}\"")));
        let list = joined(inputs.list.iter().map(input));
        // Writing to a string cannot fail.
        let _ = write!(
            catalogue,
            "{comma}\"{name}\":{{\"about\":\"{about}\",\"steps\":{},\"examples\":[{examples}],\"inputs\":[{list}]}}",
            steps(inputs),
        );
    }
    catalogue + "}"
}

/// Each set of inputs, and the examples that answer to it.
fn asked(chapters: &[Interactive]) -> Vec<(&'static Inputs, Vec<&'static str>)> {
    let mut all: Vec<(&Inputs, Vec<_>)> = Vec::new();
    for chapter in chapters {
        let figures = chapter.figures.iter().map(|figure| (figure.inputs, None));
        let examples = chapter.examples.iter();
        let examples = examples.map(|example| (example.inputs, Some(example.name)));
        for (inputs, example) in examples.chain(figures) {
            match all.iter_mut().find(|(known, _)| known.name == inputs.name) {
                Some((_, examples)) => examples.extend(example),
                None => all.push((inputs, example.into_iter().collect())),
            }
        }
    }
    all
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
        let chapters = crate::interactive();
        let catalogue: Value = serde_json::from_str(&json(&chapters)).unwrap();
        for example in chapters.iter().flat_map(|chapter| &chapter.examples) {
            let asked = &catalogue[example.inputs.name];
            let names = asked["examples"].as_array().unwrap();
            assert!(names.iter().any(|name| name == example.name));
            assert_eq!(asked["about"], example.inputs.about);
            for (i, input) in example.inputs.list.iter().enumerate() {
                let shown = &asked["inputs"][i];
                assert_eq!(shown["name"], input.name);
                assert_eq!(shown["label"], input.label);
                let numbers =
                    ["default", "min", "max", "step"].map(|key| shown[key].as_f64());
                let own = [input.default, input.min, input.max, input.step];
                assert_eq!(
                    numbers,
                    own.map(Some),
                    "{}.{}",
                    example.inputs.name,
                    input.name
                );
            }
        }
        for figure in chapters.iter().flat_map(|chapter| &chapter.figures) {
            let inputs = catalogue[figure.inputs.name]["inputs"].as_array().unwrap();
            assert_eq!(
                inputs.len(),
                figure.inputs.list.len(),
                "{}",
                figure.inputs.name
            );
        }
        assert_eq!(catalogue["sliding"]["steps"], 9);
        assert_eq!(catalogue["perceptron"]["steps"], 0);
    }
}
