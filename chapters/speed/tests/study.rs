//! The results that the chapter states: of these digits, these options and this code.

#[path = "../benches/axes/mod.rs"]
mod axes;

use digits::Split;
use digits::study::design;
use digits::train_validation_test;
use speed::Isa;
use speed::book::cases::{self, Case};
use speed::book::results::{Measured, Peers};
use speed::book::study::{self, hash};
use speed::book::{Axis, chapter};
use speed::geometry::SUM_GROUP;
use speed::train::{F32Dataset, Training};
use std::collections::BTreeSet;

/// All that the chapter measures.
fn all() -> Vec<Case> {
    let mut cases = cases::all(Isa::best()).unwrap();
    cases.extend(axes::cases(Isa::best()));
    cases
}

#[test]
fn the_study_is_of_the_book_s_digits_and_has_every_run_of_its_design() {
    let [.., held_out] = train_validation_test().unwrap();
    let (train, study) = (Split::embedded().unwrap().train, study::accuracy().unwrap());
    assert_eq!(study.train, train.sha256());
    assert_eq!(study.evaluation, held_out.sha256());
    let options = study::design()
        .into_iter()
        .map(|options| options.to_string());
    let found = study.runs.iter().map(|run| run.options.clone());
    assert!(found.eq(options));
    for run in &study.runs {
        assert_eq!(run.epochs.len(), design::EPOCHS);
        assert!(run.scores.iter().all(|score| score.of == held_out.len()));
    }
}

/// A code that learns otherwise would have other results.
#[test]
fn the_first_epoch_still_has_the_hash_of_the_results() {
    let digits = F32Dataset::new(&Split::embedded().unwrap().train);
    let study = study::accuracy().unwrap();
    for options in study::design() {
        let mut training = Training::start(options, Isa::best(), 1).unwrap();
        let epoch = training.epoch(&digits, |_| ()).unwrap();
        let run = study.run(options).unwrap();
        assert_eq!(run.first, hash(&training).unwrap(), "{options}");
        assert_eq!(run.epochs[0], epoch);
    }
}

/// The names in the results are those of the code.
#[test]
fn the_results_have_the_benches_that_there_are() {
    let cases = all();
    let names: BTreeSet<String> = cases.iter().map(|case| case.name.clone()).collect();
    assert_eq!(names.len(), cases.len(), "two benches of one name");
    let measured = Measured::committed().unwrap();
    let committed: BTreeSet<String> = measured.benches.keys().cloned().collect();
    assert_eq!(committed, names);
    for axis in Axis::ALL {
        assert!(
            axis.sizes()
                .iter()
                .all(|size| names.contains(&axis.bench(*size)))
        );
    }
    assert!(
        names
            .iter()
            .any(|name| name.starts_with(chapter().drawn[0]))
    );
}

/// Everything that is measured can be done.
#[test]
fn every_bench_runs() {
    for mut case in all() {
        if !case.name.ends_with("1024") && !case.name.ends_with("read-far") {
            (case.run)();
        }
        assert!(case.amount > 0, "{}", case.name);
    }
}

#[test]
fn what_the_chapter_compares_is_what_was_compared_on_the_machine_of_the_benches() {
    let (peers, measured) =
        (Peers::committed().unwrap(), Measured::committed().unwrap());
    let ops: BTreeSet<&str> = Peers::OPS.iter().map(|(op, _)| *op).collect();
    assert!(peers.ops.keys().map(String::as_str).eq(ops));
    assert!(measured.machine.starts_with(&peers.machine));
}

/// Beyond rows of one full register, no size is more than twice as far from the bound as the one beside it.
#[test]
fn the_cost_grows_along_each_axis_as_predicted() {
    let measured = Measured::committed().unwrap();
    let (peak, near) = (
        measured.giga("peak").unwrap(),
        measured.giga("read-near").unwrap(),
    );
    for axis in Axis::ALL {
        let far = |size: &usize| {
            let least = axis.shape(*size).count().unwrap().least(peak, near);
            measured.bench(&axis.bench(*size)).unwrap().ns / least
        };
        let sizes = axis.sizes().iter();
        let sizes = sizes.filter(|size| axis != Axis::Image || **size >= SUM_GROUP);
        let far: Vec<f64> = sizes.map(far).collect();
        println!("{}: {far:.2?}", axis.name());
        for pair in far.windows(2) {
            assert!(
                pair[1] < 2.0 * pair[0] && pair[0] < 2.0 * pair[1],
                "{pair:?}"
            );
        }
    }
}
