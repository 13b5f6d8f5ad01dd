//! The results that the chapter states: of these digits, these options and this code.

use data::Digit;
use digits::study::{Nearest, Study, design};
use digits::{
    Dataset, Jitter, Options, Sample, Split, Training, Workers, nearest,
    train_validation_test, trained, weights_file,
};
use ndarray::Axis;

fn options(studied: &Study) -> Vec<&str> {
    studied.runs.iter().map(|run| &*run.options).collect()
}

fn displayed(options: Vec<Options>) -> Vec<String> {
    options.iter().map(Options::to_string).collect()
}

#[test]
fn each_study_is_of_the_book_s_digits_and_has_every_run_of_its_design() {
    let [fit, validation, test] = train_validation_test().unwrap();
    let Split { train, .. } = Split::embedded().unwrap();
    let (chosen_by, scored_on) =
        (Study::validation().unwrap(), Study::accuracy().unwrap());
    for (study, train, evaluation, design, scores) in [
        (
            &chosen_by,
            &fit,
            &validation,
            design::validation(),
            design::EPOCHS,
        ),
        (&scored_on, &train, &test, design::accuracy(), 1),
    ] {
        assert_eq!(study.train, train.sha256());
        assert_eq!(study.evaluation, evaluation.sha256());
        assert_eq!(options(study), displayed(design));
        for run in &study.runs {
            assert_eq!(run.epochs.len(), design::EPOCHS);
            assert_eq!(run.scores.len(), scores);
            assert!(run.scores.iter().all(|score| score.of == evaluation.len()));
        }
    }
}

/// A code that learns otherwise would have other results.
#[test]
fn the_first_epoch_still_has_the_hash_of_the_results() {
    let Split { train, .. } = Split::embedded().unwrap();
    let study = Study::accuracy().unwrap();
    for jitter in [Jitter::NONE, Jitter::CHOSEN] {
        let options = Options {
            jitter,
            ..Options::default()
        };
        let mut training = Training::start(options).unwrap();
        let workers = Workers::new(0).unwrap();
        training.epoch(&train, &workers, |_| ()).unwrap();
        let bytes = weights_file::bytes(training.network()).unwrap();
        let run = study.run(options).unwrap();
        assert_eq!(run.first, weights_file::sha256(&bytes), "{options}");
    }
}

#[test]
fn the_weights_that_ship_are_those_of_the_first_seed_with_augmentation() {
    let options = Options {
        jitter: Jitter::CHOSEN,
        seed: design::SEEDS[0],
        ..Options::default()
    };
    let study = Study::accuracy().unwrap();
    let run = study.run(options).unwrap();
    assert_eq!(run.last, weights_file::sha256(trained::FILE));
    let evaluation = &trained::held_out().unwrap().evaluation;
    assert_eq!(evaluation.right(), run.scores[0].right);
}

#[test]
fn the_way_of_moving_digits_is_the_one_that_the_validation_part_found_best() {
    let study = Study::validation().unwrap();
    let last = |way: Jitter| {
        study
            .with(way)
            .into_iter()
            .filter_map(|run| run.scores.last())
    };
    let right = |way| last(way).map(|score| score.right).sum::<usize>();
    let loss = |way| last(way).map(|score| score.loss).sum::<f64>();
    let best = design::WAYS.into_iter().max_by(|&a, &b| {
        let by_right = right(a).cmp(&right(b));
        by_right.then_with(|| loss(b).total_cmp(&loss(a)))
    });
    assert_eq!(best, Some(Jitter::CHOSEN));
    assert_eq!(last(Jitter::CHOSEN).count(), 3);
}

#[test]
fn the_results_of_the_nearest_are_of_the_book_s_digits() {
    let [.., test] = train_validation_test().unwrap();
    let Split { train, .. } = Split::embedded().unwrap();
    let recorded = Nearest::recorded().unwrap();
    assert_eq!(recorded.train, train.sha256());
    assert_eq!(recorded.evaluation, test.sha256());
    assert_eq!(recorded.of, test.len());
}

#[test]
fn the_nearest_of_many_is_the_one_that_the_chapter_s_listing_finds() {
    let few = |digits: &Dataset, every: usize| {
        let samples = digits.samples().iter().step_by(every);
        Dataset::new(samples.cloned().collect()).unwrap()
    };
    let Split { train, test } = Split::embedded().unwrap();
    let (train, test) = (few(&train, 40), few(&test, 50));
    let found = Nearest::of(&train, &test, &Workers::new(2).unwrap());
    let digit = |sample: &Sample| Digit {
        label: sample.label,
        pixels: sample.image().remove_axis(Axis(0)),
    };
    let right = test.samples().iter().filter(|sample| {
        let others = train.samples().iter().map(digit);
        let digits: Vec<Digit> = std::iter::once(digit(sample)).chain(others).collect();
        nearest(&digits, 0).is_some_and(|found| digits[found].label == sample.label)
    });
    assert_eq!((found.right, found.of), (right.count(), test.len()));
    // Neither all nor none: the count says something.
    assert!(found.right > test.len() / 2 && found.right < test.len());
}
