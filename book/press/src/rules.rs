//! Which numerals may stand plain, and why: `book/census.toml`.

use crate::problem::Source;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The file, relative to the book's root.
pub const FILE: &str = "book/census.toml";

/// The reasons a plain numeral may have, and the texts that need no mark.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Every reason of a `<!--lit: reason-->`, with what it means.
    #[serde(default)]
    pub reasons: BTreeMap<String, String>,
    /// Texts with numerals that need no mark wherever they stand.
    #[serde(default)]
    pub allow: Vec<Allow>,
    /// The file as it stands, to point into.
    #[serde(skip)]
    pub source: Option<Source>,
}

/// A text whose numerals need no mark.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allow {
    /// The text, numerals and all: `Apache-2.0`.
    pub text: String,
    /// Why: one of the reasons.
    pub reason: String,
}

/// The only reason with which a plain numeral may have decimals: it is quoted from a source.
pub const QUOTED: &str = "source";

impl Rules {
    /// Reads the rules of the book at `root`. A book without the file allows nothing.
    ///
    /// # Errors
    /// A file that cannot be read or is not of the form above.
    pub fn read(root: &Path) -> anyhow::Result<Self> {
        let text = match fs::read_to_string(root.join(FILE)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Self::default());
            }
            read => read?,
        };
        let mut rules: Self = toml::from_str(&text)
            .map_err(|error| anyhow::anyhow!("{FILE}: {error}"))?;
        rules.source = Some(Source::new(FILE, text));
        Ok(rules)
    }

    /// What is wrong with a reason that is not on the list.
    pub fn unknown(&self, reason: &str) -> String {
        let known: Vec<_> = self.reasons.keys().map(String::as_str).collect();
        format!(
            "no such reason: {reason:?}; {FILE} has {}",
            known.join(", ")
        )
    }
}
