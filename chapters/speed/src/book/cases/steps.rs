//! Whole steps of learning, and inference.

use super::{BATCH, Case, numbers};
use crate::geometry::{CLASSES, LAYERS};
use crate::network::{Batch, Network, Parameters, Rates};
use crate::textbook::{self, InLanes, OneByOne};
use crate::{Error, Isa, count};
use digits::{Dataset, PIXELS, Sample, Workers};

const RATES: Rates = Rates {
    rate: 1e-6,
    momentum: 0.9,
};

/// Samples that are no digits: what they show changes no time.
fn images() -> (Vec<f32>, Vec<u8>) {
    let images = numbers(BATCH * PIXELS);
    let images = images.iter().map(|x| x + 0.5);
    (
        images.collect(),
        (0..BATCH).map(|n| (n % 10) as u8).collect(),
    )
}

pub(super) fn cases(isa: Isa) -> Result<Vec<Case>, Error> {
    let start = || Parameters::from_network(&digits::Network::start(1)?);
    let (images, labels) = images();
    let operations = count::step(BATCH);
    let mut cases = Vec::new();

    let samples = images
        .chunks_exact(PIXELS)
        .zip(&labels)
        .map(|(image, label)| {
            let mut pixels = [0; PIXELS];
            for (pixel, ink) in pixels.iter_mut().zip(image) {
                *pixel = (255.0 * ink) as u8;
            }
            let label = *label;
            Sample { label, pixels }
        });
    let dataset = Dataset::new(samples.collect())?;
    let mut training = digits::Training::start(digits::Options::default())?;
    cases.push(Case::new("step-layers", operations, move || {
        // A batch that cannot be learned from would be measured as a fast one.
        training.step(&dataset, &Workers::alone()).expect("a step");
    }));

    let mut network = textbook::Network::new(&start()?);
    let (x, t) = (images.clone(), labels.clone());
    cases.push(Case::new("step-textbook", operations, move || {
        let batch = Batch {
            images: &x,
            labels: &t,
        };
        isa.run(OneByOne(&mut network, batch, RATES))
            .expect("a step");
    }));

    let mut network = textbook::Network::new(&start()?);
    let (x, t) = (images.clone(), labels.clone());
    cases.push(Case::new("step-lanes", operations, move || {
        let batch = Batch {
            images: &x,
            labels: &t,
        };
        isa.run(InLanes(&mut network, batch, RATES))
            .expect("a step");
    }));

    for (name, threads) in [("step-fast", 1), ("step-two-threads", 2)] {
        let mut network = Network::new(start()?, isa, threads, BATCH)?;
        let (x, t) = (images.clone(), labels.clone());
        cases.push(Case::new(name, operations, move || {
            let batch = Batch {
                images: &x,
                labels: &t,
            };
            network.step(batch, RATES).expect("a step");
        }));
    }

    let forward: f64 = LAYERS
        .map(|layer| count::forward(layer, 1).operations)
        .iter()
        .sum();
    for (name, samples) in [("infer-batch", BATCH), ("infer-one", 1)] {
        let mut network = Network::new(start()?, isa, 1, samples)?;
        let images = images[..samples * PIXELS].to_vec();
        let mut logits = vec![0.0; CLASSES * samples];
        let operations = forward * samples as f64;
        cases.push(Case::new(name, operations, move || {
            network.logits(&images, &mut logits).expect("logits");
        }));
    }
    Ok(cases)
}
