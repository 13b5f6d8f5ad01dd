//! The ledger: every number that the two sources print, against what the book computes.

use crate::computed::Computed;
use crate::numeral;
use crate::problem::Problem;
use show::number::like;
use show::{Chapter, Outputs, SourceNumber};
use std::path::Path;

/// One row: a quantity of a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The source: `000` or `001`.
    pub source: &'static str,
    /// What the source calls it.
    pub quantity: &'static str,
    /// The source's digits, if it prints any.
    pub digits: Option<&'static str>,
    /// The same at full precision.
    pub computed: Vec<f64>,
    /// The chapter that computes it.
    pub chapter: &'static str,
}

impl Row {
    /// The source's digits where they differ from the computed value written the same way:
    /// what it prints, and what it should.
    pub fn slips(&self) -> Vec<(String, String)> {
        let digits = self.digits.unwrap_or_default();
        numeral::find(digits)
            .into_iter()
            .zip(&self.computed)
            .map(|(at, value)| {
                (digits[at.clone()].to_string(), like(&digits[at], *value))
            })
            .filter(|(written, right)| written != right)
            .collect()
    }

    fn verdict(&self) -> String {
        let slips = self.slips();
        match (self.digits, slips.as_slice()) {
            (None, _) => "not printed".to_string(),
            (_, []) => "agrees".to_string(),
            (_, slips) => {
                let right: Vec<_> =
                    slips.iter().map(|(_, right)| right.as_str()).collect();
                format!("**differs**: rounds to {}", right.join(", "))
            }
        }
    }
}

/// The rows that the chapters hold, with what was `computed` for them, sources in order.
///
/// # Errors
/// A row whose example or outputs do not exist or are not as many as its digits, at the line below `root` that
/// names it.
pub fn rows(
    root: &Path,
    chapters: &[Chapter],
    computed: &[Computed],
) -> Result<Vec<Row>, Vec<Problem>> {
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    for (chapter, computed) in chapters.iter().zip(computed) {
        for number in &chapter.source_numbers {
            let mut examples = chapter.examples().zip(&computed.examples);
            let example = examples.find(|(example, _)| example.name == number.example);
            let computed = match example.map(|(_, outputs)| outputs) {
                None => Err(format!("no example is called {}", number.example)),
                // An example that fails at its defaults is reported where values are collected.
                Some(Err(_)) => continue,
                Some(Ok(outputs)) => outputs_of(number, outputs),
            };
            match computed {
                Ok(computed) => rows.push(Row {
                    source: number.source,
                    quantity: number.quantity,
                    digits: number.digits,
                    computed,
                    chapter: chapter.package(),
                }),
                Err(what) => problems.push(Problem::in_code(
                    root,
                    chapter.package(),
                    number.example,
                    what,
                )),
            }
        }
    }
    rows.sort_by_key(|row| row.source);
    match problems.is_empty() {
        true => Ok(rows),
        false => Err(problems),
    }
}

fn outputs_of(number: &SourceNumber, outputs: &Outputs) -> Result<Vec<f64>, String> {
    let mut computed = Vec::new();
    for name in number.outputs {
        let value = outputs.get(name);
        computed
            .push(value.ok_or(format!("{} has no output {name}", number.quantity))?);
    }
    let numerals = number
        .digits
        .map_or(computed.len(), |d| numeral::find(d).len());
    if numerals != computed.len() || computed.is_empty() {
        return Err(format!(
            "{} prints {numerals} numbers and names {} outputs",
            number.quantity,
            computed.len()
        ));
    }
    Ok(computed)
}

/// The ledger as a Markdown table.
///
/// # Errors
/// As [`rows`].
pub fn table(
    root: &Path,
    chapters: &[Chapter],
    computed: &[Computed],
) -> Result<String, Vec<Problem>> {
    let mut table = String::from(
        "| source | quantity | printed | computed | verdict |\n|---|---|---|---|---|\n",
    );
    for row in rows(root, chapters, computed)? {
        let mut computed: Vec<_> = row.computed.iter().map(|v| v.to_string()).collect();
        let times = computed.len();
        if times > 1 && computed.windows(2).all(|pair| pair[0] == pair[1]) {
            computed = vec![format!("{times} times {}", computed[0])];
        }
        table += &format!(
            "| {} | [{}]({}.md) | {} | {} | {} |\n",
            row.source,
            row.quantity.replace('[', "\\[").replace(']', "\\]"),
            row.chapter,
            row.digits.unwrap_or("—"),
            computed.join(", ").replace('-', "\u{2212}"),
            row.verdict(),
        );
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use show::{Example, Interactive};

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

    #[test]
    fn a_row_names_an_example_and_as_many_outputs_as_it_has_digits() {
        let row = |example, digits, outputs| {
            let interactive = Interactive {
                package: "lines",
                examples: vec![Example::new(line)],
                figures: Vec::new(),
            };
            let chapter = Chapter {
                source_numbers: vec![SourceNumber::new(
                    example, "000", "z", digits, outputs,
                )],
                ..Chapter::of(interactive)
            };
            let computed = Computed::all(std::slice::from_ref(&chapter));
            rows(Path::new("nowhere"), &[chapter], &computed)
        };
        assert_eq!(row("line", "−3", &["z"]).unwrap()[0].computed, [-3.0]);
        for (rows, message) in [
            (row("curve", "−3", &["z"]), "no example is called curve"),
            (row("line", "−3", &["y"]), "z has no output y"),
            (
                row("line", "−3", &["z", "z"]),
                "z prints 1 numbers and names 2 outputs",
            ),
        ] {
            assert_eq!(rows.unwrap_err()[0].what, message);
        }
    }
}
