//! The network of the chapter Digits, with weights that every worker has.

use crate::Op;
use crate::numbers::numbers;
use speed::geometry::{CLASSES, LAYERS};
use speed::network::{Batch, Network, Parameters, Rates};
use speed::{Error, Isa};
use std::hint::black_box;

/// How many samples there are to a step.
const BATCH: usize = 64;
const RATES: Rates = Rates {
    rate: 0.01,
    momentum: 0.9,
};

fn parameters() -> Result<Parameters, Error> {
    let mut parameters = Parameters::zeros();
    for (n, layer) in LAYERS.into_iter().enumerate() {
        let (scale, tag) = (2.0 / (layer.inputs as f64).sqrt(), n as u64);
        let weights = numbers::<f32>(layer.weights(), 100 + tag, scale);
        let bias = numbers::<f32>(layer.outputs, 200 + tag, scale);
        parameters.set(n, &weights, &bias)?;
    }
    Ok(parameters)
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
            network: Network::new(parameters()?, Isa::best(), threads, BATCH)?,
            threads,
            images: images(),
            labels: (0..BATCH).map(|n| (n * 7 % 10) as u8).collect(),
        })
    }

    /// The mean loss of the batch before the step.
    fn step(&mut self) -> f64 {
        let (images, labels) = (&self.images[..], &self.labels[..]);
        let step = self.network.step(Batch { images, labels }, RATES);
        step.map_or(f64::NAN, |step| f64::from(step.loss) / BATCH as f64)
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

/// The logits of some images.
pub struct Inference {
    network: Network,
    images: Vec<f32>,
    logits: Vec<f32>,
}

impl Inference {
    pub fn new(samples: usize, threads: usize) -> Result<Self, Error> {
        let mut images = images();
        images.truncate(samples * digits::PIXELS);
        Ok(Self {
            network: Network::new(parameters()?, Isa::best(), threads, samples)?,
            images,
            logits: vec![0.0; CLASSES * samples],
        })
    }
}

impl Op for Inference {
    fn run(&mut self) {
        let done = self.network.logits(&self.images, &mut self.logits);
        black_box(done.is_ok());
    }

    fn result(&mut self) -> Vec<f64> {
        self.logits.fill(f32::NAN);
        self.run();
        self.logits.iter().map(|z| f64::from(*z)).collect()
    }
}
