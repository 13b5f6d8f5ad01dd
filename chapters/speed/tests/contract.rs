//! The chapter's contract: the same bits, whoever computes them.

use digits::{Dataset, LABELS};
use speed::network::{Batch, Parameters, Rates};
use speed::{Error, Isa, Network, textbook};

const RATES: Rates = Rates {
    rate: 0.02,
    momentum: 0.9,
};

/// The book's twenty digits, three times: more than three groups of sixteen, and a last one not full.
fn digits() -> (Vec<f32>, Vec<u8>) {
    let twenty = Dataset::from_records(data::BYTES).unwrap();
    let samples = twenty.samples().iter().cycle().take(3 * 20 - 3);
    let images = samples.clone().flat_map(|s| s.image().into_iter().map(|v| v as f32));
    (images.collect(), samples.map(|s| s.label).collect())
}

fn start() -> Parameters {
    Parameters::of(&digits::Network::start(1).unwrap()).unwrap()
}

fn bits(p: &Parameters) -> Vec<u32> {
    let layers = p.0.iter();
    layers.flat_map(|l| l.weights.iter().chain(&l.bias)).map(|w| w.to_bits()).collect()
}

#[test]
fn probe() {
    let (images, labels) = digits();
    let batch = Batch { images: &images, labels: &labels };
    let mut book = textbook::Network::new(&start());
    let mut one = textbook::Network::new(&start());
    let mut fast = Network::new(start(), Isa::best(), 1, 64).unwrap();
    for _ in 0..3 {
        let a = book.step_by::<[f32; 16]>(batch, RATES).unwrap();
        let b = fast.step(batch, RATES).unwrap();
        let c = one.step(batch, RATES).unwrap();
        println!("{a:?} {b:?} {c:?}");
    }
    let (a, b) = (bits(&book.parameters()), bits(fast.parameters()));
    let differ: Vec<_> = (0..a.len()).filter(|i| a[*i] != b[*i]).collect();
    println!("{} of {} differ {:?}", differ.len(), a.len(), &differ[..differ.len().min(10)]);
    assert!(differ.is_empty());
}
