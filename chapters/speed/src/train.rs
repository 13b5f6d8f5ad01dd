//! The loop in which the network learns: that of the chapter Digits, in `f32`.

use crate::geometry::{CLASSES, LARGEST_BATCH};
use crate::network::{Batch, Network, Parameters, Rates};
use crate::{Error, Isa, loss};
use digits::study::Score;
use digits::train::{Epoch, Progress};
use digits::{Dataset, Jitter, Options, PIXELS, permutation};

/// Digits as the network reads them, converted once.
#[derive(Debug, Clone, PartialEq)]
pub struct F32Dataset {
    /// 28×28 numbers for each digit, from 0 for paper to 1 for ink.
    images: Vec<f32>,
    labels: Vec<u8>,
}

impl F32Dataset {
    /// These `digits`.
    pub fn new(digits: &Dataset) -> Self {
        let samples = digits.samples();
        // ink = byte / 255, rounded to the nearest `f32`
        let ink = |byte: &u8| f32::from(*byte) / 255.0;
        Self {
            images: samples.iter().flat_map(|s| &s.pixels).map(ink).collect(),
            labels: samples.iter().map(|sample| sample.label).collect(),
        }
    }

    /// How many they are.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }
}

/// A network that is learning.
#[derive(Debug)]
pub struct Training {
    options: Options,
    network: Network,
    history: Vec<Epoch>,
    /// The next batch.
    images: Vec<f32>,
    labels: Vec<u8>,
}

impl Training {
    /// The network of [`digits::Network::start`], each weight rounded to the nearest `f32`.
    ///
    /// # Errors
    /// As [`from`](Self::from).
    pub fn start(options: Options, isa: Isa, threads: usize) -> Result<Self, Error> {
        let start = digits::Network::start(options.seed)?;
        Self::from(Parameters::from_network(&start)?, options, isa, threads)
    }

    /// The network with these `parameters`.
    ///
    /// # Errors
    /// [`Error::Digits`] for an option out of its range, [`Error::Moved`] for one that moves digits,
    /// and as [`Network::new`].
    pub fn from(
        parameters: Parameters,
        options: Options,
        isa: Isa,
        threads: usize,
    ) -> Result<Self, Error> {
        // The chapter Digits checks the ranges of options.
        options.check()?;
        if options.jitter != Jitter::NONE {
            return Err(Error::Moved);
        }
        Ok(Self {
            options,
            network: Network::new(parameters, isa, threads, options.batch)?,
            history: Vec::new(),
            images: Vec::with_capacity(options.batch * PIXELS),
            labels: Vec::with_capacity(options.batch),
        })
    }

    /// The network as it is now.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The statistics of each epoch that is done.
    pub fn history(&self) -> &[Epoch] {
        &self.history
    }

    // ANCHOR: epoch
    /// An epoch: every digit once, in the order of [`digits::permutation`]; `progress` is
    /// called after each batch.
    ///
    /// # Errors
    /// [`Error::Digits`] where there is no digit, or where a loss or a weight is no longer
    /// a finite number.
    pub fn epoch(
        &mut self,
        digits: &F32Dataset,
        mut progress: impl FnMut(Progress),
    ) -> Result<Epoch, Error> {
        // FOLD
        let Options { seed, batch, .. } = self.options;
        let (epoch, of) = (self.history.len(), digits.len());
        let rates = Rates {
            rate: self.options.rate as f32,
            momentum: self.options.momentum as f32,
        };
        // FOLD_END
        let (mut loss, mut correct, mut samples) = (0.0, 0, 0);
        let mut so_far = Err(digits::Error::NoSamples.into());
        for places in permutation(seed, epoch, of).chunks(batch) {
            self.images.clear();
            self.labels.clear();
            for &place in places {
                let image = &digits.images[place * PIXELS..][..PIXELS];
                self.images.extend_from_slice(image);
                self.labels.push(digits.labels[place]);
            }
            let (images, labels) = (&self.images[..], &self.labels[..]);
            let statistics = self.network.step(Batch { images, labels }, rates)?;
            if !statistics.loss.is_finite() {
                return Err(digits::Error::Diverged { epoch }.into());
            }
            loss += f64::from(statistics.loss);
            correct += statistics.correct;
            samples += places.len();
            let now = Epoch {
                loss: loss / samples as f64,
                accuracy: correct as f64 / samples as f64,
            };
            // FOLD
            progress(Progress {
                epoch,
                samples,
                of,
                so_far: now,
            });
            // FOLD_END
            so_far = Ok(now);
        }
        // A ReLU makes 0 of NaN, which then does not reach the loss.
        if !self.network.parameters().are_finite() {
            return Err(digits::Error::Diverged { epoch }.into());
        }
        self.history.extend(so_far.iter());
        so_far
    }
    // ANCHOR_END: epoch

    /// The loss on `digits`, and how many of them are read rightly.
    ///
    /// # Errors
    /// As [`Network::logits`].
    pub fn evaluate(&mut self, digits: &F32Dataset) -> Result<Score, Error> {
        let (mut loss, mut right) = (0.0, 0);
        let room = self.network.room().min(LARGEST_BATCH);
        let mut logits = vec![0.0; CLASSES * room];
        let images = digits.images.chunks(room * PIXELS);
        for (images, labels) in images.zip(digits.labels.chunks(room)) {
            let logits = &mut logits[..CLASSES * labels.len()];
            self.network.logits(images, logits)?;
            for (z, label) in logits.as_chunks().0.iter().zip(labels) {
                let sample = loss::cross_entropy(*z, *label)?;
                loss += f64::from(sample.loss);
                right += usize::from(sample.correct);
            }
        }
        Ok(Score {
            loss: loss / digits.len() as f64,
            right,
            of: digits.len(),
        })
    }
}
