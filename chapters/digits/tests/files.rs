//! The files that a training leaves: what they hold, and what is refused.

use digits::{
    Dataset, Error, Network, Options, Training, Workers, checkpoint, weights_file,
};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

const DIGITS: &str = "the digits' hash";

/// A network that has learned a little.
fn training() -> &'static Training {
    static TRAINING: LazyLock<Training> = LazyLock::new(|| {
        let mut training = Training::start(Options::default()).unwrap();
        let digits = Dataset::from_records(data::BYTES).unwrap();
        training.epoch(&digits, &Workers::alone(), |_| ()).unwrap();
        training
    });
    &TRAINING
}

fn weights() -> &'static [u8] {
    static BYTES: LazyLock<Vec<u8>> =
        LazyLock::new(|| weights_file::bytes(training().network()).unwrap());
    &BYTES
}

fn checkpoint_bytes() -> &'static [u8] {
    static BYTES: LazyLock<Vec<u8>> =
        LazyLock::new(|| checkpoint::bytes(training(), DIGITS).unwrap());
    &BYTES
}

fn resumed(bytes: &[u8]) -> Result<Training, weights_file::ErrorKind> {
    checkpoint::training(bytes, Options::default(), DIGITS)
}

/// The bytes, with `to` for `from` in their header, which must be as long.
fn changed(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let at = bytes
        .windows(from.len())
        .position(|part| part == from.as_bytes());
    let at = at.expect("the header says so");
    [&bytes[..at], to.as_bytes(), &bytes[at + to.len()..]].concat()
}

#[test]
fn the_weights_come_back_rounded_once() -> Result<(), Error> {
    let back = weights_file::network(weights()).unwrap();
    let ours = training().network();
    for (back, ours) in back.parameters().iter().zip(ours.parameters()) {
        for (back, w) in back.iter().zip(ours) {
            assert_eq!(*back, f64::from(*w as f32));
        }
    }
    assert_ne!(&back, ours);
    // What is rounded stays as it is.
    assert_eq!(weights_file::bytes(&back).unwrap(), weights());
    Ok(())
}

#[test]
fn the_file_of_the_weights_is_small_and_made_of_nothing_else() {
    assert!(weights().len() < 61_706 * 4 + 1024, "{}", weights().len());
    let text = String::from_utf8_lossy(&weights()[..1024]);
    assert!(!text.contains("__metadata__"), "{text}");
}

#[test]
fn a_checkpoint_comes_back_to_the_last_bit() {
    assert_eq!(&resumed(checkpoint_bytes()).unwrap(), training());
}

#[test]
fn a_checkpoint_of_other_options_or_digits_is_refused() {
    let other = Options {
        rate: 0.03,
        ..Options::default()
    };
    let says = |kind: weights_file::ErrorKind| kind.to_string();
    assert_eq!(
        says(checkpoint::training(checkpoint_bytes(), other, DIGITS).unwrap_err()),
        "expected a checkpoint of the options `batch 64, rate 0.03, momentum 0.9, not moved, \
         seed 1`, got `batch 64, rate 0.02, momentum 0.9, not moved, seed 1`"
    );
    assert_eq!(
        says(
            checkpoint::training(checkpoint_bytes(), Options::default(), "others")
                .unwrap_err()
        ),
        "expected a checkpoint of digits with the SHA-256 `others`, got `the digits' hash`"
    );
    assert_eq!(
        says(resumed(weights()).unwrap_err()),
        "expected a checkpoint of the options `batch 64, rate 0.02, momentum 0.9, not moved, \
         seed 1`, got ``"
    );
}

#[test]
fn a_checkpoint_with_a_flipped_bit_is_refused() {
    let mut flipped = checkpoint_bytes().to_vec();
    let last = flipped.len() - 8;
    flipped[last] ^= 1;
    let message = resumed(&flipped).unwrap_err().to_string();
    assert!(
        message.starts_with("expected a checkpoint of values with the SHA-256"),
        "{message}"
    );
}

#[test]
fn weights_of_another_name_shape_or_type_are_refused() {
    let refused = [
        (
            changed(weights(), "first.kernels", "worst.kernels"),
            "expected the 10 arrays of the network and no others: first.kernels is missing",
        ),
        (
            changed(weights(), "[120,400]", "[400,120]"),
            "dense1.weights: expected the shape [120, 400], got [400, 120]",
        ),
        (
            changed(weights(), "\"F32\"", "\"I32\""),
            "expected numbers of type F32, got I32",
        ),
    ];
    for (bytes, expected) in refused {
        let message = weights_file::network(&bytes).unwrap_err().to_string();
        assert!(message.ends_with(expected), "{message}");
    }
    let mut network = training().network().clone();
    network.first.bias[3] = f64::NAN;
    assert_eq!(
        weights_file::bytes(&network).unwrap_err().to_string(),
        "first.bias: expected finite numbers, got NaN"
    );
    network.first.bias[3] = 1e300;
    assert!(weights_file::bytes(&network).is_err());
}

#[test]
fn an_error_names_the_file_and_what_was_expected() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cut.safetensors");
    fs::write(&file, &weights()[..weights().len() - 1]).unwrap();
    let message = weights_file::load(&file).unwrap_err().to_string();
    let expected = format!("{}: expected a whole safetensors file: ", file.display());
    assert!(message.starts_with(&expected), "{message}");
    let none = folder.path().join("none.safetensors");
    let message = weights_file::load(&none).unwrap_err().to_string();
    let expected = format!(
        "{}: expected a file that can be read to its end: ",
        none.display()
    );
    assert!(message.starts_with(&expected), "{message}");
    let large = folder.path().join("large.safetensors");
    fs::File::create(&large)
        .unwrap()
        .set_len((1 << 26) + 1)
        .unwrap();
    let message = weights_file::load(&large).unwrap_err().to_string();
    assert_eq!(
        message,
        format!("{}: expected at most 67108864 bytes", large.display())
    );
}

#[test]
fn what_cannot_be_written_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weights.safetensors");
    let hash = weights_file::save(training().network(), &file).unwrap();
    assert_eq!(weights_file::sha256(&fs::read(&file).unwrap()), hash);
    let mut broken = training().network().clone();
    broken.dense[0].bias[0] = f64::INFINITY;
    assert!(weights_file::save(&broken, &file).is_err());
    assert_eq!(fs::read(&file).unwrap(), weights());
    // A file is no folder.
    let below = file.join("weights.safetensors");
    let message = weights_file::save(training().network(), &below).unwrap_err();
    let expected = format!(
        "{}: expected a place that can be written to: ",
        below.display()
    );
    assert!(message.to_string().starts_with(&expected), "{message}");
    assert_eq!(fs::read(&file).unwrap(), weights());
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn a_bare_name_is_a_file_of_this_folder() {
    let name = Path::new("digits-test-of-a-bare-name.safetensors");
    weights_file::save(training().network(), name).unwrap();
    assert_eq!(
        &weights_file::load(name).unwrap(),
        &weights_file::network(weights()).unwrap()
    );
    fs::remove_file(name).unwrap();
}

#[test]
fn a_training_of_other_shapes_is_refused() -> Result<(), Error> {
    let mut network = Network::start(1)?;
    let velocity = digits::Gradients::zeros(&network);
    network.dense[2] = backprop::Dense::zeros(84, 9)?;
    let refused = Training::resume(Options::default(), network, velocity, Vec::new());
    assert_eq!(
        refused.unwrap_err().to_string(),
        "the network: expected the shape 10×84, got 9×84"
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(weights_file::network(&bytes).is_err());
        prop_assert!(resumed(&bytes).is_err());
    }

    #[test]
    fn a_file_cut_anywhere_is_refused(share in 0.0..1.0) {
        let cut = |bytes: &'static [u8]| &bytes[..(share * bytes.len() as f64) as usize];
        prop_assert!(weights_file::network(cut(weights())).is_err());
        prop_assert!(resumed(cut(checkpoint_bytes())).is_err());
    }

    #[test]
    fn a_byte_changed_in_the_header_is_refused_or_does_no_harm(at in 0_usize..1000, byte: u8) {
        let mut bytes = weights().to_vec();
        bytes[at] = byte;
        if let Ok(network) = weights_file::network(&bytes) {
            // Two arrays of one shape may have changed places, or a number its last bits.
            prop_assert!(network.forward(&ndarray::Array3::zeros((1, 28, 28))).is_ok());
        }
        let mut bytes = checkpoint_bytes().to_vec();
        bytes[at] = byte;
        if let Ok(back) = resumed(&bytes) {
            prop_assert_eq!(&back, training());
        }
    }
}
