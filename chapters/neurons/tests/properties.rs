//! What holds of every neuron, not only of the ones on the page.

use neurons::{
    Neuron, Point, corrected, difference_quotient, identity, pass, sigmoid,
    sigmoid_derivative, sigmoid_textbook, threshold, weighted_sum,
};
use proptest::collection::vec;
use proptest::prelude::*;
use show::InputValues;

/// Any bit pattern: NaN, infinities, subnormals and all.
fn anything() -> impl Strategy<Value = f64> {
    any::<u64>().prop_map(f64::from_bits)
}

/// As many inputs as weights.
fn pairs() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    vec((-4.0..4.0, -4.0..4.0), 1..20).prop_map(|pairs| pairs.into_iter().unzip())
}

/// A setting: as a rule one that many an input can have.
fn setting() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 0.0..9.0, 1 => anything()]
}

proptest! {
    #[test]
    fn the_sigmoid_stays_between_0_and_1(z in anything()) {
        let y = sigmoid(z);
        prop_assert!(z.is_nan() && y.is_nan() || (0.0..=1.0).contains(&y));
    }

    #[test]
    fn the_sigmoid_never_falls(a in -800.0..800.0, b in -800.0..800.0) {
        let (low, high) = if a < b { (a, b) } else { (b, a) };
        prop_assert!(sigmoid(low) <= sigmoid(high) + f64::EPSILON);
    }

    #[test]
    fn the_sigmoid_and_its_mirror_add_up_to_1(z in -800.0..800.0) {
        prop_assert!((sigmoid(z) + sigmoid(-z) - 1.0).abs() <= 2.0 * f64::EPSILON);
    }

    #[test]
    fn both_forms_agree_until_the_exponential_overflows(z in -700.0..700.0) {
        let (textbook, stable) = (sigmoid_textbook(z), sigmoid(z));
        prop_assert!((textbook - stable).abs() <= 4.0 * f64::EPSILON * stable);
    }

    #[test]
    fn the_derivative_is_what_a_small_nudge_measures(z in -4.0..4.0) {
        let h = 1e-5;
        let measured = (sigmoid(z + h) - sigmoid(z - h)) / (2.0 * h);
        prop_assert!((sigmoid_derivative(z) - measured).abs() <= 1e-9);
    }

    #[test]
    fn the_difference_quotient_of_a_square_is_twice_the_number_plus_the_nudge(
        d in -10.0..10.0,
        h in 1e-3..10.0,
    ) {
        let quotient = difference_quotient(|d| d * d, d, h);
        prop_assert!((quotient - (2.0 * d + h)).abs() <= 1e-10);
    }

    #[test]
    fn the_exponential_is_its_own_derivative(z in -8.0..8.0) {
        // (eʰ − 1) ÷ h lies above 1 by a little more than h ÷ 2.
        let h = 1e-6;
        let quotient = difference_quotient(libm::exp, z, h);
        prop_assert!((quotient / libm::exp(z) - 1.0).abs() <= 1e-6);
    }

    #[test]
    fn a_reciprocal_falls_by_one_over_its_square(q in 0.5..10.0, h in 1e-3..1.0) {
        // (1/(q + h) − 1/q) ÷ h = −1/(q (q + h))
        let quotient = difference_quotient(|q| 1.0 / q, q, h);
        prop_assert!((quotient + 1.0 / (q * (q + h))).abs() <= 1e-10);
    }

    #[test]
    fn an_inked_pixel_multiplies_the_odds_by_its_own_factor(bits in 0_u16..512, pixel in 0_usize..9) {
        use neurons::book::worked::Patch;
        let neuron = Patch::default().neuron();
        let mut x: Vec<f64> = (0..9).map(|i| f64::from(bits >> i & 1)).collect();
        x[pixel] = 0.0;
        let odds = |x: &[f64]| neuron.output(x, sigmoid).map(|y| y / (1.0 - y)).unwrap();
        let before = odds(&x);
        x[pixel] = 1.0;
        let factor = libm::exp(neuron.weights[pixel]);
        prop_assert!((odds(&x) / before / factor - 1.0).abs() <= 1e-9);
    }

    #[test]
    fn the_derivative_is_even_and_never_above_a_quarter(z in anything()) {
        let derivative = sigmoid_derivative(z);
        prop_assert!(z.is_nan() || (derivative == sigmoid_derivative(-z) && (0.0..=0.25).contains(&derivative)));
    }

    #[test]
    fn an_input_of_weight_zero_changes_nothing((x, w) in pairs(), idle in -1e9..1e9, b in -4.0..4.0) {
        let z = weighted_sum(&x, &w, b).unwrap();
        let (mut x, mut w) = (x, w);
        x.push(idle);
        w.push(0.0);
        prop_assert_eq!(weighted_sum(&x, &w, b).unwrap(), z);
    }

    #[test]
    fn without_activation_a_neuron_doubles_with_its_parameters((x, w) in pairs(), b in -4.0..4.0) {
        let double = Neuron { weights: w.iter().map(|w| 2.0 * w).collect(), bias: 2.0 * b };
        let single = Neuron { weights: w, bias: b };
        prop_assert_eq!(
            double.output(&x, identity).unwrap(),
            2.0 * single.output(&x, identity).unwrap()
        );
    }

    #[test]
    fn a_right_answer_is_left_alone((x, w) in pairs(), b in -4.0..4.0) {
        let neuron = Neuron { weights: w, bias: b };
        let t = neuron.output(&x, threshold).unwrap();
        prop_assert_eq!(corrected(&neuron, &x, t).unwrap(), neuron);
    }

    #[test]
    fn a_correction_moves_z_towards_the_target((x, w) in pairs(), b in -4.0..4.0, fires: bool) {
        let neuron = Neuron { weights: w, bias: b };
        let t = if fires { 1.0 } else { 0.0 };
        prop_assume!(neuron.output(&x, threshold).unwrap() != t);
        let moved = corrected(&neuron, &x, t).unwrap().z(&x).unwrap() - neuron.z(&x).unwrap();
        let sign = if fires { 1.0 } else { -1.0 };
        prop_assert!(sign * moved > 0.0);
    }

    #[test]
    fn nothing_panics_on_any_input(
        x in vec(anything(), 0..6),
        weights in vec(anything(), 0..6),
        bias in anything(),
        t in anything(),
    ) {
        let fits = !x.is_empty() && x.len() == weights.len();
        prop_assert_eq!(weighted_sum(&x, &weights, bias).is_ok(), fits);
        let neuron = Neuron { weights, bias };
        for f in [identity, sigmoid, sigmoid_textbook, sigmoid_derivative, threshold] {
            f(bias);
            prop_assert_eq!(neuron.output(&x, f).is_ok(), fits);
        }
        prop_assert_eq!(neuron.z(&x).is_ok(), fits);
        prop_assert_eq!(corrected(&neuron, &x, t).is_ok(), fits);
        let points = [Point { x: x.clone(), t }, Point { x, t: bias }];
        prop_assert_eq!(pass(&neuron, &points).is_ok(), fits);
        prop_assert!(pass(&neuron, &[]).is_ok());
    }

    #[test]
    fn no_example_or_figure_panics_whatever_it_is_set_to(values in vec(setting(), 12)) {
        use neurons::{book::figures, book::worked};
        let _ = worked::puzzle(&InputValues::from_values(&values));
        let _ = worked::patch(&InputValues::from_values(&values));
        let _ = worked::small_network(&InputValues::from_values(&values));
        let _ = worked::nudge(&InputValues::from_values(&values));
        let _ = worked::growth(&InputValues::from_values(&values));
        let _ = worked::neuron(&InputValues::from_values(&values));
        let _ = worked::two_inputs(&InputValues::from_values(&values));
        let _ = worked::sigmoid_at(&InputValues::from_values(&values));
        let _ = worked::overflow(&InputValues::from_values(&values));
        let _ = worked::saturation(&InputValues::from_values(&values));
        let _ = worked::learning_and(&InputValues::from_values(&values));
        let _ = figures::puzzle(&InputValues::from_values(&values));
        let _ = figures::patch(&InputValues::from_values(&values));
        let _ = figures::network(&InputValues::from_values(&values));
        let _ = figures::nudged(&InputValues::from_values(&values));
        let _ = figures::curve(&InputValues::from_values(&values));
        let _ = figures::diagram(&InputValues::from_values(&values));
        let _ = figures::tangent(&InputValues::from_values(&values));
        let _ = figures::learning(&InputValues::from_values(&values));
        let _ = figures::plane(&InputValues::from_values(&values));
    }
}
