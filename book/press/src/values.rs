//! Every value that the text may name.

use crate::computed::Computed;
use crate::problem::Problem;
use show::{Chapter, Input, Inputs};
use std::collections::BTreeMap;
use std::path::Path;

/// The values of all worked examples, at their defaults, of all numbers without inputs, and of all
/// measured results.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Values(BTreeMap<String, f64>);

impl Values {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One more value, or what is wrong with it.
    ///
    /// # Errors
    /// A name that is taken, or a value that is not finite.
    pub fn add(&mut self, name: String, value: f64) -> Result<(), String> {
        if !value.is_finite() {
            return Err(format!("the value {name} is {value}: it cannot be shown"));
        }
        match self.0.insert(name.clone(), value) {
            None => Ok(()),
            Some(_) => Err(format!("two values are called {name}")),
        }
    }

    /// The inputs of every example of `chapters`, the outputs that were `computed`, their numbers without
    /// inputs, and all that is wrong with them, at the lines below `root` that name them. Inputs that several examples share go by
    /// their own name, and are there once.
    pub fn of(
        root: &Path,
        chapters: &[Chapter],
        computed: &[Computed],
    ) -> (Self, Vec<Problem>) {
        let (mut values, mut problems) = (Self::new(), Vec::new());
        let mut shared = BTreeMap::new();
        for (chapter, computed) in chapters.iter().zip(computed) {
            let examples = chapter.examples().zip(&computed.examples);
            let examples =
                examples.map(|(e, outputs)| (e.name, Some(e.inputs), outputs));
            let still = chapter.numbers.iter().zip(&computed.numbers);
            let still = still.map(|(n, outputs)| (n.name, None, outputs));
            for (example, inputs, outputs) in examples.chain(still) {
                let mut report = |what| {
                    let package = chapter.package();
                    problems.push(Problem::in_code(root, package, example, what));
                };
                let new = |inputs: &&Inputs| {
                    shared.insert(inputs.name, inputs.list) != Some(inputs.list)
                };
                let inputs = inputs.filter(new).into_iter().flat_map(|inputs| {
                    let input = |input: &Input| {
                        (format!("{}.{}", inputs.name, input.name), input.default)
                    };
                    inputs.list.iter().map(input)
                });
                let outputs = match outputs {
                    Ok(outputs) => outputs,
                    Err(error) => {
                        report(format!("the example {example}: {}", error.as_str()));
                        continue;
                    }
                };
                let outputs = outputs
                    .iter()
                    .map(|(name, value)| (format!("{example}.{name}"), value));
                for (name, value) in inputs.chain(outputs) {
                    if let Err(what) = values.add(name, value) {
                        report(what);
                    }
                }
            }
        }
        (values, problems)
    }

    /// The value called `name`, or the quotient of two: `bench.relu.ns/bench.sigmoid.ns`.
    ///
    /// # Errors
    /// A name that no value has; the message names those nearest to it.
    pub fn get(&self, name: &str) -> Result<f64, String> {
        let one = |name: &str| {
            let value = self.0.get(name.trim()).copied();
            value.ok_or_else(|| self.unknown(name.trim()))
        };
        match name.split_once('/') {
            Some((over, under)) => Ok(one(over)? / one(under)?),
            None => one(name),
        }
    }

    /// Says that there is no such value, and what its example does hold.
    fn unknown(&self, name: &str) -> String {
        let example = name.rsplit_once('.').map_or(name, |(example, _)| example);
        let siblings: Vec<_> = self
            .0
            .keys()
            .filter_map(|key| key.strip_prefix(example)?.strip_prefix('.'))
            .collect();
        match siblings.is_empty() {
            true => {
                format!("no value is called {name}: no example is called {example}")
            }
            false => format!(
                "no value is called {name}: {example} has {}",
                siblings.join(", ")
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use show::{Example, Interactive, Outputs, Still};

    show::inputs! {
        /// A number.
        pub struct Line = "line" {
            /// the input
            x = 2.0 in -4.0..=4.0 by 0.5,
        }
    }

    fn line(line: &Line) -> show::Result<Outputs> {
        Ok(Outputs::new().with("z", -1.5 * line.x))
    }

    fn lines(examples: Vec<Example>) -> Chapter {
        Chapter::of(Interactive {
            package: "lines",
            examples,
            figures: Vec::new(),
        })
    }

    fn values_of(chapters: &[Chapter]) -> (Values, Vec<String>) {
        let (values, problems) =
            Values::of(Path::new("nowhere"), chapters, &Computed::all(chapters));
        (values, problems.into_iter().map(|p| p.what).collect())
    }

    #[test]
    fn inputs_that_examples_share_go_by_their_own_name_and_are_there_once() {
        let examples = vec![Example::new(line), Example::named("again", line)];
        let (values, problems) = values_of(&[lines(examples)]);
        assert_eq!(problems, [""; 0]);
        let names: Vec<_> = values.0.keys().map(String::as_str).collect();
        assert_eq!(names, ["again.z", "line.x", "line.z"]);
    }

    #[test]
    fn two_values_of_one_name_are_reported() {
        let output = |_: &Line| Ok(Outputs::new().with("x", 0.0));
        let (_, problems) = values_of(&[lines(vec![Example::new(output)])]);
        assert_eq!(problems, ["two values are called line.x"]);
    }

    #[test]
    fn numbers_without_inputs_have_values_and_fail_in_words() {
        let numbers = vec![
            Still::new("nine", || Ok(Outputs::new().with("n", 9.0))),
            Still::new("none", || Err("there is none".into())),
        ];
        let chapter = Chapter {
            numbers,
            ..lines(vec![Example::new(line)])
        };
        let (values, problems) = values_of(&[chapter]);
        assert_eq!(values.get("nine.n"), Ok(9.0));
        assert_eq!(values.get("line.z"), Ok(-3.0));
        assert_eq!(problems, ["the example none: there is none"]);
    }
}
