//! Unpacking, and holding what comes out to its hash.

use data::mnist::{Error, LENGTH, SHA256};
use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};
use std::io::Read;

// ANCHOR: unpacked
/// The records in `file`, which has to be [`FILE`](data::mnist::FILE) or the same
/// digits compressed in another way.
///
/// # Errors
/// [`Error::Gzip`] for what does not unpack, [`Error::Others`] for what unpacks to
/// anything else.
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
