//! The network of the chapter Digits, with weights that every worker has.

use crate::Op;
use crate::numbers::numbers;
use speed::network::{Batch, LAYERS, Network, Parameters, Rates};
use speed::{Error, Isa};
use std::hint::black_box;

/// How many samples there are to a step.
const BATCH: usize = 64;
const RATES: Rates = Rates {
    rate: 0.01,
    momentum: 0.9,
};

fn parameters() -> Parameters {
    let mut parameters = Parameters::zeros();
    for (n, size) in (0..).zip(LAYERS) {
        let scale = 2.0 / (size.inputs as f64).sqrt();
        let weights = numbers::<f32>(size.outputs * size.inputs, 100 + n as u64, scale);
        parameters.set_by_output(n, weights);
        parameters.0[n].bias = numbers(size.outputs, 200 + n as u64, scale);
    }
    parameters
}

fn images() -> Vec<f32> {
    let ink = numbers::<f32>(BATCH * digits::PIXELS, 7, 1.0);
    ink.into_iter().map(|x| x + 0.5).collect()
}

/// A step of learning, each time a further one.
pub struct Step {
    network: Network,
    threads: usize,
    images: Vec<f32>,
    labels: Vec<u8>,
}

impl Step {
    pub fn new(threads: usize) -> Result<Self, Error> {
        Ok(Self {
            network: Network::new(parameters(), Isa::best(), threads, BATCH)?,
            threads,
            images: images(),
            labels: (0..BATCH).map(|n| (n * 7 % 10) as u8).collect(),
        })
    }

    /// The mean loss of the batch before the step.
    fn step(&mut self) -> f64 {
        let (images, labels) = (&self.images[..], &self.labels[..]);
        let went = self.network.step(Batch { images, labels }, RATES);
        went.map_or(f64::NAN, |went| f64::from(went.loss) / BATCH as f64)
    }
}

impl Op for Step {
    fn run(&mut self) {
        black_box(self.step());
    }

    /// The losses of the first ten steps.
    fn result(&mut self) -> Vec<f64> {
        match Self::new(self.threads) {
            Ok(mut anew) => (0..10).map(|_| anew.step()).collect(),
            Err(_) => Vec::new(),
        }
    }
}

/// The answers for some images.
pub struct Answers {
    network: Network,
    images: Vec<f32>,
    answers: Vec<f32>,
}

impl Answers {
    pub fn new(samples: usize, threads: usize) -> Result<Self, Error> {
        let mut images = images();
        images.truncate(samples * digits::PIXELS);
        Ok(Self {
            network: Network::new(parameters(), Isa::best(), threads, samples)?,
            images,
            answers: vec![0.0; 10 * samples],
        })
    }
}

impl Op for Answers {
    fn run(&mut self) {
        let answered = self.network.answers(&self.images, &mut self.answers);
        black_box(answered.is_ok());
    }

    fn result(&mut self) -> Vec<f64> {
        self.answers.fill(f32::NAN);
        self.run();
        self.answers.iter().map(|z| f64::from(*z)).collect()
    }
}
