//! What `cargo book bench` has measured, for the figures to draw.
use serde::Deserialize;
use std::collections::BTreeMap;

/// The results, as the command writes them.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Measured {
    /// The processor, and how many cores the run had.
    pub machine: String,
    /// Each bench by its name.
    pub benches: BTreeMap<String, Bench>,
}

/// One bench.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Bench {
    /// Nanoseconds for one go: the median.
    pub ns: f64,
    /// Operations in one go, or bytes.
    #[serde(default)]
    pub elements: f64,
}

impl Measured {
    /// Those of the file beside the chapter.
    ///
    /// # Errors
    /// A file that is no such results.
    pub fn kept() -> show::Result<Self> {
        let file = include_bytes!("../results/bench.json");
        Ok(serde_json::from_slice(file)?)
    }

    /// The bench called `name`.
    ///
    /// # Errors
    /// A name that was not measured.
    pub fn bench(&self, name: &str) -> show::Result<Bench> {
        let bench = self.benches.get(name).copied();
        Ok(bench.ok_or_else(|| format!("{name} was not measured"))?)
    }

    /// How many thousand million operations, or bytes, a second.
    ///
    /// # Errors
    /// As [`bench`](Self::bench).
    pub fn giga(&self, name: &str) -> show::Result<f64> {
        let Bench { ns, elements } = self.bench(name)?;
        Ok(elements / ns)
    }
}
