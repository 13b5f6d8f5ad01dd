//! The loop in which the network learns: that of the chapter Digits, in `f32`.

use crate::network::{Batch, LARGEST_BATCH, Network, Parameters, Rates};
use crate::{Error, Isa, judge};
use digits::study::Score;
use digits::train::{Epoch, Progress};
use digits::{Dataset, Jitter, Options, PIXELS, permutation};

/// Digits as the network reads them, made ready once.
#[derive(Debug, Clone, PartialEq)]
pub struct Ready {
    /// 28×28 numbers for each digit, from 0 for paper to 1 for ink.
    images: Vec<f32>,
    labels: Vec<u8>,
}

impl Ready {
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
    /// The batch whose turn it is.
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
        Self::from(Parameters::of(&start)?, options, isa, threads)
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
        // The chapter Digits knows what options can be.
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

    /// How each epoch went that is done.
    pub fn history(&self) -> &[Epoch] {
        &self.history
    }

    // ANCHOR: epoch
    /// An epoch: every digit has its turn, in the order of [`digits::permutation`]; `progress` hears of each
    /// batch.
    ///
    /// # Errors
    /// [`Error::Digits`] where there is no digit, or where a loss or a weight is not a finite number any
    /// more.
    pub fn epoch(
        &mut self,
        digits: &Ready,
        mut progress: impl FnMut(Progress),
    ) -> Result<Epoch, Error> {
        let Options { seed, batch, .. } = self.options;
        let (epoch, of) = (self.history.len(), digits.len());
        let rates = Rates {
            rate: self.options.rate as f32,
            momentum: self.options.momentum as f32,
        };
        let (mut loss, mut right, mut samples) = (0.0, 0, 0);
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
            let went = self.network.step(Batch { images, labels }, rates)?;
            if !went.loss.is_finite() {
                return Err(digits::Error::Diverged { epoch }.into());
            }
            loss += f64::from(went.loss);
            right += went.right;
            samples += places.len();
            let now = Epoch {
                loss: loss / samples as f64,
                accuracy: right as f64 / samples as f64,
            };
            progress(Progress {
                epoch,
                samples,
                of,
                so_far: now,
            });
            so_far = Ok(now);
        }
        // A ReLU makes 0 of what is not a number: a loss alone would not tell.
        if !self.network.parameters().are_finite() {
            return Err(digits::Error::Diverged { epoch }.into());
        }
        self.history.extend(so_far.iter());
        so_far
    }
    // ANCHOR_END: epoch

    /// What the network knows of `digits`.
    ///
    /// # Errors
    /// As [`Network::answers`].
    pub fn judged(&mut self, digits: &Ready) -> Result<Score, Error> {
        let (mut loss, mut right) = (0.0, 0);
        let room = self.network.room().min(LARGEST_BATCH);
        let mut answers = vec![0.0; 10 * room];
        let images = digits.images.chunks(room * PIXELS);
        for (images, labels) in images.zip(digits.labels.chunks(room)) {
            let answers = &mut answers[..10 * labels.len()];
            self.network.answers(images, answers)?;
            for (z, label) in answers.as_chunks().0.iter().zip(labels) {
                let judged = judge(*z, *label);
                loss += f64::from(judged.loss);
                right += usize::from(judged.right);
            }
        }
        Ok(Score {
            loss: loss / digits.len() as f64,
            right,
            of: digits.len(),
        })
    }
}
