//! Bad input is refused by name; strange values go through by rule.

use neurons::{Neuron, Point};
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use weights::{
    Error, Gradient, descent, draw_points, gradient, mean_gradient, mean_loss,
    share_right, small_normal, squared_error, squared_error_derivative, step,
    update_in_place, updated,
};

fn neuron() -> Neuron {
    Neuron {
        weights: vec![0.4, 0.2],
        bias: 0.1,
    }
}

const THREE_FOR_TWO: Error = Error::Neuron(neurons::Error::Lengths {
    inputs: 3,
    weights: 2,
});

#[test]
fn inputs_of_the_wrong_length_are_refused_with_both_lengths() {
    let x = [1.0, 2.0, 3.0];
    let points = [Point {
        x: x.to_vec(),
        t: 0.4,
    }];
    assert_eq!(gradient(&neuron(), &x, 0.4), Err(THREE_FOR_TWO));
    assert_eq!(mean_loss(&neuron(), &points), Err(THREE_FOR_TWO));
    assert_eq!(mean_gradient(&neuron(), &points), Err(THREE_FOR_TWO));
    assert_eq!(step(&neuron(), &points, 0.1), Err(THREE_FOR_TWO));
    assert_eq!(share_right(&neuron(), &points), Err(THREE_FOR_TWO));
    assert_eq!(descent(&neuron(), &points, 0.1, 1), Err(THREE_FOR_TWO));
    assert_eq!(
        THREE_FOR_TWO.to_string(),
        "expected one weight for each input, got 3 inputs and 2 weights"
    );
}

#[test]
fn a_refused_update_in_place_leaves_the_weights_alone() {
    let mut w = [0.4, 0.2];
    let refused = update_in_place(&[1.0, 2.0, 3.0], 0.4, &mut w, 0.1, 0.1);
    assert_eq!(refused, Err(THREE_FOR_TWO));
    assert_eq!(w, [0.4, 0.2]);
}

#[test]
fn a_gradient_of_another_neuron_is_refused_with_both_lengths() {
    let gradient = Gradient {
        weights: vec![1.0],
        bias: 1.0,
    };
    let error = updated(&neuron(), &gradient, 0.1).unwrap_err();
    assert_eq!(
        error,
        Error::Gradient {
            derivatives: 1,
            weights: 2
        }
    );
    assert_eq!(
        error.to_string(),
        "expected one derivative for each weight, got 1 and 2 weights"
    );
}

#[test]
fn no_points_are_refused() {
    assert_eq!(mean_loss(&neuron(), &[]), Err(Error::NoPoints));
    assert_eq!(mean_gradient(&neuron(), &[]), Err(Error::NoPoints));
    assert_eq!(step(&neuron(), &[], 0.1), Err(Error::NoPoints));
    assert_eq!(share_right(&neuron(), &[]), Err(Error::NoPoints));
    assert_eq!(descent(&neuron(), &[], 0.1, 1), Err(Error::NoPoints));
    assert_eq!(
        Error::NoPoints.to_string(),
        "expected at least one point to learn from, got none"
    );
}

#[test]
fn absurd_numbers_of_weights_and_points_are_refused() {
    let error = small_normal(usize::MAX, 1).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "expected at most 268435456 random numbers, got a request for {}",
            usize::MAX
        )
    );
    let mut rng = Pcg64::seed_from_u64(1);
    for (n, idle) in [
        (usize::MAX, 0),
        (1, usize::MAX),
        (usize::MAX, usize::MAX),
        (2000, 2000),
    ] {
        let refused = draw_points(n, idle, 0.5, &mut rng);
        assert!(matches!(refused, Err(Error::TooMany { .. })));
    }
}

#[test]
fn nan_in_gives_nan_out() {
    assert!(squared_error(f64::NAN, 0.4).is_nan());
    assert!(squared_error(0.4, f64::NAN).is_nan());
    assert!(squared_error_derivative(f64::NAN, 0.4).is_nan());
    assert!(squared_error_derivative(0.4, f64::NAN).is_nan());
    let gradient = gradient(&neuron(), &[f64::NAN, 1.0], 0.4).unwrap();
    assert!(
        gradient.bias.is_nan()
            && gradient
                .weights
                .iter()
                .all(|derivative| derivative.is_nan())
    );
    let target = weights::gradient(&neuron(), &[1.0, 1.0], f64::NAN).unwrap();
    assert!(target.bias.is_nan());
    let new = updated(&neuron(), &target, 0.1).unwrap();
    assert!(new.bias.is_nan() && new.weights.iter().all(|weight| weight.is_nan()));
    assert!(
        updated(&neuron(), &gradient, f64::NAN)
            .unwrap()
            .bias
            .is_nan()
    );
}

#[test]
fn infinite_inputs_saturate_the_neuron_and_leave_no_usable_derivative() {
    let gradient = gradient(&neuron(), &[f64::INFINITY, 1.0], 0.4).unwrap();
    assert_eq!(gradient.bias, 0.0); // σ′(∞)
    assert!(gradient.weights[0].is_nan()); // 0 · ∞
}
