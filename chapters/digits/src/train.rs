//! The loop in which the network learns.

use crate::augment::augmented;
use crate::batch::{SAMPLES_PER_GROUP, Sum};
use crate::epoch::UnderWay;
pub use crate::epoch::{Epoch, Progress};
use crate::rng::rng;
use crate::sgd;
use digits::{Dataset, Error, Gradients, Network, Options, Workers, permutation};
use ndarray::Array3;

/// A network that is learning.
#[derive(Debug, Clone, PartialEq)]
pub struct Training {
    options: Options,
    network: Network,
    velocity: Gradients,
    history: Vec<Epoch>,
    under_way: Option<UnderWay>,
}

impl Training {
    /// A network at its start.
    ///
    /// # Errors
    /// [`Error::Option`] for an option out of its range.
    pub fn start(options: Options) -> Result<Self, Error> {
        let network = Network::start(options.seed)?;
        let velocity = Gradients::zeros(&network);
        Self::resume(options, network, velocity, Vec::new())
    }

    /// A network that has learned for some epochs, with these options.
    ///
    /// # Errors
    /// [`Error::Option`] for an option out of its range, [`Error::Layer`] unless the network and its
    /// velocity have the shapes of [`Network::start`].
    pub fn resume(
        options: Options,
        network: Network,
        velocity: Gradients,
        history: Vec<Epoch>,
    ) -> Result<Self, Error> {
        options.check()?;
        let shapes = Network::zeros()?;
        for ((expected, w), v) in (shapes.parameters().iter())
            .zip(network.parameters())
            .zip(&velocity.0)
        {
            backprop::Error::unless_same("the network", expected.shape(), w.shape())?;
            backprop::Error::unless_same("its velocity", expected.shape(), v.shape())?;
        }
        Ok(Self {
            network,
            velocity,
            history,
            options,
            under_way: None,
        })
    }

    /// The options it learns by.
    pub fn options(&self) -> Options {
        self.options
    }

    /// The network as it is now.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The velocity of each of its numbers.
    pub fn velocity(&self) -> &Gradients {
        &self.velocity
    }

    /// How each epoch went that is done.
    pub fn history(&self) -> &[Epoch] {
        &self.history
    }

    /// Goes on by one batch: reads what is left of it, and takes the step. Says how the epoch has gone
    /// so far; after its last batch, the epoch is in the [`history`](Self::history).
    ///
    /// # Errors
    /// [`Error::NoSamples`] for an empty dataset, [`Error::Diverged`] where a loss is not a finite
    /// number any more. Nothing has been learned from that batch then.
    pub fn step(
        &mut self,
        digits: &Dataset,
        workers: &Workers,
    ) -> Result<Progress, Error> {
        let mut now = self.under_way(digits)?;
        let rest = now.permutation[now.samples..self.end_of_batch(&now)].to_vec();
        let groups: Vec<&[usize]> = rest.chunks(SAMPLES_PER_GROUP).collect();
        for sum in workers.map(&groups, |group| self.group(digits, group)) {
            now.add(sum?);
        }
        self.take_step(now)
    }

    /// Goes on by one group of eight samples at most, for a caller with less time than a batch takes. The
    /// result is the same.
    ///
    /// # Errors
    /// As [`step`](Self::step).
    pub fn slice(&mut self, digits: &Dataset) -> Result<Progress, Error> {
        let mut now = self.under_way(digits)?;
        let end = self.end_of_batch(&now).min(now.samples + SAMPLES_PER_GROUP);
        let sum = self.group(digits, &now.permutation[now.samples..end])?;
        now.add(sum);
        self.take_step(now)
    }

    /// Goes on to the end of the epoch; `progress` hears of each batch.
    ///
    /// # Errors
    /// As [`step`](Self::step).
    pub fn epoch(
        &mut self,
        digits: &Dataset,
        workers: &Workers,
        mut progress: impl FnMut(Progress),
    ) -> Result<Epoch, Error> {
        loop {
            let now = self.step(digits, workers)?;
            progress(now);
            if now.samples == now.of {
                return Ok(now.so_far);
            }
        }
    }

    /// The epoch under way, or the next one at its beginning.
    fn under_way(&mut self, digits: &Dataset) -> Result<UnderWay, Error> {
        if digits.is_empty() {
            return Err(Error::NoSamples);
        }
        let begun = self.under_way.take();
        let fits = begun.filter(|now| now.permutation.len() == digits.len());
        Ok(fits.unwrap_or_else(|| UnderWay {
            permutation: permutation(
                self.options.seed,
                self.history.len(),
                digits.len(),
            ),
            samples: 0,
            loss: 0.0,
            right: 0,
            sum: None,
        }))
    }

    /// Where the batch ends that comes next, or that has begun.
    fn end_of_batch(&self, now: &UnderWay) -> usize {
        let batch = self.options.batch;
        ((now.samples / batch + 1) * batch).min(now.permutation.len())
    }

    /// The sum over a group of samples, from the first to the last.
    fn group(&self, digits: &Dataset, group: &[usize]) -> Result<Sum, Error> {
        let mut total: Option<Sum> = None;
        for &place in group {
            let sample = &digits.samples()[place];
            let image = self.augmented(sample.image(), place)?;
            let sum = Sum::of(&self.network, &image, sample.label)?;
            total = Some(match total {
                Some(total) => total.plus(&sum),
                None => sum,
            });
        }
        total.ok_or(Error::NoSamples)
    }

    /// The image, moved if it is one of the epochs in which digits are.
    fn augmented(
        &self,
        image: Array3<f64>,
        place: usize,
    ) -> Result<Array3<f64>, Error> {
        let Options { jitter, seed, .. } = self.options;
        let epoch = self.history.len();
        match epoch < jitter.epochs {
            true => augmented(&image, jitter, &mut rng(seed, &[epoch, place])),
            false => Ok(image),
        }
    }

    /// Takes the step if the batch is complete.
    fn take_step(&mut self, mut now: UnderWay) -> Result<Progress, Error> {
        let epoch = self.history.len();
        if !now.loss.is_finite() {
            return Err(Error::Diverged { epoch });
        }
        let of = now.permutation.len();
        let complete =
            now.samples == of || now.samples.is_multiple_of(self.options.batch);
        if let Some(sum) = now.sum.take_if(|_| complete) {
            let Options { rate, momentum, .. } = self.options;
            let (network, velocity) = (&mut self.network, &mut self.velocity);
            sgd::step(network, velocity, &sum.mean(), (rate, momentum));
        }
        let so_far = Epoch {
            loss: now.loss / now.samples as f64,
            accuracy: now.right as f64 / now.samples as f64,
        };
        let samples = now.samples;
        if samples == of {
            self.history.push(so_far);
        } else {
            self.under_way = Some(now);
        }
        Ok(Progress {
            epoch,
            samples,
            of,
            so_far,
        })
    }
}
