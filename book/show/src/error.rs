//! Why there is no answer.

use std::fmt;

/// What worked examples, figures and transcripts return.
pub type Result<T> = std::result::Result<T, Error>;

/// Why an example or a figure has no answer for some inputs: a sentence for the reader. Whatever can
/// say what is wrong becomes one by `?`.
///
/// ```
/// fn half(n: &str) -> show::Result<i32> {
///     let n: i32 = n.parse()?;
///     if n % 2 == 0 { Ok(n / 2) } else { Err(format!("{n} is odd").into()) }
/// }
/// assert_eq!(half("7").unwrap_err().as_str(), "7 is odd");
/// assert_eq!(half("x").unwrap_err().as_str(), "invalid digit found in string");
/// ```
///
/// It keeps the sentence alone. An error in a box would keep all that errors can do, and the page's
/// program with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(String);

impl<E: fmt::Display> From<E> for Error {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

impl From<Error> for String {
    fn from(error: Error) -> Self {
        error.0
    }
}

impl Error {
    /// The sentence.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An input that was set to what no reader can set it to.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("`{name}` is {value}: expected a number from {min} to {max}")]
pub struct OutOfRange {
    /// The input's name.
    pub name: &'static str,
    /// What it was set to.
    pub value: f64,
    /// The smallest value that it can be set to.
    pub min: f64,
    /// The largest.
    pub max: f64,
}
