//! Listings of the chapter's pages that are not a definition.

use digits::{
    Dataset, Error, Gradients, Network, Options, Training, Workers, cross_entropy,
    permutation,
};

#[test]
fn the_first_batch_is_a_step_of_the_default_size() -> Result<(), Error> {
    // ANCHOR: step
    let digits = Dataset::embedded()?;
    let mut training = Training::start(Options::default())?;
    let progress = training.step(&digits, &Workers::alone())?;
    // ANCHOR_END: step
    assert_eq!((progress.epoch, progress.samples), (0, 64));
    assert!(progress.so_far.loss > 0.0);
    Ok(())
}

// ANCHOR: by_hand
/// The network of `seed`, after it has learned from `digits` for some epochs.
fn learned(digits: &Dataset, epochs: usize, seed: u64) -> Result<Network, Error> {
    let (batch, rate, momentum) = (8, 0.02, 0.9);
    let mut network = Network::start(seed)?;
    let mut velocity = Gradients::zeros(&network);
    for epoch in 0..epochs {
        for places in permutation(seed, epoch, digits.len()).chunks(batch) {
            // The gradients of the batch's digits, added up …
            let mut sum = Gradients::zeros(&network);
            for &place in places {
                let sample = &digits.samples()[place];
                let pass = network.forward(&sample.image())?;
                let entropy = cross_entropy(pass.logits(), sample.label)?;
                let gradients = network.backward(&pass, &entropy.d_logits)?;
                for (sum, g) in sum.0.iter_mut().zip(&gradients.0) {
                    *sum += g;
                }
            }
            // … and a step against its mean.
            let arrays = network.parameters_mut().into_iter();
            for ((mut w, v), sum) in arrays.zip(&mut velocity.0).zip(&sum.0) {
                *v *= momentum;
                *v += &(sum / places.len() as f64);
                w.scaled_add(-rate, v);
            }
        }
    }
    Ok(network)
}
// ANCHOR_END: by_hand

#[test]
fn the_training_by_hand_is_the_training_to_the_last_bit() -> Result<(), Error> {
    // Twenty digits in batches of eight: one group each, and the last has four.
    let digits = Dataset::from_records(data::BYTES)?;
    let options = Options {
        batch: 8,
        seed: 3,
        ..Options::default()
    };
    let mut training = Training::start(options)?;
    for _ in 0..3 {
        training.epoch(&digits, &Workers::alone(), |_| ())?;
    }
    assert_eq!(&learned(&digits, 3, 3)?, training.network());
    Ok(())
}
