//! Where the random numbers of a training come from: always the same ones for the same purpose.

use rand::Rng;
use rand::seq::SliceRandom;
use rand_pcg::{Pcg64, rand_core::SeedableRng};

/// The generator for one `purpose` of a training with this `seed`: a list of numbers that no other purpose
/// has.
pub(crate) fn rng(seed: u64, purpose: &[usize]) -> Pcg64 {
    let mut rng = Pcg64::seed_from_u64(seed);
    for number in purpose {
        rng = Pcg64::seed_from_u64(rng.next_u64() ^ *number as u64);
    }
    rng
}

/// The places of all `samples` as they are shuffled for this `epoch`, counted from 0.
pub fn permutation(seed: u64, epoch: usize, samples: usize) -> Vec<usize> {
    let mut places: Vec<usize> = (0..samples).collect();
    places.shuffle(&mut rng(seed, &[epoch]));
    places
}
