//! The 10,000 digits are those that the README describes, and nothing else passes for them.

use data::mnist::{Error, FILE, LENGTH, SHA256, records, unpacked};
use data::{BYTES, SIDE};
use flate2::{Compression, GzBuilder, write::GzEncoder};
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::Write;
use std::sync::LazyLock;

const README: &str = include_str!("../README.md");
const RECORD: usize = 1 + SIDE * SIDE;

static RECORDS: LazyLock<Vec<u8>> = LazyLock::new(|| records().unwrap());

fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

#[test]
fn the_readme_names_the_hashes_of_the_file_and_of_what_is_in_it() {
    for hash in [hash(FILE), hash(&RECORDS)] {
        assert!(README.contains(&hash), "README.md does not name {hash}");
    }
    assert_eq!(hash(&RECORDS), SHA256);
}

#[test]
fn there_are_10_000_different_digits_in_the_order_of_their_labels() {
    assert_eq!(RECORDS.len(), LENGTH);
    let different: BTreeSet<&[u8]> =
        RECORDS.chunks(RECORD).map(|record| &record[1..]).collect();
    assert_eq!(different.len(), 10_000);
    let labels: Vec<u8> = RECORDS.chunks(RECORD).map(|record| record[0]).collect();
    assert!(labels.is_sorted());
    let count = |label| labels.iter().filter(|l| **l == label).count();
    let counts: Vec<usize> = (0..10).map(count).collect();
    let expected = [1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978];
    assert_eq!(counts, expected);
}

#[test]
fn the_twenty_are_among_them() {
    let all: BTreeSet<&[u8]> = RECORDS.chunks(RECORD).collect();
    for (i, digit) in BYTES.chunks(RECORD).enumerate() {
        assert!(all.contains(digit), "digit {i} is not among the 10,000");
    }
}

#[test]
fn a_file_that_ends_early_is_refused() {
    for length in [0, 1, 10, 1000, FILE.len() - 1] {
        let error = unpacked(&FILE[..length]).unwrap_err();
        assert!(matches!(error, Error::Gzip(_)), "{length}: {error:?}");
    }
}

#[test]
fn other_digits_are_refused_by_their_hash() {
    let mut others = RECORDS.clone();
    others[LENGTH / 2] ^= 1;
    let error = unpacked(&packed(&others)).unwrap_err();
    let found = hash(&others);
    let expected = format!(
        "mnist.bin.gz: expected 7850000 bytes of SHA-256 {SHA256}, got 7850000 of {found}"
    );
    assert_eq!(error.to_string(), expected);
    let error = unpacked(&packed(BYTES)).unwrap_err();
    assert!(matches!(error, Error::Others { bytes: 15_700, .. }));
}

#[test]
fn what_unpacks_without_end_is_cut_short() {
    let error = unpacked(&packed(&vec![0; 5 * LENGTH])).unwrap_err();
    assert!(matches!(error, Error::Others { bytes, .. } if bytes == LENGTH + 1));
}

#[test]
fn the_same_digits_compressed_in_another_way_are_the_same() {
    assert_eq!(unpacked(&packed(&RECORDS)), Ok(RECORDS.clone()));
    assert_ne!(packed(&RECORDS), FILE);
}

proptest! {
    #[test]
    fn no_other_bytes_pass(bytes in any::<Vec<u8>>(), header in any::<bool>()) {
        let mut file = bytes;
        if header {
            // What begins as a gzip file does comes further.
            let empty = GzBuilder::new().write(Vec::new(), Compression::fast()).finish().unwrap();
            file.splice(0..0, empty[..10].iter().copied());
        }
        prop_assert!(unpacked(&file).is_err());
    }

    #[test]
    fn a_changed_byte_in_the_file_never_changes_a_digit(at in 10..FILE.len(), change in 1..=255_u8) {
        let mut file = FILE.to_vec();
        file[at] ^= change;
        // It may point at other bytes of the same value, and then nothing has changed.
        if let Ok(records) = unpacked(&file) {
            prop_assert!(records == *RECORDS);
        }
    }
}
