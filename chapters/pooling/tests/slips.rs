//! Where the notebook slips in this chapter, shown by running.

use convolution::{Convolution, dense_parameters};
use ndarray::{Array1, Array3, Array4};
use pooling::book::worked::compared;
use pooling::{
    Measured, Motion, Summary, Window, growth, max_pool, measured, shifts, turns,
};

// ANCHOR: helpers
fn pooled_by_two() -> Window {
    Window { size: 2, stride: 2 }
}

fn of_the_digits(motions: &[Motion], by: Summary) -> Measured {
    measured(data::digits(), motions, by).unwrap()
}
// ANCHOR_END: helpers

/// Slip 5.
#[test]
fn a_pooled_digit_that_turns_or_grows_is_not_the_same() {
    // ANCHOR: slip_5
    let max = Summary::Max(pooled_by_two());
    assert!(of_the_digits(&turns(20.0), max).change > 0.6);
    assert!(of_the_digits(&growth(20.0), max).change > 0.6);
    // ANCHOR_END: slip_5
}

/// Slip 5: what it does buy, for each motion, while the motion is small.
#[test]
fn pooling_lessens_a_small_change_a_little_whatever_the_motion() {
    let motions: [&[Motion]; 3] = [&shifts(1.0), &turns(10.0), &growth(10.0)];
    for motions in motions {
        let [pixels, every, average, max] =
            compared(2.0).map(|(_, by)| of_the_digits(motions, by).change);
        for pooled in [average, max] {
            assert!(
                (0.7 * pixels..0.9 * pixels).contains(&pooled),
                "{pooled} of {pixels}"
            );
        }
        // Fewer pixels alone buy nothing: it is the pooling.
        assert!(
            (every - pixels).abs() < 0.02 * pixels,
            "{every} of {pixels}"
        );
    }
}

/// Slip 5: part of that is because pooling brings everything nearer together.
#[test]
fn measured_by_what_lies_between_two_digits_pooling_gains_less() {
    let motions: [&[Motion]; 3] = [&shifts(1.0), &turns(10.0), &growth(10.0)];
    for motions in motions {
        let [pixels, _, average, max] =
            compared(2.0).map(|(_, by)| of_the_digits(motions, by).share);
        for pooled in [average, max] {
            assert!(
                (0.8 * pixels..0.97 * pixels).contains(&pooled),
                "{pooled} of {pixels}"
            );
        }
    }
}

/// Slip 5.
#[test]
fn max_pooling_keeps_more_digits_through_a_shift_but_not_through_a_turn() {
    let found = |motions: &[Motion], by| of_the_digits(motions, by).found;
    let max = Summary::Max(pooled_by_two());
    assert!(found(&shifts(2.0), max) > 1.5 * found(&shifts(2.0), Summary::Pixels));
    assert!(found(&turns(20.0), max) <= found(&turns(20.0), Summary::Pixels));
    // Growth tells nothing: every digit is found, whatever is kept of it.
    assert!(compared(2.0).map(|(_, by)| found(&growth(20.0), by)) == [1.0; 4]);
}

/// Slip 11.
#[test]
fn pooling_removes_no_parameter_but_the_dense_layer_after_it_shrinks() {
    // ANCHOR: two_layers
    let layer = Convolution {
        kernels: Array4::zeros((6, 1, 5, 5)),
        bias: Array1::zeros(6),
        stride: 1,
        padding: 0,
    };
    let maps = layer.forward(&Array3::zeros((1, 28, 28))).unwrap();
    let pooled = max_pool(&maps, pooled_by_two()).unwrap().values;
    let next = Convolution {
        kernels: Array4::zeros((16, 6, 3, 3)),
        bias: Array1::zeros(16),
        ..layer
    };
    // ANCHOR_END: two_layers
    // ANCHOR: slip_11
    // The same convolutional layer works on the full maps and on the pooled ones …
    assert!(next.forward(&maps).is_ok() && next.forward(&pooled).is_ok());
    assert_eq!(next.parameters(), 880);
    // … and only a dense layer has fewer weights to learn.
    assert_eq!(dense_parameters(maps.len(), 10), Ok(34_570));
    assert_eq!(dense_parameters(pooled.len(), 10), Ok(8_650));
    // ANCHOR_END: slip_11
}
