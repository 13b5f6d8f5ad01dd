//! What the split promises.

use digits::{Dataset, Error, LABELS, PIXELS, Sample, Split, split};
use proptest::prelude::*;
use std::sync::LazyLock;

static ALL: LazyLock<Dataset> = LazyLock::new(|| Dataset::embedded().unwrap());

/// Digits with the given number of each label, no two alike, their labels mixed.
fn dataset(counts: [usize; LABELS]) -> Dataset {
    let most = counts.into_iter().max().unwrap_or(0);
    let labels =
        (0..most).flat_map(|i| (0..LABELS).filter(move |&label| i < counts[label]));
    let sample = |(n, label): (usize, usize)| {
        let mut pixels = [0; PIXELS];
        pixels[..8].copy_from_slice(&n.to_le_bytes());
        Sample {
            label: label as u8,
            pixels,
        }
    };
    Dataset::new(labels.enumerate().map(sample).collect()).unwrap()
}

#[test]
fn the_2000_held_out_digits_have_a_fifth_of_each_label() {
    let Split { train, test } = split(&ALL, 2_000, 0).unwrap();
    assert_eq!((train.len(), test.len()), (8_000, 2_000));
    assert_eq!(
        test.counts(),
        [200, 225, 198, 206, 196, 173, 203, 214, 189, 196]
    );
}

#[test]
fn the_split_of_the_book_is_these_digits_and_no_others() {
    let test = split(&ALL, 2_000, 0).unwrap().test;
    let hash = "74402b00ecda1f104788125803f2ff727489fa6addd820a9df661eef390ee2f6";
    assert_eq!(test.sha256(), hash);
}

#[test]
fn the_validation_part_is_cut_from_what_is_learned_from() {
    let Split { train, test } = split(&ALL, 2_000, 0).unwrap();
    let again = split(&train, 1_000, 0).unwrap();
    assert_eq!((again.train.len(), again.test.len()), (7_000, 1_000));
    assert!(
        again
            .test
            .samples()
            .iter()
            .all(|s| train.samples().contains(s))
    );
    assert!(
        again
            .test
            .samples()
            .iter()
            .all(|s| !test.samples().contains(s))
    );
}

#[test]
fn nothing_held_out_and_everything_held_out_are_refused() {
    for held_out in [0, 20, 21, usize::MAX] {
        let twenty = Dataset::from_records(data::BYTES).unwrap();
        let error = split(&twenty, held_out, 0).unwrap_err();
        let samples = 20;
        assert_eq!(error, Error::HeldOut { held_out, samples });
        let message = format!(
            "cannot hold out {held_out} of 20 samples: expected at least 1, and fewer than all"
        );
        assert_eq!(error.to_string(), message);
    }
    let none = Dataset::new(Vec::new()).unwrap();
    assert!(split(&none, 0, 0).is_err());
}

/// Some digits, and how many of them to hold out.
fn cases() -> impl Strategy<Value = (Dataset, usize)> {
    let counts = proptest::array::uniform10(0..30_usize);
    let counts =
        counts.prop_filter("two digits", |counts| counts.iter().sum::<usize>() > 1);
    counts.prop_flat_map(|counts| {
        let all: usize = counts.iter().sum();
        (Just(dataset(counts)), 1..all)
    })
}

proptest! {
    #[test]
    fn every_digit_is_in_one_part_and_the_order_stays(
        (all, held_out) in cases(), seed in any::<u64>(),
    ) {
        let Split { train, test } = split(&all, held_out, seed).unwrap();
        prop_assert_eq!(test.len(), held_out);
        // Merged by the order of the whole, the two parts are the whole.
        let (mut train, mut test) = (train.samples().iter(), test.samples().iter());
        let (mut a, mut b) = (train.next(), test.next());
        for sample in all.samples() {
            if a == Some(sample) {
                a = train.next();
            } else {
                prop_assert_eq!(b, Some(sample));
                b = test.next();
            }
        }
        prop_assert_eq!((a, b), (None, None));
    }

    #[test]
    fn each_labels_share_is_the_same_to_within_one(
        (all, held_out) in cases(), seed in any::<u64>(),
    ) {
        let test = split(&all, held_out, seed).unwrap().test;
        for (count, held) in all.counts().into_iter().zip(test.counts()) {
            let share = (count * held_out) as f64 / all.len() as f64;
            prop_assert!((held as f64 - share).abs() < 1.0, "{held} of {count}: {share}");
        }
    }

    #[test]
    fn a_seed_gives_one_split_and_another_seed_another(seed in any::<u64>(), other in any::<u64>()) {
        prop_assume!(seed != other);
        let all = dataset([20; LABELS]);
        let once = split(&all, 50, seed).unwrap();
        prop_assert_eq!(&once, &split(&all, 50, seed).unwrap());
        prop_assert_ne!(&once, &split(&all, 50, other).unwrap());
    }
}
