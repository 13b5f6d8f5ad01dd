//! How the network learns.

use digits::{Error, Jitter};
use std::fmt;

/// How the network learns. Written out, each set of options has its own line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// How many samples there are to a step, from 1 to [`Options::LARGEST_BATCH`].
    pub batch: usize,
    /// η: how far a step goes, above 0 and at most 1.
    pub rate: f64,
    /// μ: how much of its velocity a step keeps, from 0 and below 1.
    pub momentum: f64,
    /// How far each sample is moved at most, each time in another way.
    pub jitter: Jitter,
    /// Where all random numbers come from: where the weights start, the order of the samples, their motions.
    pub seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            batch: 64,
            rate: 0.02,
            momentum: 0.9,
            jitter: Jitter::NONE,
            seed: 1,
        }
    }
}

impl Options {
    /// The most samples that a batch may have.
    pub const LARGEST_BATCH: usize = 4096;

    /// Refuses an option out of its range.
    ///
    /// ```
    /// use digits::Options;
    /// assert!(Options::default().check().is_ok());
    /// let options = Options { batch: 0, ..Options::default() };
    /// assert_eq!(
    ///     options.check().unwrap_err().to_string(),
    ///     "batch 0: expected a whole number from 1 to 4096"
    /// );
    /// ```
    ///
    /// # Errors
    /// [`Error::Option`] for the first.
    pub fn check(&self) -> Result<(), Error> {
        let Self {
            batch,
            rate,
            momentum,
            jitter,
            ..
        } = *self;
        let refuse = |option, value, expected| {
            Err(Error::Option {
                option,
                value,
                expected,
            })
        };
        if !(1..=Self::LARGEST_BATCH).contains(&batch) {
            return refuse("batch", batch as f64, "a whole number from 1 to 4096");
        }
        if !(rate > 0.0 && rate <= 1.0) {
            return refuse("rate", rate, "a number above 0 and at most 1");
        }
        if !(0.0..1.0).contains(&momentum) {
            return refuse("momentum", momentum, "a number from 0 and below 1");
        }
        jitter.check()
    }
}

impl fmt::Display for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            batch,
            rate,
            momentum,
            jitter,
            seed,
        } = self;
        write!(
            f,
            "batch {batch}, rate {rate}, momentum {momentum}, {jitter}, seed {seed}"
        )
    }
}
