//! All 10,000 digits, compressed into the program.
//!
//! ```
//! let records = data::mnist::records()?;
//! assert_eq!(records.len(), 10_000 * 785);
//! assert_eq!(records[0], 0); // the label of the first
//! # Ok::<(), data::mnist::Error>(())
//! ```

use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};
use std::io::Read;
use thiserror::Error;

/// The file that `fetch.mjs` writes: records as in [`BYTES`](crate::BYTES), compressed by gzip.
pub static FILE: &[u8] = include_bytes!("../mnist.bin.gz");

/// The length of the records, in bytes.
pub const LENGTH: usize = 10_000 * crate::RECORD;

/// The SHA-256 of the records, unpacked.
pub const SHA256: &str = "6776b41865013349922ff99a2edc75d9d5e4eaccf3bb5aa198f35d527f322aaa";

/// Why the digits cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// What should be the compressed digits is no such thing.
    #[error("mnist.bin.gz: expected a whole gzip file: {0}")]
    Gzip(String),
    /// They unpack, and are not the digits that the README describes.
    #[error("mnist.bin.gz: expected {LENGTH} bytes of SHA-256 {SHA256}, got {bytes} of {found}")]
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

// ANCHOR: unpacked
/// The records in `file`, which has to be [`FILE`] or the same digits compressed in another way.
///
/// # Errors
/// [`Error::Gzip`] for what does not unpack, [`Error::Others`] for what unpacks to anything else.
pub fn unpacked(file: &[u8]) -> Result<Vec<u8>, Error> {
    let mut records = Vec::new();
    GzDecoder::new(file)
        .take(LENGTH as u64 + 1)
        .read_to_end(&mut records)
        .map_err(|error| Error::Gzip(error.to_string()))?;
    let found: String = Sha256::digest(&records)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    match found == SHA256 {
        true => Ok(records),
        false => Err(Error::Others {
            bytes: records.len(),
            found,
        }),
    }
}
// ANCHOR_END: unpacked
