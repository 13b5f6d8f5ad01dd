//! The files that MNIST and Fashion-MNIST come in.
//!
//! An IDX file begins with four bytes: two zeros, 8 for values of one unsigned byte each, and how many
//! sides it has. Then comes the length of each side, as four bytes with the largest first, and then
//! the values, the last side fastest.

mod parts;

use digits::{Dataset, Error, LABELS, PIXELS, SIDE, Sample, Split};
use flate2::read::MultiGzDecoder;
use parts::{sides, values};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use thiserror::Error as ThisError;

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum Fault {
    /// There is no such folder.
    #[error("expected a folder with the four IDX files of MNIST")]
    NoFolder,
    /// There is no such file.
    #[error(
        "expected a file of this name, or with `.idx` for `-idx`, or with `.gz` at its end"
    )]
    Missing,
    /// It cannot be read, or is a gzip file that does not unpack.
    #[error("expected a file that can be read to its end: {0}")]
    Unreadable(String),
    /// It ends too early.
    #[error("expected {expected} bytes of {part}, got {found}")]
    Short {
        /// What ends too early: the header or the values.
        part: &'static str,
        /// How many bytes there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The first four bytes are others.
    #[error("expected the magic number {expected:#010x}, got {found:#010x}")]
    Magic {
        /// The four bytes as one number.
        expected: u32,
        /// Those that are there.
        found: u32,
    },
    /// The images are of another size.
    #[error("expected images of {SIDE}×{SIDE} pixels, got {rows}×{columns}")]
    Size {
        /// The rows of an image.
        rows: usize,
        /// Its columns.
        columns: usize,
    },
    /// The header promises nothing, or more than any dataset of digits has.
    #[error("expected from 1 to {} samples, got {found}", Fault::MOST)]
    Samples {
        /// What the header promises.
        found: usize,
    },
    /// It goes on after the last value.
    #[error(
        "expected the end of the file after {expected} bytes of values, and it goes on"
    )]
    Long {
        /// How many bytes of values there should be.
        expected: usize,
    },
    /// A label that is no digit.
    #[error("expected labels from 0 to 9, got {label} for sample {sample}")]
    Label {
        /// The place of the sample, counted from 0.
        sample: usize,
        /// Its label.
        label: u8,
    },
    /// All values are the same: there is nothing to tell apart.
    #[error("expected values that differ, and every one is {0}")]
    AllEqual(u8),
    /// Images and labels are not as many.
    #[error("expected {images} labels, one for each image, got {labels}")]
    Counts {
        /// How many images there are.
        images: usize,
        /// How many labels.
        labels: usize,
    },
}

impl Fault {
    /// The most samples that a file may have. MNIST has 60,000.
    pub const MOST: usize = 300_000;
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

/// The two datasets of `folder`, as MNIST and Fashion-MNIST divide them: `train-images-idx3-ubyte`,
/// `train-labels-idx1-ubyte`, and the same with `t10k` for what to be judged by. Each file may be
/// compressed by gzip, and its name may have `.idx` for `-idx` and `.gz` at its end.
///
/// # Errors
/// [`Error::File`] for the first file with a [`Fault`].
pub fn folder(folder: &Path) -> Result<Split, Error> {
    if !folder.is_dir() {
        return Err(in_file(folder)(Fault::NoFolder));
    }
    Ok(Split {
        train: dataset(folder, "train")?,
        test: dataset(folder, "t10k")?,
    })
}

fn dataset(folder: &Path, part: &str) -> Result<Dataset, Error> {
    let (path, file) = opened(folder, &format!("{part}-images-idx3-ubyte"))?;
    let images = images(file).map_err(in_file(&path))?;
    let (path, file) = opened(folder, &format!("{part}-labels-idx1-ubyte"))?;
    let labels = labels(file).map_err(in_file(&path))?;
    let counts = Fault::Counts {
        images: images.len(),
        labels: labels.len(),
    };
    if images.len() != labels.len() {
        return Err(in_file(&path)(counts));
    }
    let samples = labels.into_iter().zip(images);
    Dataset::new(
        samples
            .map(|(label, pixels)| Sample { label, pixels })
            .collect(),
    )
}

/// The file of that name in `folder`, or of one of its other names.
fn opened(folder: &Path, name: &str) -> Result<(PathBuf, File), Error> {
    let dotted = name.replace("-idx", ".idx");
    let names = [name, &dotted].map(|name| [name.to_string(), format!("{name}.gz")]);
    let path = names
        .as_flattened()
        .iter()
        .map(|name| folder.join(name))
        .find(|path| path.exists())
        .ok_or_else(|| in_file(&folder.join(name))(Fault::Missing))?;
    let file = File::open(&path).map_err(|error| in_file(&path)(error.into()))?;
    Ok((path, file))
}

/// The error that a fault of the file at `path` is.
fn in_file(path: &Path) -> impl Fn(Fault) -> Error {
    move |fault| Error::File {
        file: path.to_path_buf(),
        fault,
    }
}

/// The images in `file`, an IDX file of three sides, plain or compressed by gzip.
///
/// # Errors
/// A [`Fault`], unless it holds images of 28×28 pixels, from the first byte to the last.
pub fn images(file: impl Read) -> Result<Vec<[u8; PIXELS]>, Fault> {
    let mut file = unpacked(file)?;
    let [samples, rows, columns] = sides(&mut file)?;
    if [rows, columns] != [SIDE; 2] {
        return Err(Fault::Size { rows, columns });
    }
    let values = values(&mut file, samples, PIXELS)?;
    let (images, _) = values.as_chunks::<PIXELS>();
    Ok(images.to_vec())
}

/// The labels in `file`, an IDX file of one side, plain or compressed by gzip.
///
/// # Errors
/// A [`Fault`], unless it holds labels from 0 to 9, from the first byte to the last.
pub fn labels(file: impl Read) -> Result<Vec<u8>, Fault> {
    let mut file = unpacked(file)?;
    let [samples] = sides(&mut file)?;
    let labels = values(&mut file, samples, 1)?;
    let wrong = |label: &u8| usize::from(*label) >= LABELS;
    match labels.iter().position(wrong) {
        Some(sample) => Err(Fault::Label {
            sample,
            label: labels[sample],
        }),
        None => Ok(labels),
    }
}

/// What is in `file`, unpacked if it begins as a gzip file does.
fn unpacked<'a>(file: impl Read + 'a) -> Result<Box<dyn Read + 'a>, Fault> {
    let mut file = BufReader::new(file);
    Ok(match file.fill_buf()?.starts_with(&[0x1f, 0x8b]) {
        true => Box::new(MultiGzDecoder::new(file)),
        false => Box::new(file),
    })
}
