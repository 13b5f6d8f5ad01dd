//! The fast code is within 1e-5 of the layers of the earlier chapters.

use crate::close::{assert_close, numbers};
use crate::lesson::{digits, start};
use activations::relu;
use ndarray::Array3;
use pooling::{Window, max_pool};
use proptest::prelude::*;
use speed::ladder::{Rung, Work};
use speed::network::{Batch, Rates};
use speed::textbook::{self, OneByOne};
use speed::{Isa, Network};

const WINDOW: Window = Window { size: 2, stride: 2 };

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn every_rung_of_the_ladder_computes_what_the_layers_compute(seed in 0_u32..1000) {
        let parameters = start(u64::from(seed));
        let network = parameters.to_network().unwrap();
        let x = numbers(seed, 6 * 14 * 14).collect();
        let x = Array3::from_shape_vec((6, 14, 14), x).unwrap();
        let z = network.second.forward(&x).unwrap();
        let pooled = max_pool(&z.mapv(relu), WINDOW).unwrap().values;
        let sixteen: Vec<f32> = x.iter().map(|x| *x as f32).collect();
        let sixteen = sixteen.repeat(16);
        for isa in Isa::all() {
            let mut work = Work::new(&parameters, isa, &sixteen).unwrap();
            for rung in Rung::ALL {
                work.run(rung);
                for sample in work.pooled(rung).chunks_exact(400) {
                    assert_close(sample, &pooled);
                }
            }
        }
    }
}

/// The mean gradient of some digits, by the layers of the earlier chapters: ten arrays.
fn gradients(images: &[f32], labels: &[u8]) -> (f64, Vec<Vec<f64>>) {
    let network = start(1).to_network().unwrap();
    let (mut loss, mut sums) = (0.0, Vec::new());
    for (image, label) in images.chunks_exact(784).zip(labels) {
        let image = image.iter().map(|ink| f64::from(*ink));
        let image = Array3::from_shape_vec((1, 28, 28), image.collect()).unwrap();
        let pass = network.forward(&image).unwrap();
        let one = digits::cross_entropy(pass.logits(), *label).unwrap();
        let found = network.backward(&pass, &one.d_logits).unwrap().0;
        loss += one.loss;
        sums.resize_with(found.len(), Vec::new);
        for (sum, found) in sums.iter_mut().zip(&found) {
            sum.resize(found.len(), 0.0);
            for (sum, gradient) in sum.iter_mut().zip(found) {
                *sum += gradient / labels.len() as f64;
            }
        }
    }
    (loss, sums)
}

#[test]
fn a_step_of_the_fast_network_and_of_the_textbook_s_is_one_of_the_layers() {
    let (images, labels) = digits();
    let (loss, gradients) = gradients(&images, &labels);
    let batch = Batch {
        images: &images,
        labels: &labels,
    };
    // With no momentum, and at the rate 1, what the weights lose is the gradient. It is as exact as the
    // weights are.
    let rates = Rates {
        rate: 1.0,
        momentum: 0.0,
    };
    let mut fast = Network::new(start(1), Isa::best(), 1, 64).unwrap();
    let mut book = textbook::Network::new(&start(1));
    let by_kernels = fast.step(batch, rates).unwrap();
    let by_book = Isa::best().run(OneByOne(&mut book, batch, rates)).unwrap();
    assert_close(&[by_kernels.loss, by_book.loss], &[loss, loss]);
    let before = start(1);
    for after in [fast.parameters(), &book.parameters()] {
        for n in 0..5 {
            let lost = before.weights(n).zip(after.weights(n));
            let lost: Vec<f32> = lost.map(|(before, after)| before - after).collect();
            assert_close(&lost, &gradients[2 * n]);
            let lost = before.bias(n).iter().zip(after.bias(n));
            let lost: Vec<f32> = lost.map(|(before, after)| before - after).collect();
            assert_close(&lost, &gradients[2 * n + 1]);
        }
    }
}

#[test]
fn the_logits_are_those_of_the_layers() {
    let (images, labels) = digits();
    let network = start(1).to_network().unwrap();
    let mut fast = Network::new(start(1), Isa::best(), 2, 64).unwrap();
    let mut logits = vec![0.0; 10 * labels.len()];
    fast.logits(&images, &mut logits).unwrap();
    for (image, logits) in images.chunks_exact(784).zip(logits.chunks_exact(10)) {
        let image = image.iter().map(|ink| f64::from(*ink));
        let image = Array3::from_shape_vec((1, 28, 28), image.collect()).unwrap();
        assert_close(logits, network.forward(&image).unwrap().logits());
    }
}
