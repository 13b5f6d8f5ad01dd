//! All 10,000 digits, compressed into the program.
//!
//! ```
//! let records = data::mnist::records()?;
//! assert_eq!(records.len(), 10_000 * 785);
//! assert_eq!(records[0], 0); // the label of the first
//! # Ok::<(), data::mnist::Error>(())
//! ```

mod unpacked;

pub use unpacked::unpacked;

use thiserror::Error;

/// The file that `fetch.mjs` writes: records as in [`BYTES`](crate::BYTES), compressed by gzip.
pub static FILE: &[u8] = include_bytes!("../mnist.bin.gz");

/// The length of the records, in bytes.
pub const LENGTH: usize = 10_000 * crate::RECORD;

/// The SHA-256 of the records, unpacked.
pub const SHA256: &str =
    "6776b41865013349922ff99a2edc75d9d5e4eaccf3bb5aa198f35d527f322aaa";

/// Why the digits cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// What should be the compressed digits is no such thing.
    #[error("mnist.bin.gz: expected a whole gzip file: {0}")]
    Gzip(String),
    /// They unpack, and are not the digits that the README describes.
    #[error(
        "mnist.bin.gz: expected {LENGTH} bytes of SHA-256 {SHA256}, got {bytes} of {found}"
    )]
    Others {
        /// How many bytes came. Unpacking ends at one byte too many.
        bytes: usize,
        /// Their SHA-256.
        found: String,
    },
}

/// The records of all 10,000 digits, in the order of their labels.
///
/// # Errors
/// Those of [`unpacked`], for a program whose file was damaged when it was built.
pub fn records() -> Result<Vec<u8>, Error> {
    unpacked(FILE)
}
