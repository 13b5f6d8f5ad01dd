//! Measured results: `chapters/<package>/results/bench.json`.
//!
//! What depends on the machine cannot be computed when the book is built. It is measured by
//! `cargo book bench`, which alone writes these files, and stands in the text with its date and
//! machine.

use crate::problem::{Problem, Source};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What the text may quote of a bench: its time in nanoseconds, microseconds and milliseconds, how many
/// elements it goes through, and how many million and thousand million of them a second.
pub const KINDS: [&str; 6] = ["ns", "us", "ms", "elements", "melems", "gelems"];

/// The results of one chapter's benches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Results {
    /// The command that wrote the file.
    pub command: String,
    /// The day, as year-month-day.
    pub date: String,
    /// The processor and how many cores the run had.
    pub machine: String,
    /// The compiler.
    pub rustc: String,
    /// The chapter's package, which is also criterion's group.
    pub package: String,
    /// Each bench by its name in the group.
    pub benches: BTreeMap<String, Bench>,
}

/// One measured function.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bench {
    /// The median of the time of one iteration, in nanoseconds.
    pub ns: f64,
    /// How many elements one iteration goes through, where the bench says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elements: Option<u64>,
}

impl Results {
    /// Where the results of `package` are kept, relative to the book's root.
    pub fn file(package: &str) -> PathBuf {
        Path::new("chapters")
            .join(package)
            .join("results/bench.json")
    }

    /// Reads the results of `package`, if it has any; with them comes the file, to point into.
    ///
    /// # Errors
    /// A file that cannot be read or is not of this form, and where.
    pub fn read(root: &Path, package: &str) -> Result<Option<(Self, Source)>, Problem> {
        let file = Self::file(package);
        let text = match fs::read_to_string(root.join(&file)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(None);
            }
            Err(error) => {
                return Err(Source::new(file, "").problem(0, error.to_string()));
            }
            Ok(text) => text,
        };
        let source = Source::new(file, text);
        match serde_json::from_str(&source.text) {
            Ok(results) => Ok(Some((results, source))),
            Err(error) => {
                let before = source
                    .text
                    .split_inclusive('\n')
                    .take(error.line().saturating_sub(1));
                let line = before.map(str::len).sum();
                Err(source
                    .problem(line, format!("results that cannot be read: {error}")))
            }
        }
    }

    /// Each bench by its name in the file, `relu`, and in the text, `bench.activations.relu`.
    pub fn names(&self) -> impl Iterator<Item = (&str, String)> {
        let names = self.benches.keys();
        names.map(|name| (name.as_str(), format!("bench.{}.{name}", self.package)))
    }

    /// The values that the text may name: `bench.activations.relu.ns` and the other [`KINDS`].
    pub fn values(&self) -> Vec<(String, f64)> {
        let mut values = Vec::new();
        for (name, bench) in &self.benches {
            let name = format!("bench.{}.{name}", self.package);
            values.push((format!("{name}.ns"), bench.ns));
            values.push((format!("{name}.us"), bench.ns / 1e3));
            values.push((format!("{name}.ms"), bench.ns / 1e6));
            if let Some(elements) = bench.elements {
                values.push((format!("{name}.elements"), elements as f64));
                values
                    .push((format!("{name}.melems"), elements as f64 / bench.ns * 1e3));
                values.push((format!("{name}.gelems"), elements as f64 / bench.ns));
            }
        }
        values
    }

    /// When and where, in a few words.
    pub fn provenance(&self) -> String {
        format!("{}, {}, {}", self.date, self.machine, self.rustc)
    }
}
