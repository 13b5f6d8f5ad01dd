//! The files that MNIST and Fashion-MNIST come in.
//!
//! An IDX file begins with four bytes: two zeros, 8 for values of one unsigned byte each, and how many
//! sides it has. Then comes the length of each side, as four bytes with the largest first, and then
//! the values, the last side fastest.

mod error_kind;
mod layout;

use digits::{Dataset, Error, LABELS, PIXELS, SIDE, Sample, Split};
pub use error_kind::ErrorKind;
use flate2::read::MultiGzDecoder;
use layout::{sides, values};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// The two datasets of `folder`, as MNIST and Fashion-MNIST divide them: `train-images-idx3-ubyte`,
/// `train-labels-idx1-ubyte`, and the same with `t10k` for what to be judged by. Each file may be
/// compressed by gzip, and its name may have `.idx` for `-idx` and `.gz` at its end.
///
/// # Errors
/// [`Error::File`] for the first file that is not what it should be.
pub fn folder(folder: &Path) -> Result<Split, Error> {
    if !folder.is_dir() {
        return Err(in_file(folder)(ErrorKind::NoFolder));
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
    let counts = ErrorKind::Counts {
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
        .ok_or_else(|| in_file(&folder.join(name))(ErrorKind::Missing))?;
    let file = File::open(&path).map_err(|error| in_file(&path)(error.into()))?;
    Ok((path, file))
}

/// The error of the file at `path`.
fn in_file(path: &Path) -> impl Fn(ErrorKind) -> Error {
    move |kind| Error::File {
        file: path.to_path_buf(),
        kind,
    }
}

/// The images in `file`, an IDX file of three sides, plain or compressed by gzip.
///
/// # Errors
/// An [`ErrorKind`], unless it holds images of 28×28 pixels, from the first byte to the last.
pub fn images(file: impl Read) -> Result<Vec<[u8; PIXELS]>, ErrorKind> {
    let mut file = unpacked(file)?;
    let [samples, rows, columns] = sides(&mut file)?;
    if [rows, columns] != [SIDE; 2] {
        return Err(ErrorKind::Size { rows, columns });
    }
    let values = values(&mut file, samples, PIXELS)?;
    let (images, _) = values.as_chunks::<PIXELS>();
    Ok(images.to_vec())
}

/// The labels in `file`, an IDX file of one side, plain or compressed by gzip.
///
/// # Errors
/// An [`ErrorKind`], unless it holds labels from 0 to 9, from the first byte to the last.
pub fn labels(file: impl Read) -> Result<Vec<u8>, ErrorKind> {
    let mut file = unpacked(file)?;
    let [samples] = sides(&mut file)?;
    let labels = values(&mut file, samples, 1)?;
    let wrong = |label: &u8| usize::from(*label) >= LABELS;
    match labels.iter().position(wrong) {
        Some(sample) => Err(ErrorKind::Label {
            sample,
            label: labels[sample],
        }),
        None => Ok(labels),
    }
}

/// What is in `file`, unpacked if it begins as a gzip file does.
fn unpacked<'a>(file: impl Read + 'a) -> Result<Box<dyn Read + 'a>, ErrorKind> {
    let mut file = BufReader::new(file);
    Ok(match file.fill_buf()?.starts_with(&[0x1f, 0x8b]) {
        true => Box::new(MultiGzDecoder::new(file)),
        false => Box::new(file),
    })
}
