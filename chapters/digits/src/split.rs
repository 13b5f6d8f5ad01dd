//! Parts of a dataset: to learn from, to choose settings by, to be judged by.

use digits::{Dataset, Error, LABELS};
use rand::seq::SliceRandom;
use rand_pcg::{Pcg64, rand_core::SeedableRng};

/// What to learn from, and what to be judged by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The digits to learn from.
    pub train: Dataset,
    /// The digits held out: no step of learning, and no choice, has seen them.
    pub test: Dataset,
}

// ANCHOR: held_out
/// How many of the book's digits are held out.
pub const HELD_OUT: usize = 2_000;

/// The seed of the generator that draws them.
pub const SPLIT_SEED: u64 = 0;
// ANCHOR_END: held_out

impl Split {
    /// The split of the book's 10,000 digits, by which everything in the chapter is judged.
    ///
    /// # Errors
    /// As [`Dataset::embedded`].
    #[cfg(feature = "train")]
    pub fn embedded() -> Result<Self, Error> {
        split(&Dataset::embedded()?, HELD_OUT, SPLIT_SEED)
    }
}

#[cfg(feature = "train")]
// ANCHOR: train_validation_test
/// What the chapter learns from, what its settings are chosen by, and what judges it.
pub fn train_validation_test() -> Result<[Dataset; 3], Error> {
    let Split { train, test } = Split::embedded()?;
    let Split {
        train,
        test: validation,
    } = split(&train, 1_000, 0)?;
    Ok([train, validation, test])
}
// ANCHOR_END: train_validation_test

// ANCHOR: split
/// Holds out `held_out` digits, drawn by the `seed`, so that of each label the same
/// share is held out, to within one digit. Both parts keep the order of the dataset.
///
/// # Errors
/// [`Error::HeldOut`] unless there is something in both parts.
pub fn split(dataset: &Dataset, held_out: usize, seed: u64) -> Result<Split, Error> {
    let samples = dataset.samples();
    // FOLD
    if !(1..samples.len()).contains(&held_out) {
        return Err(Error::HeldOut {
            held_out,
            samples: samples.len(),
        });
    }
    // FOLD_END
    let shares = shares(dataset.counts(), held_out);
    let mut rng = Pcg64::seed_from_u64(seed);
    let mut is_held_out = vec![false; samples.len()];
    for (label, share) in shares.into_iter().enumerate() {
        // Shuffle the places of this label, and take the first of them.
        let mut places: Vec<usize> = (0..samples.len())
            .filter(|&place| usize::from(samples[place].label) == label)
            .collect();
        places.shuffle(&mut rng);
        for &place in places.iter().take(share) {
            is_held_out[place] = true;
        }
    }
    let part = |held: bool| {
        let part = samples.iter().zip(&is_held_out);
        let part = part.filter(|(_, is_held_out)| **is_held_out == held);
        Dataset::new(part.map(|(sample, _)| sample.clone()).collect())
    };
    Ok(Split {
        train: part(false)?,
        test: part(true)?,
    })
}
// ANCHOR_END: split

// ANCHOR: shares
/// How many of the `held_out` digits fall to each label, of which there are `counts`.
fn shares(counts: [usize; LABELS], held_out: usize) -> [usize; LABELS] {
    let all: u64 = counts.iter().map(|&count| count as u64).sum();
    // share = count · held_out / all, rounded down
    let products = counts.map(|count| count as u64 * held_out as u64);
    let mut shares = products.map(|product| (product / all) as usize);
    // What rounding has left over falls to the labels that have lost most by it.
    let mut lost = products.map(|product| product % all);
    for _ in shares.iter().sum()..held_out {
        // Of equals, the smallest label.
        let most = (0..LABELS).rev().max_by_key(|&label| lost[label]);
        let label = most.unwrap_or(0);
        shares[label] += 1;
        lost[label] = 0;
    }
    shares
}
// ANCHOR_END: shares
