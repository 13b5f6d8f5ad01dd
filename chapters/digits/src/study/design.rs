//! Which trainings the studies are made of.

use digits::{Jitter, Options};

/// How many epochs every training has.
pub const EPOCHS: usize = 20;

/// The seeds of the trainings that are scored on the digits held out, fixed beforehand.
pub const SEEDS: [u64; 5] = [1, 2, 3, 4, 5];

/// The ways of moving digits among which the validation part chooses.
pub const WAYS: [Jitter; 8] = [
    Jitter::NONE,
    way(10.0, 1.0, 15),
    way(15.0, 1.0, 15),
    way(20.0, 1.0, 15),
    way(10.0, 2.0, 15),
    way(15.0, 2.0, 15),
    way(20.0, 2.0, 15),
    // To the end.
    way(10.0, 2.0, 20),
];

const fn way(turn: f64, shift: f64, epochs: usize) -> Jitter {
    Jitter {
        turn,
        shift,
        epochs,
    }
}

/// The trainings scored on the validation part: each of the [`WAYS`] with three seeds.
pub fn validation() -> Vec<Options> {
    all(&SEEDS[..3], &WAYS)
}

/// The trainings scored on the digits held out: as they are, and moved in the way chosen.
pub fn accuracy() -> Vec<Options> {
    all(&SEEDS, &[Jitter::NONE, Jitter::CHOSEN])
}

fn all(seeds: &[u64], ways: &[Jitter]) -> Vec<Options> {
    let with = |jitter: Jitter| {
        (seeds.iter()).map(move |&seed| Options {
            jitter,
            seed,
            ..Options::default()
        })
    };
    ways.iter().copied().flat_map(with).collect()
}
