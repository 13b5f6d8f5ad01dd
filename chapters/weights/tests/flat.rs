//! Where the gradient is zero.

use weights::book::worked::{Beside, Saddle, TwoValleys, beside};

fn loss(w: f64) -> f64 {
    TwoValleys::loss(w).unwrap()
}

#[test]
fn the_derivative_is_zero_at_two_minima_and_at_the_top_between() {
    let flat = TwoValleys::flat().unwrap();
    for (w, minimum) in flat.into_iter().zip([true, false, true]) {
        assert!(TwoValleys::derivative(w).unwrap().abs() < 1e-12, "{w}");
        for aside in [w - 0.01, w + 0.01] {
            assert_eq!(loss(aside) > loss(w), minimum, "{w}");
        }
    }
    assert!(loss(flat[0]) > loss(flat[2]) + 0.05);
}

#[test]
fn the_derivative_of_the_valleys_is_what_a_nudge_measures() {
    for w in [-1.0, 0.0, 0.5, 1.0, 1.9, 2.5, 4.4, 7.0] {
        let measured = (loss(w + 1e-6) - loss(w - 1e-6)) / 2e-6;
        approx::assert_abs_diff_eq!(
            TwoValleys::derivative(w).unwrap(),
            measured,
            epsilon = 1e-9
        );
    }
}

#[test]
fn the_middle_of_the_saddle_is_neither_a_minimum_nor_a_maximum() {
    for far in [0.1, 0.5, 1.0] {
        let outputs = beside(&Beside { far }).unwrap();
        let middle = Saddle::loss([0.0, 0.0]);
        assert!(outputs.get("same").unwrap() < middle);
        assert!(outputs.get("opposite").unwrap() > middle);
        // … and along either axis the loss does not change at all.
        assert_eq!(Saddle::loss([far, 0.0]), middle);
        assert_eq!(Saddle::loss([0.0, far]), middle);
    }
}

#[test]
fn descent_that_starts_in_the_middle_of_the_saddle_stays_there() {
    let given = Saddle {
        w1: 0.0,
        w2: 0.0,
        ..Saddle::default()
    };
    assert!(given.path().unwrap().iter().all(|w| *w == [0.0, 0.0]));
}
