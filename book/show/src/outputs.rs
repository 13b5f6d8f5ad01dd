//! The results of worked examples.

/// The named results of a worked example, in the order in which they were computed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outputs(Vec<(String, f64)>);

impl Outputs {
    /// No results yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One more result.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: f64) -> Self {
        self.0.push((name.into(), value));
        self
    }

    /// Several results in a row, `name1`, `name2`, … (counted from 1, as indices in formulas are).
    #[must_use]
    pub fn with_each(
        mut self,
        name: &str,
        values: impl IntoIterator<Item = f64>,
    ) -> Self {
        for (i, value) in values.into_iter().enumerate() {
            self.push_numbered(name, i + 1, value);
        }
        self
    }

    fn push_numbered(&mut self, name: &str, number: usize, value: f64) {
        self.0.push((format!("{name}{number}"), value));
    }

    /// The result of that name.
    pub fn get(&self, name: &str) -> Option<f64> {
        self.iter().find(|(n, _)| *n == name).map(|(_, v)| v)
    }

    /// All results in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().map(|(n, v)| (n.as_str(), *v))
    }
}
