//! What takes minutes, run by `cargo book test --slow`: the results are made again.

use digits::study::{Run, Scored, Study};
use digits::{Jitter, Options, Split, Workers, trained, weights_file};

/// The weights that ship, from the start, to the same file.
#[test]
#[ignore = "trains for 20 epochs: cargo book test --slow"]
fn the_trained_weights_are_made_again_to_the_same_hash() {
    let Split { train, test } = Split::embedded().unwrap();
    let options = Options {
        jitter: Jitter::CHOSEN,
        ..Options::default()
    };
    let workers = Workers::new(0).unwrap();
    let (digits, scored) = ((&train, &test), Scored::LastEpoch);
    let run = Run::of(options, digits, scored, &workers, |_| ()).unwrap();
    assert_eq!(run.last, weights_file::sha256(trained::FILE));
    assert_eq!(Some(&run), Study::accuracy().unwrap().run(options));
}
