//! The reader of IDX files, on small files that the tests write.

use digits::idx::{self, ErrorKind};
use digits::{Error, PIXELS, SIDE};
use flate2::{Compression, write::GzEncoder};
use proptest::collection::vec;
use proptest::prelude::*;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

const IMAGES: &str = "train-images-idx3-ubyte";
const LABELS: &str = "train-labels-idx1-ubyte";

/// An IDX file of these sides, whatever its values.
fn idx(sides: &[u32], values: &[u8]) -> Vec<u8> {
    let mut file = vec![0, 0, 8, sides.len() as u8];
    file.extend(sides.iter().flat_map(|side| side.to_be_bytes()));
    file.extend(values);
    file
}

/// The pixels of `n` images, no two of which are alike.
fn pixels(n: usize) -> Vec<u8> {
    (0..n * PIXELS)
        .map(|i| (i % 251 + i / PIXELS) as u8)
        .collect()
}

fn image_file(n: usize) -> Vec<u8> {
    idx(&[n as u32, SIDE as u32, SIDE as u32], &pixels(n))
}

fn label_file(labels: &[u8]) -> Vec<u8> {
    idx(&[labels.len() as u32], labels)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

/// A folder with three digits to learn from and two to be judged by.
fn whole() -> TempDir {
    let folder = tempdir().unwrap();
    let write =
        |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    write(IMAGES, &image_file(3));
    write(LABELS, &label_file(&[7, 0, 9]));
    write("t10k-images-idx3-ubyte", &image_file(2));
    write("t10k-labels-idx1-ubyte", &label_file(&[1, 2]));
    folder
}

/// The error of a folder that is whole but for the file called `name`.
#[track_caller]
fn kind(name: &str, bytes: &[u8]) -> ErrorKind {
    let folder = whole();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let error = idx::folder(folder.path()).unwrap_err();
    let message = error.to_string();
    assert!(
        message.starts_with(&path.display().to_string()),
        "{message}"
    );
    assert!(message.contains(": expected "), "{message}");
    let Error::File { file, kind } = error else {
        panic!("{error:?}")
    };
    assert_eq!(file, path);
    kind
}

/// Holds what was read of [`whole`] to what was written.
#[track_caller]
fn holds_the_whole(folder: &Path) {
    let split = idx::folder(folder).unwrap();
    let labels = |dataset: &digits::Dataset| -> Vec<u8> {
        dataset.samples().iter().map(|s| s.label).collect()
    };
    assert_eq!(labels(&split.train), [7, 0, 9]);
    assert_eq!(labels(&split.test), [1, 2]);
    for (dataset, n) in [(&split.train, 3), (&split.test, 2)] {
        let read: Vec<u8> = dataset.samples().iter().flat_map(|s| s.pixels).collect();
        assert_eq!(read, pixels(n));
    }
}

#[test]
fn a_folder_of_plain_files_is_read() {
    holds_the_whole(whole().path());
}

#[test]
fn files_may_be_compressed_and_have_a_dot_in_their_names() {
    let rename: [fn(&str) -> String; 4] = [
        |name| format!("{name}.gz"),
        |name| name.replace("-idx", ".idx"),
        |name| name.replace("-idx", ".idx") + ".gz",
        // What a file is, its first bytes say, not its name.
        |name| name.to_string(),
    ];
    for (i, rename) in rename.iter().enumerate() {
        let folder = whole();
        for entry in fs::read_dir(folder.path()).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            let bytes = fs::read(&path).unwrap();
            fs::remove_file(&path).unwrap();
            let bytes = if i == 1 { bytes } else { gzip(&bytes) };
            fs::write(folder.path().join(rename(name)), bytes).unwrap();
        }
        holds_the_whole(folder.path());
    }
}

#[test]
fn a_missing_folder_or_file_is_named() {
    let folder = whole();
    let gone = folder.path().join("gone");
    let error = idx::folder(&gone).unwrap_err();
    let message = "expected a folder with the four IDX files of MNIST";
    assert_eq!(error.to_string(), format!("{}: {message}", gone.display()));
    for name in [
        IMAGES,
        LABELS,
        "t10k-images-idx3-ubyte",
        "t10k-labels-idx1-ubyte",
    ] {
        let folder = whole();
        let path = folder.path().join(name);
        fs::remove_file(&path).unwrap();
        let missing = Error::File {
            file: path,
            kind: ErrorKind::Missing,
        };
        assert_eq!(idx::folder(folder.path()), Err(missing));
    }
}

#[test]
fn a_folder_in_the_place_of_a_file_is_refused() {
    let folder = whole();
    fs::remove_file(folder.path().join(IMAGES)).unwrap();
    fs::create_dir(folder.path().join(IMAGES)).unwrap();
    let error = idx::folder(folder.path()).unwrap_err();
    assert!(
        matches!(
            &error,
            Error::File {
                kind: ErrorKind::Unreadable(_),
                ..
            }
        ),
        "{error:?}"
    );
}

#[test]
fn an_empty_or_truncated_file_is_refused_with_its_length() {
    let short = |part, expected, found| ErrorKind::Short {
        part,
        expected,
        found,
    };
    assert_eq!(kind(IMAGES, b""), short("header", 16, 0));
    assert_eq!(kind(LABELS, b""), short("header", 8, 0));
    let file = image_file(3);
    for length in [1, 3, 4, 15] {
        assert_eq!(kind(IMAGES, &file[..length]), short("header", 16, length));
    }
    for length in [16, 17, 800, 16 + 3 * PIXELS - 1] {
        let found = length - 16;
        assert_eq!(
            kind(IMAGES, &file[..length]),
            short("values", 3 * PIXELS, found)
        );
    }
    assert_eq!(
        kind(LABELS, &label_file(&[7, 0, 9])[..10]),
        short("values", 3, 2)
    );
}

#[test]
fn a_truncated_or_damaged_gzip_file_is_refused() {
    let whole = gzip(&image_file(3));
    for length in [2, 10, 18, whole.len() - 1] {
        let kind = kind(IMAGES, &whole[..length]);
        assert!(
            matches!(kind, ErrorKind::Unreadable(_)),
            "{length}: {kind:?}"
        );
    }
    let mut sum = whole.clone();
    let at = sum.len() - 8;
    sum[at] ^= 1;
    assert!(matches!(kind(IMAGES, &sum), ErrorKind::Unreadable(_)));
    // Something behind the compressed file.
    let more = [&whole[..], b"more"].concat();
    assert!(matches!(kind(IMAGES, &more), ErrorKind::Unreadable(_)));
}

#[test]
fn a_wrong_magic_number_is_refused_with_both() {
    let labels_for_images = kind(IMAGES, &label_file(&[7, 0, 9]));
    assert_eq!(
        labels_for_images.to_string(),
        "expected the magic number 0x00000803, got 0x00000801"
    );
    let images_for_labels = kind(LABELS, &image_file(3));
    assert_eq!(
        images_for_labels,
        ErrorKind::Magic {
            expected: 0x0801,
            found: 0x0803
        }
    );
    // All bytes alike, values of another type, and text.
    for bytes in [[0; 2400], [255; 2400]] {
        assert!(matches!(kind(IMAGES, &bytes), ErrorKind::Magic { .. }));
    }
    let mut floats = image_file(3);
    floats[2] = 0x0d;
    assert!(matches!(
        kind(IMAGES, &floats),
        ErrorKind::Magic { found: 0x0d03, .. }
    ));
    assert!(matches!(
        kind(LABELS, b"7, 0, 9\n"),
        ErrorKind::Magic { .. }
    ));
}

#[test]
fn images_of_another_size_are_refused() {
    for (rows, columns) in [(27, 28), (28, 27), (32, 32), (0, 28), (28, 0)] {
        let values = vec![0; 3 * rows * columns];
        let file = idx(&[3, rows as u32, columns as u32], &values);
        assert_eq!(kind(IMAGES, &file), ErrorKind::Size { rows, columns });
    }
    // 28×28 written as a single row of the same length.
    let row = idx(&[3, 1, 784], &pixels(3));
    let message = "expected images of 28×28 pixels, got 1×784";
    assert_eq!(kind(IMAGES, &row).to_string(), message);
}

#[test]
fn a_header_that_promises_nothing_or_too_much_is_refused_at_once() {
    let side = SIDE as u32;
    for found in [0, ErrorKind::MOST + 1, u32::MAX as usize] {
        let message = format!("expected from 1 to 300000 samples, got {found}");
        let images = idx(&[found as u32, side, side], &pixels(1));
        assert_eq!(kind(IMAGES, &images).to_string(), message);
        let labels = idx(&[found as u32], &[1, 2]);
        assert_eq!(kind(LABELS, &labels).to_string(), message);
    }
    let absurd = idx(&[u32::MAX; 3], &[]);
    assert!(matches!(kind(IMAGES, &absurd), ErrorKind::Size { .. }));
    // As many as there may be, and none of them there: no memory is asked for.
    let most = idx(&[ErrorKind::MOST as u32, side, side], &[]);
    assert!(matches!(
        kind(IMAGES, &most),
        ErrorKind::Short { found: 0, .. }
    ));
}

#[test]
fn a_header_that_promises_other_counts_is_refused() {
    let side = SIDE as u32;
    let more = idx(&[4, side, side], &pixels(3));
    assert!(matches!(kind(IMAGES, &more), ErrorKind::Short { .. }));
    let fewer = idx(&[2, side, side], &pixels(3));
    let expected = 2 * PIXELS;
    assert_eq!(kind(IMAGES, &fewer), ErrorKind::Long { expected });
}

#[test]
fn bytes_behind_the_last_value_are_refused() {
    let mut file = image_file(3);
    file.push(0);
    let expected = 3 * PIXELS;
    assert_eq!(kind(IMAGES, &file), ErrorKind::Long { expected });
    assert_eq!(kind(IMAGES, &gzip(&file)), ErrorKind::Long { expected });
    let labels = [label_file(&[7, 0, 9]), vec![1]].concat();
    assert_eq!(kind(LABELS, &labels), ErrorKind::Long { expected: 3 });
}

#[test]
fn what_is_compressed_without_end_is_read_no_further_than_promised() {
    let mut file = image_file(1);
    file.extend(vec![0; 1 << 24]);
    assert_eq!(
        kind(IMAGES, &gzip(&file)),
        ErrorKind::Long { expected: PIXELS }
    );
}

#[test]
fn values_that_are_all_the_same_are_refused() {
    let side = SIDE as u32;
    for value in [0, 255] {
        let blank = idx(&[3, side, side], &[value; 3 * PIXELS]);
        assert_eq!(kind(IMAGES, &blank), ErrorKind::AllEqual(value));
    }
    assert_eq!(
        kind(LABELS, &label_file(&[5, 5, 5])),
        ErrorKind::AllEqual(5)
    );
}

#[test]
fn a_label_that_is_no_digit_is_refused_with_its_place() {
    let wrong = ErrorKind::Label {
        sample: 1,
        label: 10,
    };
    assert_eq!(kind(LABELS, &label_file(&[7, 10, 9])), wrong);
}

#[test]
fn images_and_labels_that_are_not_as_many_are_refused() {
    let counts = |images, labels| ErrorKind::Counts { images, labels };
    assert_eq!(kind(LABELS, &label_file(&[7, 0])), counts(3, 2));
    assert_eq!(kind(LABELS, &label_file(&[7, 0, 9, 1])), counts(3, 4));
}

/// Bytes that come far: mostly a header, with something behind it.
fn nearly() -> impl Strategy<Value = Vec<u8>> {
    let side = prop_oneof![Just(28), Just(0), Just(1), any::<u32>()];
    let file = (vec(side, 0..4), vec(any::<u8>(), 0..2000));
    let file = file.prop_map(|(sides, values)| idx(&sides, &values));
    prop_oneof![
        vec(any::<u8>(), 0..2000),
        file.clone(),
        file.prop_map(|file| gzip(&file)),
    ]
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused_in_words(bytes in nearly()) {
        match idx::images(&bytes[..]) {
            Ok(images) => prop_assert!(!images.is_empty()),
            Err(kind) => prop_assert!(kind.to_string().starts_with("expected ")),
        }
        match idx::labels(&bytes[..]) {
            Ok(labels) => prop_assert!(labels.iter().all(|label| *label < 10)),
            Err(kind) => prop_assert!(kind.to_string().starts_with("expected ")),
        }
    }

    #[test]
    fn a_changed_byte_of_a_compressed_file_is_read_or_refused(at in any::<usize>(), to in any::<u8>()) {
        let mut file = gzip(&image_file(2));
        let at = at % file.len();
        file[at] = to;
        if let Ok(images) = idx::images(&file[..]) {
            prop_assert_eq!(images.as_flattened(), &pixels(2)[..]);
        }
    }

    #[test]
    fn what_was_written_is_read(labels in vec(0..10_u8, 2..40), zipped in any::<bool>()) {
        prop_assume!(labels.iter().any(|label| *label != labels[0]));
        let file = label_file(&labels);
        let file = if zipped { gzip(&file) } else { file };
        prop_assert_eq!(idx::labels(&file[..]), Ok(labels));
    }
}
