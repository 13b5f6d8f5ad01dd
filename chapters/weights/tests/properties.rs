//! What holds of every update, not only of the ones on the page.

use neurons::{Neuron, Point, sigmoid};
use proptest::collection::vec;
use proptest::prelude::*;
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use show::InputValues;
use weights::book::worked::{self, descended};
use weights::{
    Gradient, descent, draw_points, gradient, mean_gradient, mean_loss, share_right,
    small_normal, squared_error, squared_error_derivative, standard_normal, step,
    update_in_place, updated,
};

/// Any bit pattern: NaN, infinities, subnormals and all.
fn anything() -> impl Strategy<Value = f64> {
    any::<u64>().prop_map(f64::from_bits)
}

/// A neuron with inputs that fit it, and a target.
fn case() -> impl Strategy<Value = (Neuron, Vec<f64>, f64)> {
    (vec((-1.0..1.0, -1.0..1.0), 1..8), -1.0..1.0, 0.0..1.0).prop_map(
        |(pairs, bias, t)| {
            let (x, weights) = pairs.into_iter().unzip();
            (Neuron { weights, bias }, x, t)
        },
    )
}

/// The squared error of the neuron on one point.
fn loss(neuron: &Neuron, x: &[f64], t: f64) -> f64 {
    squared_error(neuron.output(x, sigmoid).unwrap(), t)
}

/// By how much the loss changes when each parameter in turn is nudged by `h` either way.
fn measured(neuron: &Neuron, x: &[f64], t: f64, h: f64) -> Gradient {
    let derivative = |nudged: &dyn Fn(f64) -> Neuron| {
        (loss(&nudged(h), x, t) - loss(&nudged(-h), x, t)) / (2.0 * h)
    };
    let weights = (0..neuron.weights.len()).map(|i| {
        derivative(&|h| {
            let mut neuron = neuron.clone();
            neuron.weights[i] += h;
            neuron
        })
    });
    Gradient {
        weights: weights.collect(),
        bias: derivative(&|h| Neuron {
            weights: neuron.weights.clone(),
            bias: neuron.bias + h,
        }),
    }
}

/// A setting: as a rule one that many an input can have.
fn setting() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 0.0..9.0, 1 => anything()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_gradient_is_what_small_nudges_measure((neuron, x, t) in case()) {
        let (taught, measured) = (gradient(&neuron, &x, t).unwrap(), measured(&neuron, &x, t, 1e-5));
        for (taught, measured) in taught.weights.iter().zip(&measured.weights) {
            prop_assert!((taught - measured).abs() <= 1e-7);
        }
        prop_assert!((taught.bias - measured.bias).abs() <= 1e-7);
    }
}

proptest! {
    #[test]
    fn a_small_step_never_raises_the_loss((neuron, x, t) in case()) {
        let new = updated(&neuron, &gradient(&neuron, &x, t).unwrap(), 0.1).unwrap();
        prop_assert!(loss(&new, &x, t) <= loss(&neuron, &x, t) + 1e-15);
    }

    #[test]
    fn no_direction_promises_more_than_the_one_against_the_gradient(
        (angle, length, x1, t) in (0.0..360.0, 0.05..1.0, -2.0..2.0, 0.05..0.95),
    ) {
        let values = [angle, length, x1, t];
        let outputs = worked::direction(&InputValues::from_values(&values)).unwrap();
        let of = |name| outputs.get(name).unwrap();
        for other in ["promised", "w1_only", "b_only", "even"] {
            prop_assert!(of("best") <= of(other) + 1e-15, "{other}");
        }
        // The dot product, by lengths and the angle between.
        let between = (angle - of("best_angle")).to_radians();
        prop_assert!((of("best") * libm::cos(between) - of("promised")).abs() < 1e-12);
    }

    #[test]
    fn the_promise_is_kept_up_to_the_square_of_the_step((neuron, x, t) in case(), rate in 0.0..0.5) {
        let down = gradient(&neuron, &x, t).unwrap();
        let squares = down.weights.iter().chain([&down.bias]).map(|d| d * d).sum::<f64>();
        let new = updated(&neuron, &down, rate).unwrap();
        let changed = loss(&new, &x, t) - loss(&neuron, &x, t);
        // z moves by η δ (1 + Σ x²) at most, and no second derivative of the loss in z exceeds a half.
        let dz = rate * down.bias * (1.0 + x.iter().map(|x| x * x).sum::<f64>());
        prop_assert!((changed + rate * squares).abs() <= 0.25 * dz * dz + 1e-15);
    }

    #[test]
    fn a_rate_of_0_changes_nothing((neuron, x, t) in case()) {
        let new = updated(&neuron, &gradient(&neuron, &x, t).unwrap(), 0.0).unwrap();
        prop_assert_eq!(new, neuron);
    }

    #[test]
    fn both_updates_agree_to_the_last_bit((neuron, x, t) in case(), rate in 0.0..10.0) {
        let pure = updated(&neuron, &gradient(&neuron, &x, t).unwrap(), rate).unwrap();
        let mut w = neuron.weights.clone();
        let bias = update_in_place(&x, t, &mut w, neuron.bias, rate).unwrap();
        prop_assert_eq!(pure, Neuron { weights: w, bias });
    }

    #[test]
    fn the_mean_over_copies_of_one_point_is_that_point((neuron, x, t) in case(), copies in 1..5_usize) {
        let points = vec![Point { x: x.clone(), t }; copies];
        let (mean, one) = (mean_gradient(&neuron, &points).unwrap(), gradient(&neuron, &x, t).unwrap());
        prop_assert!((mean.bias - one.bias).abs() <= 1e-15);
        for (mean, one) in mean.weights.iter().zip(&one.weights) {
            prop_assert!((mean - one).abs() <= 1e-15);
        }
        prop_assert!((mean_loss(&neuron, &points).unwrap() - loss(&neuron, &x, t)).abs() <= 1e-15);
    }

    #[test]
    fn normal_deviates_are_finite_and_within_nine(seed: u64) {
        let mut rng = Pcg64::seed_from_u64(seed);
        for _ in 0..100 {
            // √(−2 ln 2⁻⁵³) is 8.6: nothing farther out can come.
            prop_assert!(standard_normal(&mut rng).abs() < 9.0);
        }
    }

    #[test]
    fn a_world_without_noise_keeps_to_its_rule(seed: u64, idle in 0..4_usize) {
        let points = draw_points(50, idle, 0.0, &mut Pcg64::seed_from_u64(seed)).unwrap();
        for Point { x, t } in &points {
            prop_assert_eq!(x.len(), 2 + idle);
            prop_assert_eq!(*t > 0.5, x[0] > x[1] / 2.0);
        }
        let mut weights = vec![1.0, -0.5];
        weights.resize(2 + idle, 0.0);
        let rule = Neuron { weights, bias: 0.0 };
        prop_assert_eq!(share_right(&rule, &points), Ok(1.0));
    }

    #[test]
    fn descent_in_place_comes_to_the_same_bits(
        (neuron, n, steps) in (case(), 1..9_usize, 0..20_usize),
        (rate, seed) in (0.1..20.0, any::<u64>()),
    ) {
        let (start, _, _) = neuron;
        let idle = start.weights.len().saturating_sub(2);
        let mut points = draw_points(n, idle, 0.5, &mut Pcg64::seed_from_u64(seed)).unwrap();
        points.iter_mut().for_each(|point| point.x.truncate(start.weights.len()));
        let path = descent(&start, &points, rate, steps).unwrap();
        prop_assert_eq!((path.len(), &path[0]), (steps + 1, &start));
        prop_assert_eq!(descended(start, &points, rate, steps).unwrap(), path[steps].clone());
    }

    #[test]
    fn one_seed_gives_one_set_of_weights_and_a_longer_set_begins_alike(seed: u64, n in 0..50_usize) {
        let (short, long) = (small_normal(n, seed).unwrap(), small_normal(n + 5, seed).unwrap());
        prop_assert_eq!(&short[..], &long[..n]);
    }

    #[test]
    fn nothing_panics_on_any_input(
        x in vec(anything(), 0..5),
        weights in vec(anything(), 0..5),
        derivatives in vec(anything(), 0..5),
        (bias, t, rate) in (anything(), anything(), anything()),
        (n, idle, seed) in (any::<usize>(), any::<usize>(), any::<u64>()),
    ) {
        squared_error(bias, t);
        squared_error_derivative(bias, t);
        let fits = !x.is_empty() && x.len() == weights.len();
        let neuron = Neuron { weights: weights.clone(), bias };
        prop_assert_eq!(gradient(&neuron, &x, t).is_ok(), fits);
        let mut w = weights.clone();
        prop_assert_eq!(update_in_place(&x, t, &mut w, bias, rate).is_ok(), fits);
        let of_another = Gradient { weights: derivatives.clone(), bias: t };
        prop_assert_eq!(updated(&neuron, &of_another, rate).is_ok(), derivatives.len() == weights.len());
        let points = [Point { x: x.clone(), t }, Point { x, t: rate }];
        prop_assert_eq!(mean_loss(&neuron, &points).is_ok(), fits);
        prop_assert_eq!(mean_gradient(&neuron, &points).is_ok(), fits);
        prop_assert_eq!(share_right(&neuron, &points).is_ok(), fits);
        prop_assert_eq!(step(&neuron, &points, rate).is_ok(), fits);
        prop_assert_eq!(descended(neuron.clone(), &points, rate, 3).is_ok(), fits);
        prop_assert_eq!(descent(&neuron, &points, rate, 3).is_ok(), fits);
        let mut rng = Pcg64::seed_from_u64(seed);
        prop_assert!(draw_points(n % 50, idle % 50, rate, &mut rng).is_ok());
        prop_assert_eq!(draw_points(n, idle, rate, &mut rng).is_ok(), n.max(idle).max(n.saturating_mul(idle)) <= 1 << 20);
        prop_assert_eq!(small_normal(n | 1 << 30, seed).is_ok(), false);
    }

    #[test]
    fn no_example_or_figure_panics_whatever_it_is_set_to(values in vec(setting(), 9)) {
        use weights::book::figures;
        let _ = worked::one_knob(&InputValues::from_values(&values));
        let _ = worked::update(&InputValues::from_values(&values));
        let _ = worked::cell_twice(&InputValues::from_values(&values));
        let _ = worked::three_rates(&InputValues::from_values(&values));
        let _ = worked::leap(&InputValues::from_values(&values));
        let _ = worked::loss_surface(&InputValues::from_values(&values));
        let _ = worked::generalise(&InputValues::from_values(&values));
        let _ = worked::fresh_weights(&InputValues::from_values(&values));
        let _ = worked::direction(&InputValues::from_values(&values));
        let _ = worked::two_valleys(&InputValues::from_values(&values));
        let _ = worked::saddle(&InputValues::from_values(&values));
        let _ = worked::beside(&InputValues::from_values(&values));
        let _ = worked::steady(&InputValues::from_values(&values));
        let _ = figures::direction(&InputValues::from_values(&values));
        let _ = figures::two_valleys(&InputValues::from_values(&values));
        let _ = figures::saddle(&InputValues::from_values(&values));
        let _ = figures::rates(&InputValues::from_values(&values));
        let _ = figures::surface(&InputValues::from_values(&values));
        let _ = figures::generalisation(&InputValues::from_values(&values));
    }
}
