//! Bad input is refused by name; strange values go through by rule.

use neurons::{
    Error, Neuron, Point, corrected, identity, pass, sigmoid, sigmoid_derivative,
    sigmoid_textbook, threshold, weighted_sum,
};

const TWO_WEIGHTS: [f64; 2] = [0.1, -0.3];

fn neuron() -> Neuron {
    Neuron {
        weights: TWO_WEIGHTS.to_vec(),
        bias: 0.0,
    }
}

#[test]
fn a_weighted_sum_of_the_wrong_length_names_both_lengths() {
    let error = weighted_sum(&[1.0, 2.0, 3.0], &TWO_WEIGHTS, 0.0).unwrap_err();
    let lengths = Error::Lengths {
        inputs: 3,
        weights: 2,
    };
    assert_eq!(error, lengths);
    assert_eq!(
        error.to_string(),
        "expected one weight for each input, got 3 inputs and 2 weights"
    );
}

#[test]
fn a_weighted_sum_of_nothing_is_refused() {
    let error = weighted_sum(&[], &[], 0.5).unwrap_err();
    assert_eq!(error, Error::Empty);
    assert_eq!(
        error.to_string(),
        "expected at least one input and one weight, got none of either"
    );
}

#[test]
fn every_use_of_a_neuron_refuses_inputs_of_the_wrong_length() {
    let lengths = Error::Lengths {
        inputs: 1,
        weights: 2,
    };
    let (neuron, x) = (neuron(), [0.5]);
    assert_eq!(neuron.z(&x), Err(lengths));
    assert_eq!(neuron.output(&x, sigmoid), Err(lengths));
    assert_eq!(corrected(&neuron, &x, 1.0), Err(lengths));
    let point = Point {
        x: x.to_vec(),
        t: 1.0,
    };
    assert_eq!(pass(&neuron, &[point]), Err(lengths));
}

#[test]
fn nan_in_gives_nan_out() {
    for f in [
        sigmoid,
        sigmoid_textbook,
        sigmoid_derivative,
        threshold,
        identity,
    ] {
        assert!(f(f64::NAN).is_nan());
    }
    for x in [[f64::NAN, 1.0], [1.0, f64::NAN]] {
        assert!(neuron().z(&x).unwrap().is_nan());
        assert!(neuron().output(&x, sigmoid).unwrap().is_nan());
        assert!(corrected(&neuron(), &x, 1.0).unwrap().bias.is_nan());
    }
    assert!(weighted_sum(&[1.0], &[f64::NAN], 0.0).unwrap().is_nan());
    assert!(weighted_sum(&[1.0], &[1.0], f64::NAN).unwrap().is_nan());
}

#[test]
fn infinities_saturate_the_sigmoid() {
    assert_eq!(sigmoid(f64::INFINITY), 1.0);
    assert_eq!(sigmoid(f64::NEG_INFINITY), 0.0);
    assert_eq!(sigmoid_derivative(f64::INFINITY), 0.0);
    assert_eq!(sigmoid_derivative(f64::NEG_INFINITY), 0.0);
    assert_eq!(threshold(f64::INFINITY), 1.0);
    assert_eq!(threshold(f64::NEG_INFINITY), 0.0);
}

#[test]
fn infinities_of_opposite_sign_cancel_to_nan() {
    let z = weighted_sum(&[f64::INFINITY, f64::INFINITY], &[1.0, -1.0], 0.0).unwrap();
    assert!(z.is_nan());
}
