//! One seed, one set of weights: however the work is shared, cut and gone on with.

use digits::train::Epoch;
use digits::{
    Dataset, Error, Jitter, Network, Options, Training, Workers, checkpoint,
    cross_entropy, evaluate, weights_file,
};

/// After three epochs of the twenty digits, on every machine and in every build: the SHA-256 of the
/// weights to the last bit, which another order of a sum would change, and that of their file.
const NUMBERS: &str =
    "ec1e82ff9447c42357ddb0d77de50fe6248358939b61d150642ebc0a65dcda07";
const FILE: &str = "073a10f86074a183b44e242ef884250c8c14110a089bab5aa0cf9f490293ae4d";

/// The book's twenty digits, in batches of 12: the last of each epoch has 8.
fn options() -> Options {
    Options {
        batch: 12,
        ..Options::default()
    }
}

fn twenty() -> Dataset {
    Dataset::from_records(data::BYTES).unwrap()
}

fn hash(training: &Training) -> String {
    let bytes = weights_file::bytes(training.network()).unwrap();
    weights_file::sha256(&bytes)
}

fn trained(
    options: Options,
    epochs: usize,
    workers: &Workers,
) -> Result<Training, Error> {
    let (mut training, digits) = (Training::start(options)?, twenty());
    for _ in 0..epochs {
        training.epoch(&digits, workers, |_| ())?;
    }
    Ok(training)
}

#[test]
fn a_short_run_has_the_hash_that_it_has_everywhere() -> Result<(), Error> {
    let training = trained(options(), 3, &Workers::alone())?;
    let numbers = training.network().parameters();
    let bytes = numbers.iter().flatten().flat_map(|w| w.to_le_bytes());
    assert_eq!(weights_file::sha256(&bytes.collect::<Vec<u8>>()), NUMBERS);
    assert_eq!(hash(&training), FILE);
    Ok(())
}

#[test]
fn any_number_of_threads_gives_the_same_bits() -> Result<(), Error> {
    let augmented = Options {
        jitter: Jitter::CHOSEN,
        ..options()
    };
    for options in [options(), augmented] {
        let alone = trained(options, 2, &Workers::new(1)?)?;
        for threads in [2, 5, 0] {
            assert_eq!(trained(options, 2, &Workers::new(threads)?)?, alone);
        }
    }
    Ok(())
}

#[test]
fn slices_give_the_same_bits_as_steps() -> Result<(), Error> {
    let whole = trained(options(), 2, &Workers::alone())?;
    let (mut sliced, digits) = (Training::start(options())?, twenty());
    let mut read = Vec::new();
    while sliced.history().len() < 2 {
        read.push(sliced.slice(&digits)?.samples);
    }
    assert_eq!(read, [8, 12, 20, 8, 12, 20]);
    assert_eq!(sliced, whole);
    Ok(())
}

#[test]
fn another_seed_or_option_gives_other_weights() -> Result<(), Error> {
    let others = [
        options(),
        Options {
            seed: 2,
            ..options()
        },
        Options {
            batch: 8,
            ..options()
        },
        Options {
            rate: 0.03,
            ..options()
        },
        Options {
            momentum: 0.8,
            ..options()
        },
        Options {
            jitter: Jitter::CHOSEN,
            ..options()
        },
    ];
    let mut hashes = Vec::new();
    for options in others {
        hashes.push(hash(&trained(options, 1, &Workers::alone())?));
    }
    hashes.sort();
    hashes.dedup();
    assert_eq!(hashes.len(), others.len());
    Ok(())
}

#[test]
fn a_training_cut_after_any_epoch_goes_on_to_the_same_weights() -> Result<(), Error> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cut.checkpoint");
    let (workers, digits) = (Workers::alone(), twenty());
    let whole = trained(options(), 4, &workers)?;
    for cut in 0..=4 {
        checkpoint::save(&trained(options(), cut, &workers)?, &digits.sha256(), &file)?;
        let mut resumed = checkpoint::load(&file, options(), &digits.sha256())?;
        assert_eq!(resumed.history().len(), cut);
        while resumed.history().len() < 4 {
            resumed.epoch(&digits, &workers, |_| ())?;
        }
        assert_eq!(resumed, whole);
    }
    Ok(())
}

#[test]
fn digits_are_moved_in_the_first_epochs_and_in_no_later_one() -> Result<(), Error> {
    let moved = |epochs| Options {
        jitter: Jitter {
            epochs,
            ..Jitter::CHOSEN
        },
        ..options()
    };
    let workers = Workers::alone();
    let first = trained(moved(1), 1, &workers)?;
    assert_eq!(first.network(), trained(moved(2), 1, &workers)?.network());
    assert_ne!(first.network(), trained(options(), 1, &workers)?.network());
    // The second epoch of one that goes on from there without moving anything.
    let mut second = Training::resume(
        options(),
        first.network().clone(),
        first.velocity().clone(),
        first.history().to_vec(),
    )?;
    second.epoch(&twenty(), &workers, |_| ())?;
    assert_eq!(second.network(), trained(moved(1), 2, &workers)?.network());
    assert_ne!(second.network(), trained(moved(2), 2, &workers)?.network());
    Ok(())
}

#[test]
fn a_step_is_the_mean_gradient_and_the_next_keeps_its_velocity() -> Result<(), Error> {
    let options = Options {
        batch: 8,
        ..Options::default()
    };
    // Five digits: one batch an epoch, which is not full.
    let five = Dataset::new(twenty().samples()[..5].to_vec())?;
    let mut training = Training::start(options)?;
    let mut network = Network::start(options.seed)?;
    let mut velocity: Vec<Vec<f64>> = (network.parameters().iter())
        .map(|array| vec![0.0; array.len()])
        .collect();
    for _ in 0..2 {
        let mut mean: Vec<Vec<f64>> =
            velocity.iter().map(|v| vec![0.0; v.len()]).collect();
        for sample in five.samples() {
            let pass = network.forward(&sample.image())?;
            let entropy = cross_entropy(pass.logits(), sample.label)?;
            let gradients = network.backward(&pass, &entropy.d_logits)?;
            for (mean, array) in mean.iter_mut().zip(&gradients.0) {
                for (mean, g) in mean.iter_mut().zip(array) {
                    *mean += g / 5.0;
                }
            }
        }
        let arrays = network.parameters_mut().into_iter().zip(&mut velocity);
        for ((mut array, velocity), mean) in arrays.zip(&mean) {
            for ((w, v), g) in array.iter_mut().zip(velocity).zip(mean) {
                *v = 0.9 * *v + g;
                *w -= 0.02 * *v;
            }
        }
        training.epoch(&five, &Workers::alone(), |_| ())?;
        // Another order of the sum: equal but for the last bits.
        for (ours, theirs) in training
            .network()
            .parameters()
            .iter()
            .zip(network.parameters())
        {
            for (a, b) in ours.iter().zip(theirs) {
                assert!((a - b).abs() < 1e-14, "{a} and {b}");
            }
        }
    }
    Ok(())
}

#[test]
fn a_training_learns_its_digits() -> Result<(), Error> {
    let training = trained(options(), 40, &Workers::alone())?;
    let evaluation = evaluate(training.network(), &twenty(), &Workers::alone())?;
    assert_eq!(evaluation.accuracy(), 1.0);
    let (first, last) = (training.history()[0], training.history()[39]);
    assert!(last.loss < 0.1 * first.loss, "{first:?} {last:?}");
    Ok(())
}

#[test]
fn the_evaluation_counts_what_was_taken_for_what() -> Result<(), Error> {
    let evaluation = evaluate(&Network::start(1)?, &twenty(), &Workers::alone())?;
    let confusion = evaluation.confusion();
    assert!(confusion.iter().all(|row| row.iter().sum::<usize>() == 2));
    let right: usize = (0..10).map(|label| confusion[label][label]).sum();
    assert_eq!(evaluation.accuracy(), right as f64 / 20.0);
    let mistakes = evaluation.mistakes();
    assert_eq!(mistakes.len(), 20 - right);
    assert!(
        mistakes
            .iter()
            .all(|reading| reading.predicted != reading.label)
    );
    assert!(mistakes.windows(2).all(|two| two[0].loss >= two[1].loss));
    let mean = evaluation.readings.iter().map(|r| r.loss).sum::<f64>() / 20.0;
    assert!((evaluation.loss() - mean).abs() < 1e-12);
    Ok(())
}

#[test]
fn options_out_of_range_are_refused() {
    let refused = [
        (
            Options {
                batch: 0,
                ..options()
            },
            "batch 0: expected a whole number from 1 to 4096",
        ),
        (
            Options {
                batch: 4097,
                ..options()
            },
            "batch 4097: expected a whole number from 1 to 4096",
        ),
        (
            Options {
                rate: 0.0,
                ..options()
            },
            "rate 0: expected a number above 0 and at most 1",
        ),
        (
            Options {
                rate: f64::NAN,
                ..options()
            },
            "rate NaN: expected a number above 0 and at most 1",
        ),
        (
            Options {
                momentum: 1.0,
                ..options()
            },
            "momentum 1: expected a number from 0 and below 1",
        ),
        (
            Options {
                momentum: -0.1,
                ..options()
            },
            "momentum -0.1: expected a number from 0 and below 1",
        ),
        (
            Options {
                jitter: Jitter {
                    turn: 181.0,
                    ..Jitter::CHOSEN
                },
                ..options()
            },
            "turn 181: expected a number from 0 to 180",
        ),
        (
            Options {
                jitter: Jitter {
                    shift: f64::NAN,
                    ..Jitter::CHOSEN
                },
                ..options()
            },
            "shift NaN: expected a number from 0 to 28",
        ),
    ];
    for (options, message) in refused {
        assert_eq!(options.check().unwrap_err().to_string(), message);
        assert_eq!(Training::start(options).unwrap_err().to_string(), message);
    }
}

#[test]
fn a_loss_that_is_no_number_ends_the_training() -> Result<(), Error> {
    let mut network = Network::start(1)?;
    network.dense[2].weights.fill(f64::MAX);
    let velocity = digits::Gradients::zeros(&network);
    let history = vec![Epoch {
        loss: 1.0,
        accuracy: 0.5,
    }];
    let mut training = Training::resume(options(), network.clone(), velocity, history)?;
    let ended = training.step(&twenty(), &Workers::alone()).unwrap_err();
    assert_eq!(
        ended.to_string(),
        "in epoch 2 the loss is no finite number any more: expected a rate small enough to learn by"
    );
    assert_eq!(training.network(), &network);
    Ok(())
}

#[test]
fn nothing_cannot_be_learned_from() -> Result<(), Error> {
    let mut training = Training::start(options())?;
    let nothing = Dataset::new(Vec::new())?;
    assert_eq!(training.slice(&nothing), Err(Error::NoSamples));
    assert_eq!(
        training.step(&nothing, &Workers::alone()),
        Err(Error::NoSamples)
    );
    Ok(())
}
