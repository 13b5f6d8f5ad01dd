//! What takes long, run by `cargo book test --slow`: what is committed is made again.

use digits::train_validation_test;
use digits::{Options, Split};
use speed::book::study;

/// The training of the first seed, from the start, to the same hash.
#[test]
#[ignore = "trains for 20 epochs: cargo book test --slow"]
fn the_first_training_is_made_again_to_the_same_hash() {
    let [.., held_out] = train_validation_test().unwrap();
    let train = Split::embedded().unwrap().train;
    let run = study::run(Options::default(), (&train, &held_out)).unwrap();
    let study = study::accuracy().unwrap();
    assert_eq!(Some(&run), study.run(Options::default()));
}
