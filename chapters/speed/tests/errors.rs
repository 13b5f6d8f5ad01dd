//! Bad input is refused by name, with what was expected.

use digits::{Dataset, Jitter, Options};
use speed::ladder::Work;
use speed::network::{Batch, Network, Parameters, Rates};
use speed::train::{Ready, Training};
use speed::{Error, Isa};

const RATES: Rates = Rates {
    rate: 0.02,
    momentum: 0.9,
};

fn start() -> Parameters {
    Parameters::of(&digits::Network::start(1).unwrap()).unwrap()
}

fn network() -> Network {
    Network::new(start(), Isa::best(), 1, 4).unwrap()
}

fn said(error: Error) -> String {
    error.to_string()
}

#[test]
fn a_batch_has_a_size() {
    for samples in [0, 4097, usize::MAX] {
        let error = Network::new(start(), Isa::best(), 1, samples).unwrap_err();
        let expected = format!("a batch of {samples} samples: expected from 1 to 4096");
        assert_eq!(said(error), expected);
    }
}

#[test]
fn threads_are_one_at_least() {
    let error = Network::new(start(), Isa::best(), 0, 4).unwrap_err();
    let expected =
        "0 threads: expected as many as the machine can start: there has to be one";
    assert_eq!(said(error), expected);
}

#[test]
fn images_are_whole_and_have_room() {
    let room = network().room();
    for values in [0, 1, 783, 785, 784 * (room + 1)] {
        let images = vec![0.5; values];
        let labels = vec![0; values / 784];
        let batch = Batch {
            images: &images,
            labels: &labels,
        };
        let expected = Error::Images { values, room };
        assert_eq!(network().step(batch, RATES).unwrap_err(), expected);
        let mut answers = vec![0.0; 10 * labels.len()];
        assert_eq!(
            network().answers(&images, &mut answers).unwrap_err(),
            expected
        );
        let text = format!(
            "{values} pixels of images: expected 784 for each image, at least one image and at most {room}"
        );
        assert_eq!(said(expected), text);
    }
}

#[test]
fn every_image_has_a_label_that_is_a_digit_and_room_for_ten_answers() {
    let images = [0.5; 2 * 784];
    let step = |labels: &[u8]| {
        let images = &images;
        said(network().step(Batch { images, labels }, RATES).unwrap_err())
    };
    assert_eq!(step(&[1]), "1 labels for 2 images: expected one for each");
    assert_eq!(
        step(&[1; 3]),
        "3 labels for 2 images: expected one for each"
    );
    assert_eq!(step(&[1, 10]), "the label 10: expected one from 0 to 9");
    let error = network().answers(&images, &mut [0.0; 19]).unwrap_err();
    assert_eq!(
        said(error),
        "room for 19 answers: expected 20, ten for each image"
    );
}

#[test]
fn a_network_of_other_sizes_is_none_of_ours() {
    let mut network = digits::Network::start(1).unwrap();
    network.dense[1].weights = ndarray::Array2::zeros((84, 119));
    let error = Parameters::of(&network).unwrap_err();
    let expected =
        "layer 4 has 9996 weights: expected 10080, and a bias for each output";
    assert_eq!(said(error), expected);
}

#[test]
fn samples_fill_the_lanes_of_the_ladder() {
    let each = 1176 * Isa::best().lanes();
    for values in [0, 1, 1176, each + 1] {
        let error = Work::new(&start(), Isa::best(), &vec![0.5; values]).unwrap_err();
        assert_eq!(error, Error::Blocks { values, each });
    }
}

#[test]
fn a_training_moves_no_digit_learns_from_some_and_stops_at_what_is_no_number() {
    let options = |rate, jitter| Options {
        rate,
        jitter,
        ..Options::default()
    };
    let begin = |options| Training::start(options, Isa::best(), 1);
    let error = begin(options(0.02, Jitter::CHOSEN)).unwrap_err();
    assert_eq!(error, Error::Moved);
    assert!(
        said(begin(options(2.0, Jitter::NONE)).unwrap_err()).starts_with("rate 2:")
    );
    let plain = options(0.02, Jitter::NONE);
    let mut training = begin(plain).unwrap();
    let none = Ready::new(&Dataset::new(vec![]).unwrap());
    let error = training.epoch(&none, |_| ()).unwrap_err();
    assert_eq!(error, digits::Error::NoSamples.into());
    let twenty = Ready::new(&Dataset::from_records(data::BYTES).unwrap());
    // A ReLU hides what is no number in the kernels; the answers do not.
    for layer in [0, 4] {
        let mut parameters = start();
        parameters.0[layer].weights[0] = f32::NAN;
        let mut training = Training::from(parameters, plain, Isa::best(), 1).unwrap();
        let error = training.epoch(&twenty, |_| ()).unwrap_err();
        assert_eq!(error, digits::Error::Diverged { epoch: 0 }.into());
        assert!(training.history().is_empty());
    }
}
