//! Where the sources slip, shown by running.

use neurons::{Neuron, sigmoid, sigmoid_derivative, sigmoid_textbook, threshold};

#[test]
fn textbook_sigmoid_overflows_and_is_right_by_luck() {
    // ANCHOR: slip_8
    let z = -1000.0;
    assert_eq!(libm::exp(-z), f64::INFINITY); // the overflow that NumPy warns of
    assert_eq!(sigmoid_textbook(z), 0.0); // 1 ÷ ∞: the right limit, by luck

    // The same quotient turned upside down has no such luck on its own bad side.
    let mirrored = |z: f64| libm::exp(z) / (libm::exp(z) + 1.0);
    assert!(mirrored(-z).is_nan()); // ∞ ÷ ∞

    // The stable form takes whichever exponential is small.
    assert_eq!([sigmoid(z), sigmoid(-z)], [0.0, 1.0]);
    // ANCHOR_END: slip_8
}

#[test]
fn stable_sigmoid_still_answers_where_the_textbook_form_has_given_up() {
    let z = -720.0;
    assert_eq!(sigmoid_textbook(z), 0.0);
    assert!(sigmoid(z) > 0.0);
    approx::assert_relative_eq!(sigmoid(z), libm::exp(z), max_relative = 1e-9);
}

#[test]
fn sigmoid_derivative_is_largest_for_very_small_inputs_not_vanishing() {
    // ANCHOR: slip_14
    // Small in size: the derivative is at its largest, a quarter.
    assert!((sigmoid_derivative(0.001) - 0.25).abs() < 1e-7);
    // Large in size, of either sign: it vanishes.
    assert!(sigmoid_derivative(40.0) < 1e-17);
    assert!(sigmoid_derivative(-40.0) < 1e-17);
    // ANCHOR_END: slip_14
}

#[test]
fn one_minus_the_output_loses_the_derivative_that_the_mirror_keeps() {
    // ANCHOR: cancellation
    let z = 40.0;
    let y = sigmoid(z);
    assert_eq!(y * (1.0 - y), 0.0); // y has been rounded to 1, and 1 − 1 is nothing
    assert!(sigmoid_derivative(z) > 4e-18); // σ(z) σ(−z) never subtracts
    // ANCHOR_END: cancellation
}

#[test]
fn hard_threshold_has_derivative_zero_so_its_gradient_teaches_nothing()
-> Result<(), neurons::Error> {
    // ANCHOR: slip_9
    // How far does the output go when z is nudged a thousandth to either side?
    let derivative = |f: fn(f64) -> f64, z: f64| (f(z + 0.001) - f(z - 0.001)) / 0.002;

    let neuron = Neuron {
        weights: vec![0.1, -0.3],
        bias: 0.0,
    };
    let z = neuron.z(&[0.5, -1.2])?;
    assert!((derivative(sigmoid, z) - 0.2398).abs() < 0.0001);
    assert_eq!(derivative(threshold, z), 0.0);
    // And not only there: on the whole line, but for the jump itself.
    for z in [-100.0, -2.0, -0.01, 0.01, 2.0, 100.0] {
        assert_eq!(derivative(threshold, z), 0.0);
    }
    // ANCHOR_END: slip_9
    Ok(())
}
