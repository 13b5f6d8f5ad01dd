//! Every number that the two sources print stands in the ledger, with its exact value.

use approx::assert_abs_diff_eq;
use press::computed::Computed;
use press::ledger::{Row, rows};
use std::path::Path;

/// Source, digits as printed (with a true minus), and the values recomputed with NumPy in f64.
const PRINTED: &[(&str, Option<&str>, &[f64])] = &[
    ("000", Some("0.41"), &[0.41]),
    ("000", Some("0.6011"), &[0.6010878788483698]),
    ("000", Some("0.2398"), &[0.2397812407499373]),
    ("000", Some("0.0480"), &[0.04795624814998747]),
    ("000", Some("0.05"), &[0.05]),
    ("000", Some("0.36"), &[0.36]),
    ("000", Some("0.0240"), &[0.023978124074993733]),
    ("000", Some("−0.0576"), &[-0.057547497779984955]),
    ("000", Some("0.0048"), &[0.004795624814998747]),
    ("000", Some("−0.0144"), &[-0.014386874444996239]),
    ("000", Some("0.0976"), &[0.09760218759250064]),
    ("000", Some("−0.2942"), &[-0.2942452502220015]),
    ("000", Some("−0.0048"), &[-0.004795624814998747]),
    ("001", None, &[0.6034832498647263]),
    (
        "001",
        Some("[0.39513082 0.19707849 0.59902616]"),
        &[0.39513082455012766, 0.1970784947300766, 0.5990261649100255],
    ),
    ("001", Some("0.09026164910025532"), &[0.09026164910025532]),
    ("001", Some("[[8. 8. 8.] [8. 8. 8.] [8. 8. 8.]]"), &[8.0; 9]),
    ("001", Some("[[6. 8.] [14. 16.]]"), &[6.0, 8.0, 14.0, 16.0]),
];

fn ledger() -> Vec<Row> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let chapters = live::chapters();
    rows(root, &chapters, &Computed::all(&chapters)).expect("a ledger without problems")
}

/// The rows of `source` that print the numerals of `digits`.
fn rows_of<'a>(ledger: &'a [Row], source: &str, digits: Option<&str>) -> Vec<&'a Row> {
    let numerals = |text: &str| -> Vec<String> {
        let found = press::numeral::find(text).into_iter();
        found.map(|at| text[at].to_string()).collect()
    };
    let same = |row: &&Row| {
        row.source == source && row.digits.map(numerals) == digits.map(numerals)
    };
    ledger.iter().filter(same).collect()
}

#[test]
fn the_ledger_has_every_printed_number_with_its_exact_value() {
    let ledger = ledger();
    for (source, digits, exact) in PRINTED {
        let rows = rows_of(&ledger, source, *digits);
        assert!(
            !rows.is_empty(),
            "source {source} prints {digits:?}: {ledger:#?}"
        );
        for row in rows {
            assert_eq!(row.computed.len(), exact.len(), "{row:?}");
            for (computed, exact) in row.computed.iter().zip(*exact) {
                assert_abs_diff_eq!(*computed, *exact, epsilon = 1e-12);
            }
        }
    }
}

#[test]
fn the_ledger_has_the_error_term_and_the_bias_gradient_though_their_digits_are_the_same()
 {
    assert_eq!(rows_of(&ledger(), "000", Some("0.0480")).len(), 2);
}

#[test]
fn of_all_printed_numbers_one_differs_from_its_computation() {
    let ledger = ledger();
    let differing: Vec<_> = ledger.iter().flat_map(Row::slips).collect();
    assert_eq!(differing, [("−0.0576".to_string(), "−0.0575".to_string())]);
}
