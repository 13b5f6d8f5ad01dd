//! What a page can ask, as JSON: the inputs by their name, and what answers to them.

use plate::{Chapter, Form, Input};
use std::fmt::Write;

/// The catalogue of `chapters`:
/// `{"perceptron":{"about":"…","steps":0,"examples":["perceptron",…],"inputs":[{"name":"x1",…},…]},…}`.
///
/// `steps` is how many settings what unfolds goes through; 0 where nothing does.
pub fn json(chapters: &[Chapter]) -> String {
    let mut catalogue = String::from("{");
    for (i, (form, examples)) in asked(chapters).iter().enumerate() {
        let comma = if i > 0 { "," } else { "" };
        let Form { name, about, .. } = form;
        let examples = joined(examples.iter().map(|name| format!("\"{name}\"")));
        let inputs = joined(form.inputs.iter().map(input));
        // Writing to a string cannot fail.
        let _ = write!(
            catalogue,
            "{comma}\"{name}\":{{\"about\":\"{about}\",\"steps\":{},\"examples\":[{examples}],\"inputs\":[{inputs}]}}",
            steps(form),
        );
    }
    catalogue + "}"
}

/// Each form, and the examples that answer to it.
fn asked(chapters: &[Chapter]) -> Vec<(&'static Form, Vec<&'static str>)> {
    let mut all: Vec<(&Form, Vec<_>)> = Vec::new();
    for chapter in chapters {
        let figures = chapter.figures.iter().map(|figure| (figure.form, None));
        let examples = chapter.examples.iter();
        let examples = examples.map(|example| (example.form, Some(example.name)));
        for (form, example) in examples.chain(figures) {
            match all.iter_mut().find(|(known, _)| known.name == form.name) {
                Some((_, examples)) => examples.extend(example),
                None => all.push((form, example.into_iter().collect())),
            }
        }
    }
    all
}

/// How many settings the inputs have together that unfold; 0 where none does.
fn steps(form: &Form) -> usize {
    let unfolds = |input: &&Input| form.unfolds.contains(&input.name);
    let unfolding = form.inputs.iter().filter(unfolds);
    match form.unfolds {
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
            let asked = &catalogue[example.form.name];
            let names = asked["examples"].as_array().unwrap();
            assert!(names.iter().any(|name| name == example.name));
            assert_eq!(asked["about"], example.form.about);
            for (i, input) in example.form.inputs.iter().enumerate() {
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
                    example.form.name,
                    input.name
                );
            }
        }
        for figure in chapters.iter().flat_map(|chapter| &chapter.figures) {
            let inputs = catalogue[figure.form.name]["inputs"].as_array().unwrap();
            assert_eq!(
                inputs.len(),
                figure.form.inputs.len(),
                "{}",
                figure.form.name
            );
        }
        assert_eq!(catalogue["sliding"]["steps"], 9);
        assert_eq!(catalogue["perceptron"]["steps"], 0);
    }
}
