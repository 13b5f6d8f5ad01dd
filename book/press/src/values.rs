//! Every value that the text may name.

use crate::stock::Wrong;
use plate::Chapter;
use std::collections::BTreeMap;

/// The values of all worked examples, at their defaults, and of all measured results.
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
            return Err(format!("the value {name} is {value}: it cannot be printed"));
        }
        match self.0.insert(name.clone(), value) {
            None => Ok(()),
            Some(_) => Err(format!("two values are called {name}")),
        }
    }

    /// The inputs and outputs of every example of `chapters`, and all that is wrong with them.
    pub fn of(chapters: &[Chapter]) -> (Self, Vec<Wrong>) {
        let (mut values, mut wrongs) = (Self::new(), Vec::new());
        for chapter in chapters {
            for example in &chapter.examples {
                let mut wrong = |what| wrongs.push(Wrong::new(chapter.package, example.name, what));
                let inputs = example
                    .inputs
                    .iter()
                    .map(|input| (input.name.to_string(), input.default));
                let outputs = match example.at_defaults() {
                    Ok(outputs) => outputs,
                    Err(refusal) => {
                        wrong(format!("the example {}: {refusal}", example.name));
                        continue;
                    }
                };
                let outputs = outputs
                    .iter()
                    .map(|(name, value)| (name.to_string(), value));
                for (name, value) in inputs.chain(outputs) {
                    if let Err(what) = values.add(format!("{}.{name}", example.name), value) {
                        wrong(what);
                    }
                }
            }
        }
        (values, wrongs)
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
            true => format!("no value is called {name}: no example is called {example}"),
            false => format!(
                "no value is called {name}: {example} has {}",
                siblings.join(", ")
            ),
        }
    }
}
