//! Listings of the chapter's page that are not a definition.

use digits::{Dataset, Error, Options, Training, Workers};

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
