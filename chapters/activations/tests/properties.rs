//! What holds for every input.

use activations::{
    Activation, Linear, Polyline, bound_by_curvature, bound_by_steepness, chain,
    derivative_from_output, evenly, gelu, gelu_derivative, gelu_twin, normal_below,
    normal_density, softmax, softmax_jacobian, softmax_textbook, tents,
};
use ndarray::Array2;
use proptest::collection::vec;
use proptest::num::f64::ANY;
use proptest::prelude::*;
use show::InputValues;

fn activations() -> impl Strategy<Value = Activation> {
    prop_oneof![
        Just(Activation::Identity),
        Just(Activation::Relu),
        (-1.0..1.0).prop_map(Activation::LeakyRelu),
        Just(Activation::Sigmoid),
        Just(Activation::Tanh),
        Just(Activation::Gelu),
    ]
}

/// A layer of that shape, with values between −2 and 2.
fn layers(outputs: usize, inputs: usize) -> impl Strategy<Value = Linear> {
    let value = || -2.0..2.0;
    (vec(value(), outputs * inputs), vec(value(), outputs)).prop_map(
        move |(weights, bias)| Linear {
            weights: Array2::from_shape_vec((outputs, inputs), weights)
                .expect("as many as the shape says"),
            bias,
        },
    )
}

/// Two layers that fit, and an input for the first.
fn pairs() -> impl Strategy<Value = (Linear, Linear, Vec<f64>)> {
    (1..6_usize, 1..6_usize, 1..6_usize).prop_flat_map(|(inputs, hidden, outputs)| {
        (
            layers(hidden, inputs),
            layers(outputs, hidden),
            vec(-2.0..2.0, inputs),
        )
    })
}

/// Places from left to right, at least a hundredth apart, each with a target between −2 and 2.
fn points(most: usize) -> impl Strategy<Value = Vec<(f64, f64)>> {
    vec((0.01..1.0, -2.0..2.0), 2..most).prop_map(|steps| {
        let mut place = -1.0;
        let step = |(width, target): (f64, f64)| {
            place += width;
            (place, target)
        };
        steps.into_iter().map(step).collect()
    })
}

/// The layer through the curve `g` at n + 1 places from 0 to 1, and its largest error.
fn followed(g: impl Fn(f64) -> f64, n: u8) -> f64 {
    let places = evenly(n);
    let points: Vec<_> = places.iter().map(|x| (*x, g(*x))).collect();
    let line = Polyline::through(&points).expect("the places grow");
    line.largest_error(g, &places).expect("the layers fit")
}

/// |a − b| ≤ tolerance · max(1, |a|, |b|).
fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * 1.0_f64.max(a.abs()).max(b.abs())
}

/// A setting: as a rule one that many an input can have.
fn setting() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 0.0..9.0, 1 => ANY]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn each_derivative_is_the_central_difference(f in activations(), z in -4.0..4.0) {
        let h = 1e-5;
        prop_assume!(f64::abs(z) > h); // away from the bend of the ReLUs
        let difference = (f.value(z + h) - f.value(z - h)) / (2.0 * h);
        prop_assert!(close(f.derivative(z), difference, 1e-7), "{f:?} {} {difference}", f.derivative(z));
    }

    #[test]
    fn a_derivative_recovered_from_the_output_is_the_derivative(f in activations(), z in -4.0..4.0) {
        if let Some(recovered) = derivative_from_output(f, f.value(z)) {
            prop_assert!(close(recovered, f.derivative(z), 1e-12));
        }
    }

    #[test]
    fn tanh_is_a_sigmoid_twice_as_fast_stretched_to_twice_the_height(z in -20.0..20.0) {
        let (sigmoid, tanh) = (Activation::Sigmoid, Activation::Tanh);
        prop_assert!(close(tanh.value(z), 2.0 * sigmoid.value(2.0 * z) - 1.0, 1e-12));
        let slope = 4.0 * sigmoid.derivative(2.0 * z);
        prop_assert!(close(tanh.derivative(z), slope, 1e-12));
    }

    #[test]
    fn twins_share_their_gelu_and_not_their_derivative(z in -0.75..-0.001) {
        let twin = gelu_twin(z).expect("in the dip");
        prop_assert!(twin < z);
        prop_assert!(close(gelu(twin), gelu(z), 1e-12));
        prop_assert!(gelu_derivative(twin) < 0.0 && gelu_derivative(z) > 0.0);
    }

    #[test]
    fn a_twin_out_of_reach_is_none(z in -1e-15..0.0, beyond in 0.76..9.0_f64) {
        prop_assert_eq!(gelu_twin(z), None);
        prop_assert_eq!(gelu_twin(-beyond), None);
        prop_assert_eq!(gelu_twin(beyond), None);
    }

    #[test]
    fn gelu_is_the_share_of_z_below_z(z in -4.0..4.0) {
        // Φ(z) + Φ(−z) = 1, so GELU(z) − GELU(−z) = z
        prop_assert!(close(gelu(z) - gelu(-z), z, 1e-12));
        prop_assert!(normal_density(z) > 0.0);
    }

    #[test]
    fn shares_are_positive_and_add_up_to_one(z in vec(-50.0..50.0, 1..20)) {
        let y = softmax(&z).unwrap();
        prop_assert!(y.iter().all(|y| *y > 0.0));
        prop_assert!(close(y.iter().sum(), 1.0, 1e-12));
    }

    #[test]
    fn the_larger_number_has_the_larger_share(z in vec(-50.0..50.0, 2..20)) {
        let y = softmax(&z).unwrap();
        for (zi, yi) in z.iter().zip(&y) {
            for (zj, yj) in z.iter().zip(&y) {
                prop_assert!(zi > zj || yi <= yj);
            }
        }
    }

    #[test]
    fn only_differences_count_for_the_softmax(z in vec(-4.0..4.0, 1..20), shift in -1e3..1e3) {
        let shifted: Vec<f64> = z.iter().map(|z| z + shift).collect();
        for (a, b) in softmax(&z).unwrap().iter().zip(softmax(&shifted).unwrap()) {
            prop_assert!(close(*a, b, 1e-12));
        }
    }

    #[test]
    fn both_forms_of_the_softmax_agree_on_small_numbers(z in vec(-50.0..50.0, 1..20)) {
        for (a, b) in softmax(&z).unwrap().iter().zip(softmax_textbook(&z).unwrap()) {
            prop_assert!(close(*a, b, 1e-12));
        }
    }

    #[test]
    fn the_jacobian_is_the_central_difference(z in vec(-4.0..4.0, 1..8)) {
        let h = 1e-5;
        let jacobian = softmax_jacobian(&z).unwrap();
        for (j, column) in jacobian.columns().into_iter().enumerate() {
            let moved = |by: f64| {
                let mut z = z.clone();
                z[j] += by;
                softmax(&z).unwrap()
            };
            for (derivative, (above, below)) in column.iter().zip(moved(h).iter().zip(moved(-h))) {
                prop_assert!(close(*derivative, (above - below) / (2.0 * h), 1e-7));
            }
        }
    }

    #[test]
    fn what_one_share_gains_the_others_lose(z in vec(-50.0..50.0, 1..20)) {
        let jacobian = softmax_jacobian(&z).unwrap();
        for line in jacobian.rows().into_iter().chain(jacobian.columns()) {
            prop_assert!(close(line.iter().sum(), 0.0, 1e-12));
        }
    }

    #[test]
    fn two_linear_layers_are_one((first, second, x) in pairs()) {
        let both = second.forward(&first.forward(&x).unwrap()).unwrap();
        let one = first.then(&second).unwrap().forward(&x).unwrap();
        prop_assert_eq!(both.len(), one.len());
        for (a, b) in both.iter().zip(one) {
            prop_assert!(close(*a, b, 1e-12));
        }
    }

    #[test]
    fn a_chain_s_derivative_is_the_central_difference(
        f in prop_oneof![Just(Activation::Sigmoid), Just(Activation::Tanh), Just(Activation::Gelu)],
        w in -1.2..1.2, b in -1.0..1.0, x in -4.0..4.0, n in 0..6_usize,
    ) {
        let h = 1e-5;
        let last = |x: f64| chain(f, w, b, x).nth(n).unwrap();
        let difference = (last(x + h).y - last(x - h).y) / (2.0 * h);
        prop_assert!(close(last(x).derivative, difference, 1e-7));
    }

    #[test]
    fn a_sigmoid_passes_on_a_quarter_of_the_weight_at_most(
        w in -4.0..4.0, b in -4.0..4.0, x in -4.0..4.0,
    ) {
        let mut most = 1.0;
        for link in chain(Activation::Sigmoid, w, b, x).take(20) {
            most *= w.abs() / 4.0;
            prop_assert!(link.derivative.abs() <= most * (1.0 + 1e-12));
        }
    }

    #[test]
    fn tents_stay_between_zero_and_one(x in 0.0..=1.0, layers in 0..=255_u8) {
        prop_assert!((0.0..=1.0).contains(&tents(x, layers)));
    }

    #[test]
    fn a_layer_of_relus_goes_through_every_point_and_straight_between_them(
        points in points(20), part in 0.0..=1.0_f64,
    ) {
        let line = Polyline::through(&points).unwrap();
        prop_assert_eq!(line.bends().len(), points.len() - 1);
        for ends in points.windows(2) {
            let ((x0, t0), (x1, t1)) = (ends[0], ends[1]);
            let x = x0 + part * (x1 - x0);
            let straight = t0 + part * (t1 - t0);
            prop_assert!((line.value(x).unwrap() - straight).abs() < 1e-9);
            prop_assert!((line.value(x1).unwrap() - t1).abs() < 1e-9);
        }
    }

    #[test]
    fn no_curve_is_missed_by_more_than_its_curvature_allows(
        waves in vec((-2.0..2.0, 0.0..20.0, 0.0..6.3), 1..5), n in 1..40_u8,
    ) {
        // A sum of sines, A sin(v x + p): none bends by more than |A| v².
        let g = |x: f64| -> f64 {
            waves.iter().map(|(a, v, p)| a * libm::sin(v * x + p)).sum()
        };
        let curvature: f64 = waves.iter().map(|(a, v, _)| f64::abs(*a) * v * v).sum();
        let bound = bound_by_curvature(curvature, 1.0 / f64::from(n));
        prop_assert!(followed(g, n) <= bound + 1e-9);
    }

    #[test]
    fn no_curve_is_missed_by_more_than_its_steepness_allows(
        corners in points(12), n in 1..40_u8,
    ) {
        // A line with corners of its own, at other places than those of the layer.
        let curve = Polyline::through(&corners).unwrap();
        let mut slope = 0.0;
        let mut steepest = 0.0_f64;
        for bend in curve.bends() {
            slope += bend;
            steepest = steepest.max(slope.abs());
        }
        let bound = bound_by_steepness(steepest, 1.0 / f64::from(n));
        prop_assert!(followed(|x| curve.value(x).unwrap(), n) <= bound + 1e-9);
    }

    #[test]
    fn twice_the_relus_halve_the_width_and_quarter_the_bound(
        curvature in 0.0..100.0, width in 0.01..1.0,
    ) {
        let quarter = bound_by_curvature(curvature, width) / 4.0;
        prop_assert!(close(bound_by_curvature(curvature, width / 2.0), quarter, 1e-12));
    }

    #[test]
    fn no_line_panics_on_any_points(points in vec((ANY, ANY), 0..6), x in ANY) {
        if let Ok(line) = Polyline::through(&points) {
            let places: Vec<f64> = points.iter().map(|(x, _)| *x).collect();
            let _ = (line.value(x), line.largest_error(|x| x, &places), line.bends());
        }
    }

    #[test]
    fn no_activation_panics_on_any_input(leak in ANY, z in ANY, w in ANY, b in ANY) {
        for f in [
            Activation::Identity,
            Activation::Relu,
            Activation::LeakyRelu(leak),
            Activation::Sigmoid,
            Activation::Tanh,
            Activation::Gelu,
        ] {
            let _ = (f.value(z), f.derivative(z), derivative_from_output(f, z));
            let _ = chain(f, w, b, z).nth(20);
        }
        let _ = (normal_below(z), normal_density(z), gelu_twin(z), tents(z, 20));
    }

    #[test]
    fn no_softmax_panics_on_any_input(z in vec(ANY, 0..20)) {
        let _ = (softmax(&z), softmax_textbook(&z), softmax_jacobian(&z));
    }

    #[test]
    fn no_layer_panics_on_any_shape_or_value(
        shapes in [(0..4_usize, 0..4_usize), (0..4_usize, 0..4_usize)],
        bias in [vec(ANY, 0..4), vec(ANY, 0..4)],
        x in vec(ANY, 0..4),
        value in ANY,
    ) {
        let [first, second] = [0, 1].map(|i| Linear {
            weights: Array2::from_elem(shapes[i], value),
            bias: bias[i].clone(),
        });
        let _ = (first.forward(&x), first.then(&second));
    }
}

proptest! {
    // Each case draws every figure of the chapter.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_example_or_figure_panics_whatever_it_is_set_to(values in vec(setting(), 11)) {
        use activations::{book::figures, book::worked};
        let _ = worked::sides(&InputValues::from_values(&values));
        let _ = worked::at_output(&InputValues::from_values(&values));
        let _ = worked::twins(&InputValues::from_values(&values));
        let _ = worked::bend(&InputValues::from_values(&values));
        let _ = worked::two_layers(&InputValues::from_values(&values));
        let _ = worked::fold(&InputValues::from_values(&values));
        let _ = worked::chain_derivatives(&InputValues::from_values(&values));
        let _ = worked::quarter(&InputValues::from_values(&values));
        let _ = worked::shares(&InputValues::from_values(&values));
        let _ = worked::stretched(&InputValues::from_values(&values));
        let _ = worked::heights(&InputValues::from_values(&values));
        let _ = worked::follow(&InputValues::from_values(&values));
        let _ = worked::beyond(&InputValues::from_values(&values));
        let _ = worked::root(&InputValues::from_values(&values));
        let _ = figures::activations(&InputValues::from_values(&values));
        let _ = figures::gelu_twins(&InputValues::from_values(&values));
        let _ = figures::fold(&InputValues::from_values(&values));
        let _ = figures::derivative_against_depth(&InputValues::from_values(&values));
        let _ = figures::softmax_temperature(&InputValues::from_values(&values));
        let _ = figures::bend(&InputValues::from_values(&values));
        let _ = figures::two_layers(&InputValues::from_values(&values));
        let _ = figures::heights(&InputValues::from_values(&values));
        let _ = figures::follow(&InputValues::from_values(&values));
        let _ = figures::error_against_relus(&InputValues::from_values(&values));
        let _ = figures::beyond(&InputValues::from_values(&values));
    }
}
