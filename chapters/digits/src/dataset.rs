//! Handwritten digits, as bytes.

use digits::Error;
use ndarray::Array3;

/// Pixels along one side of an image.
pub const SIDE: usize = data::SIDE;

/// Pixels of one image.
pub const PIXELS: usize = SIDE * SIDE;

/// How many labels there are: 0 to 9.
pub const LABELS: usize = 10;

/// Bytes of one sample in a file: its label, then its pixels.
pub(crate) const RECORD: usize = 1 + PIXELS;

// ANCHOR: sample
/// One handwritten digit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// What it was meant to be, 0 to 9.
    pub label: u8,
    /// How much ink lies on each pixel, row by row from the top left: 0 for paper, 255
    /// for full ink.
    pub pixels: [u8; PIXELS],
}

impl Sample {
    /// What a network reads: the ink as numbers from 0 to 1, shape 1×28×28.
    pub fn image(&self) -> Array3<f64> {
        Array3::from_shape_fn((1, SIDE, SIDE), |(_, row, column)| {
            // ink = byte / 255
            f64::from(self.pixels[row * SIDE + column]) / 255.0
        })
    }
}
// ANCHOR_END: sample

/// Handwritten digits, each of 28×28 pixels, with their labels.
///
/// ```
/// let twenty = digits::Dataset::from_records(data::BYTES)?;
/// assert_eq!(twenty.len(), 20);
/// assert_eq!(twenty.samples()[10].label, 5);
/// assert_eq!(twenty.counts(), [2; 10]);
/// # Ok::<(), digits::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dataset {
    samples: Vec<Sample>,
}

impl Dataset {
    /// The digits in `bytes`, in the format of [`data::BYTES`]: for each a byte for its label, then a
    /// byte for each pixel.
    ///
    /// # Errors
    /// [`Error::Records`] unless there is at least one record and all are whole, and
    /// [`Error::Label`] for a label above 9.
    pub fn from_records(bytes: &[u8]) -> Result<Self, Error> {
        let (records, rest) = bytes.as_chunks::<RECORD>();
        if records.is_empty() || !rest.is_empty() {
            return Err(Error::Records { bytes: bytes.len() });
        }
        let samples = records.iter().map(|[label, pixels @ ..]| Sample {
            label: *label,
            pixels: *pixels,
        });
        Self::new(samples.collect())
    }

    /// The 10,000 digits that the program carries, in the order of their labels.
    ///
    /// ```
    /// let digits = digits::Dataset::embedded()?;
    /// assert_eq!(digits.len(), 10_000);
    /// assert_eq!(digits.sha256(), data::mnist::SHA256);
    /// # Ok::<(), digits::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Mnist`] for digits that were damaged on their way into the program.
    #[cfg(feature = "train")]
    pub fn embedded() -> Result<Self, Error> {
        Self::from_records(&data::mnist::records()?)
    }

    /// The SHA-256 of the digits, written as [records](Self::from_records).
    #[cfg(feature = "train")]
    pub fn sha256(&self) -> String {
        use sha2::{Digest, Sha256};
        let mut hash = Sha256::new();
        for sample in &self.samples {
            hash.update([sample.label]);
            hash.update(sample.pixels);
        }
        let digest = hash.finalize();
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// These samples, in this order.
    ///
    /// # Errors
    /// [`Error::Label`] for a label above 9.
    pub fn new(samples: Vec<Sample>) -> Result<Self, Error> {
        let wrong = samples
            .iter()
            .position(|sample| usize::from(sample.label) >= LABELS);
        match wrong {
            Some(at) => Err(Error::Label {
                sample: at,
                label: samples[at].label,
            }),
            None => Ok(Self { samples }),
        }
    }

    /// The samples in order.
    pub fn samples(&self) -> &[Sample] {
        &self.samples
    }

    /// How many samples there are.
    pub fn len(&self) -> usize {
        self.samples.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.samples.is_empty()
    }

    /// How many samples each label has.
    pub fn counts(&self) -> [usize; LABELS] {
        let mut counts = [0; LABELS];
        for sample in &self.samples {
            counts[usize::from(sample.label)] += 1;
        }
        counts
    }
}
