//! The chapter's contract: the same bits, whoever computes them.

use crate::lesson::{digits, start};
use digits::{Dataset, Jitter, Options};
use speed::book::study;
use speed::geometry::LAYERS;
use speed::isa::NAMES;
use speed::network::{Batch, Parameters, Rates};
use speed::textbook::{self, InSixteenLanes};
use speed::train::{F32Dataset, Training};
use speed::{Isa, Network};

const RATES: Rates = Rates {
    rate: 0.02,
    momentum: 0.9,
};

/// After three epochs of the twenty digits in batches of 12, on every machine and in every build: the
/// SHA-256 of the file of the weights, which holds all their bits.
const HASH: &str = "75909dadf99b89cf427b88e5fc26c8236d46d3f606ddf94ca45e529bcb71c781";

fn bits(parameters: &Parameters) -> Vec<u32> {
    let layers = 0..LAYERS.len();
    let values = layers.flat_map(|n| {
        parameters
            .weights(n)
            .chain(parameters.bias(n).iter().copied())
    });
    values.map(f32::to_bits).collect()
}

/// The bits after two steps.
fn after_two_steps(isa: Isa, threads: usize) -> Vec<u32> {
    let (images, labels) = digits();
    let (images, labels) = (&images[..], &labels[..]);
    let mut network = Network::new(start(1), isa, threads, 64).unwrap();
    for _ in 0..2 {
        network.step(Batch { images, labels }, RATES).unwrap();
    }
    bits(network.parameters())
}

/// Forward, and back as far as the convolutions; these are held to plain loops in `unit/kernels.rs`.
#[test]
fn the_fast_network_has_the_bits_of_the_textbook_s_loops_over_sixteen_lanes() {
    let (images, labels) = digits();
    let batch = Batch {
        images: &images,
        labels: &labels,
    };
    let mut textbook = textbook::Network::new(&start(1));
    let mut fast = Network::new(start(1), Isa::best(), 1, 64).unwrap();
    let step = InSixteenLanes(&mut textbook, batch, RATES);
    let statistics = Isa::best().run(step).unwrap();
    assert_eq!(fast.step(batch, RATES).unwrap(), statistics);
    let (fast, textbook) = (fast.parameters(), textbook.parameters());
    let weights =
        |of: &Parameters, n| of.weights(n).map(f32::to_bits).collect::<Vec<_>>();
    let bias = |of: &Parameters, n| {
        let bias = of.bias(n).iter();
        bias.map(|w| w.to_bits()).collect::<Vec<_>>()
    };
    for n in 2..5 {
        assert_eq!(weights(fast, n), weights(&textbook, n), "{n}");
    }
    for n in 1..5 {
        assert_eq!(bias(fast, n), bias(&textbook, n), "{n}");
        // It has moved.
        assert_ne!(bias(fast, n), bias(&start(1), n), "{n}");
    }
}

#[test]
fn every_instruction_set_gives_the_same_bits() {
    let expected = after_two_steps(Isa::Plain, 1);
    let all = Isa::all();
    for isa in &all {
        assert_eq!(after_two_steps(*isa, 1), expected, "{isa}");
    }
    let has = |name: &&str| all.iter().any(|isa| isa.name() == *name);
    let skipped: Vec<_> = NAMES.into_iter().filter(|name| !has(name)).collect();
    let (run, lacking) = (all.len(), skipped.len());
    println!(
        "instructions: {run} sets run, {lacking} skipped, which this machine lacks {skipped:?}"
    );
}

#[test]
fn any_number_of_threads_gives_the_same_bits() {
    let expected = after_two_steps(Isa::best(), 1);
    for threads in [2, 3, 5] {
        assert_eq!(after_two_steps(Isa::best(), threads), expected, "{threads}");
    }
}

#[test]
fn a_short_run_has_the_hash_that_it_has_everywhere() {
    let twenty = F32Dataset::new(&Dataset::from_records(data::BYTES).unwrap());
    let options = Options {
        batch: 12,
        jitter: Jitter::NONE,
        ..Options::default()
    };
    for isa in Isa::all() {
        let mut training = Training::start(options, isa, 1).unwrap();
        for _ in 0..3 {
            training.epoch(&twenty, |_| ()).unwrap();
        }
        assert_eq!(study::hash(&training).unwrap(), HASH, "{isa}");
    }
}

#[test]
fn a_batch_that_does_not_fill_its_room_is_as_one_that_does() {
    let (images, labels) = digits();
    let (images, labels) = (&images[..20 * 784], &labels[..20]);
    let after = |threads: usize, room: usize| {
        let mut network = Network::new(start(1), Isa::best(), threads, room).unwrap();
        // Something else was there before.
        network
            .logits(
                &vec![f32::NAN; room.min(48) * 784],
                &mut vec![0.0; room.min(48) * 10],
            )
            .unwrap();
        network.step(Batch { images, labels }, RATES).unwrap();
        bits(network.parameters())
    };
    let expected = after(1, 20);
    for (threads, room) in [(1, 64), (2, 64), (4, 64), (3, 100)] {
        assert_eq!(after(threads, room), expected, "{threads} {room}");
    }
}

#[test]
fn an_image_by_itself_has_the_logits_that_it_has_among_others() {
    let (images, labels) = digits();
    for isa in Isa::all() {
        let mut network = Network::new(start(1), isa, 1, 64).unwrap();
        let mut together = vec![0.0; 10 * labels.len()];
        network.logits(&images, &mut together).unwrap();
        let mut alone = vec![0.0; 10 * labels.len()];
        for (image, logits) in images.chunks(784).zip(alone.chunks_mut(10)) {
            network.logits(image, logits).unwrap();
        }
        let bits =
            |logits: &[f32]| logits.iter().map(|z| z.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&alone), bits(&together), "{isa}");
    }
}
