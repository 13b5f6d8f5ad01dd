//! Bad input is refused by name, with what was expected.

use digits::{Dataset, Jitter, Options};
use speed::geometry::LAYERS;
use speed::ladder::Work;
use speed::network::{Batch, Network, Parameters, Rates};
use speed::train::{F32Dataset, Training};
use speed::{Error, Isa, Lanes, Transpose, count, cross_entropy};

const RATES: Rates = Rates {
    rate: 0.02,
    momentum: 0.9,
};

fn start() -> Parameters {
    Parameters::from_network(&digits::Network::start(1).unwrap()).unwrap()
}

fn network() -> Network {
    Network::new(start(), Isa::best(), 1, 4).unwrap()
}

fn text(error: Error) -> String {
    error.to_string()
}

#[test]
fn a_batch_has_a_size() {
    for samples in [0, 4097, usize::MAX] {
        let error = Network::new(start(), Isa::best(), 1, samples).unwrap_err();
        let expected = format!("a batch of {samples} samples: expected from 1 to 4096");
        assert_eq!(text(error), expected);
    }
}

#[test]
fn threads_are_one_at_least() {
    let error = Network::new(start(), Isa::best(), 0, 4).unwrap_err();
    let expected =
        "0 threads: expected as many as the machine can start: there has to be one";
    assert_eq!(text(error), expected);
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
        let mut logits = vec![0.0; 10 * labels.len()];
        assert_eq!(
            network().logits(&images, &mut logits).unwrap_err(),
            expected
        );
        let expected_text = format!(
            "{values} pixels of images: expected 784 for each image, at least one image and at most {room}"
        );
        assert_eq!(text(expected), expected_text);
    }
}

#[test]
fn every_image_has_a_label_that_is_a_digit_and_room_for_ten_logits() {
    let images = [0.5; 2 * 784];
    let step = |labels: &[u8]| {
        let images = &images;
        text(network().step(Batch { images, labels }, RATES).unwrap_err())
    };
    assert_eq!(step(&[1]), "1 labels for 2 images: expected one for each");
    assert_eq!(
        step(&[1; 3]),
        "3 labels for 2 images: expected one for each"
    );
    assert_eq!(step(&[1, 10]), "the label 10: expected one from 0 to 9");
    let error = network().logits(&images, &mut [0.0; 19]).unwrap_err();
    assert_eq!(
        text(error),
        "room for 19 logits: expected 20, ten for each image"
    );
}

#[test]
fn a_network_of_other_sizes_is_none_of_ours() {
    let mut network = digits::Network::start(1).unwrap();
    network.dense[1].weights = ndarray::Array2::zeros((84, 119));
    let error = Parameters::from_network(&network).unwrap_err();
    let expected =
        "layer 4 has 9996 weights: expected 10080, and a bias for each output";
    assert_eq!(text(error), expected);
}

#[test]
fn a_layer_is_one_of_five_and_set_whole() {
    let mut parameters = Parameters::zeros();
    for n in [5, usize::MAX] {
        assert_eq!(parameters.weights(n).count(), 0);
        assert_eq!(parameters.bias(n), [0.0; 0]);
        let error = parameters.set(n, &[], &[]).unwrap_err();
        let layer = n.saturating_add(1);
        assert_eq!(error, Error::NoLayer { layer });
        assert_eq!(
            text(error),
            format!("layer {layer}: expected one from 1 to 5")
        );
    }
    let (layer, expected) = (1, 150);
    for (weights, bias) in [(0, 6), (149, 6), (150, 5), (150, 7), (151, 6)] {
        let set = parameters.set(0, &vec![1.0; weights], &vec![1.0; bias]);
        let got = weights;
        assert_eq!(
            set,
            Err(Error::Layer {
                layer,
                expected,
                got
            })
        );
    }
    assert_eq!(parameters.set(0, &[1.0; 150], &[1.0; 6]), Ok(()));
}

#[test]
fn a_loss_has_a_label_that_is_a_digit_whatever_the_logits_are() {
    for label in [10, 11, 255] {
        let error = cross_entropy([0.0; 10], label).unwrap_err();
        assert_eq!(error, Error::Label { label });
    }
    for z in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        assert!(cross_entropy([z; 10], 9).unwrap().loss.is_nan());
    }
}

#[test]
fn a_matrix_has_room_on_both_sides() {
    let from: Vec<f32> = (0..12).map(|n| n as f32).collect();
    let transpose = |(rows, columns), from_stride, to_stride, len| {
        let (from, mut to) = (&from[..], vec![0.0; len]);
        let matrix =
            Transpose::new((from, from_stride), (rows, columns), (&mut to, to_stride));
        Isa::best().run(matrix?);
        Ok(to)
    };
    let expected = vec![0.0, 4.0, 8.0, 1.0, 5.0, 9.0, 2.0, 6.0, 10.0, 3.0, 7.0, 11.0];
    assert_eq!(transpose((3, 4), 4, 3, 12), Ok(expected));
    let most = usize::MAX;
    for (shape, from_stride, to_stride, len) in [
        ((3, 4), 4, 3, 11),
        ((3, 4), 5, 3, 12),
        ((4, 4), 4, 4, 16),
        ((3, 4), 3, 3, 12),
        ((3, 4), 4, 2, 12),
        ((0, 4), 4, 3, 12),
        ((3, 0), 4, 3, 12),
        ((3, 4), 0, 0, 12),
        ((most, 2), most, most, 12),
        ((2, most), most, most, 12),
    ] {
        let error = transpose(shape, from_stride, to_stride, len).unwrap_err();
        assert!(matches!(error, Error::Matrix { .. }), "{shape:?}: {error}");
    }
    let error = transpose((3, 4), 4, 3, 11).unwrap_err();
    assert_eq!(
        text(error),
        "4×3 values, 3 from one row to the next: expected room for them, found 11 values"
    );
}

/// What has no error has a value for any input.
#[test]
fn counts_are_there_for_any_size() {
    assert!(count::memory(usize::MAX, Isa::Plain) > 1e19);
    let least = count::forward(LAYERS[0], usize::MAX).least(1.0, 1.0);
    assert!(least.is_finite() && count::step(usize::MAX).is_finite());
    assert_eq!(<[f32; 16]>::strided(&[1.0; 16], 2), None);
    assert_eq!(<[f32; 16]>::strided(&[1.0; 16], usize::MAX), None);
    assert_eq!(f32::strided(&[], 1), None);
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
fn a_training_moves_no_digit_learns_from_some_and_stops_at_nan() {
    let options = |rate, jitter| Options {
        rate,
        jitter,
        ..Options::default()
    };
    let begin = |options| Training::start(options, Isa::best(), 1);
    let error = begin(options(0.02, Jitter::CHOSEN)).unwrap_err();
    assert_eq!(error, Error::Moved);
    assert!(
        text(begin(options(2.0, Jitter::NONE)).unwrap_err()).starts_with("rate 2:")
    );
    let plain = options(0.02, Jitter::NONE);
    let mut training = begin(plain).unwrap();
    let none = F32Dataset::new(&Dataset::new(vec![]).unwrap());
    let error = training.epoch(&none, |_| ()).unwrap_err();
    assert_eq!(error, digits::Error::NoSamples.into());
    let twenty = F32Dataset::new(&Dataset::from_records(data::BYTES).unwrap());
    // A ReLU hides NaN in the kernels; the logits do not.
    for layer in [0, 4] {
        let mut parameters = start();
        let mut weights: Vec<f32> = parameters.weights(layer).collect();
        weights[0] = f32::NAN;
        let bias = parameters.bias(layer).to_vec();
        parameters.set(layer, &weights, &bias).unwrap();
        let mut training = Training::from(parameters, plain, Isa::best(), 1).unwrap();
        let error = training.epoch(&twenty, |_| ()).unwrap_err();
        assert_eq!(error, digits::Error::Diverged { epoch: 0 }.into());
        assert!(training.history().is_empty());
    }
}
