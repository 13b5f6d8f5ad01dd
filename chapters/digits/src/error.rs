//! What the chapter's code refuses.

use crate::dataset::RECORD;
use thiserror::Error;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum Error {
    /// Bytes that are not whole records.
    #[error(
        "{bytes} bytes of digits: expected one record of {RECORD} bytes or more, each of them whole"
    )]
    Records {
        /// How many bytes came.
        bytes: usize,
    },
    /// A label that is no digit.
    #[error("sample {sample} is labelled {label}: expected a label from 0 to 9")]
    Label {
        /// The place of the sample, counted from 0.
        sample: usize,
        /// Its label.
        label: u8,
    },
}
