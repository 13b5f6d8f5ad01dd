//! Where the chance of a training comes from: always the same chance for the same purpose.

use rand::Rng;
use rand::seq::SliceRandom;
use rand_pcg::{Pcg64, rand_core::SeedableRng};

// ANCHOR: chance
/// A source of chance for one `purpose` of a training with this `seed`: a list of numbers that no other
/// purpose has.
pub(crate) fn chance(seed: u64, purpose: &[usize]) -> Pcg64 {
    let mut random = Pcg64::seed_from_u64(seed);
    for number in purpose {
        random = Pcg64::seed_from_u64(random.next_u64() ^ *number as u64);
    }
    random
}

/// The places of all `samples` in the order of their turns in this `epoch`, counted from 0.
pub fn order(seed: u64, epoch: usize, samples: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..samples).collect();
    order.shuffle(&mut chance(seed, &[epoch]));
    order
}
// ANCHOR_END: chance
