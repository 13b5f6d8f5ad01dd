//! What holds of every network, not only of the ones on the page. The gradients themselves are held
//! to their witnesses in `gradients.rs`.

use crate::witness::cases;
use ::convolution::{Convolution, convolve, flipped};
use ::pooling::{MaxPooled, Window};
use activations::Activation;
use backprop::book::worked::Small;
use backprop::chain::{backward, fork, forward};
use backprop::perceptron::{Gradients, Pass};
use backprop::pooling::{average_backward, max_backward};
use backprop::update_order::{Through, updated_in_turn};
use backprop::xor::{filled, gradients, loss, outputs, trained};
use backprop::{
    Dense, Layer, Network, Perceptron, Tape, central_difference, convolution,
    deviation, forward_difference, numeric_gradient, rounded,
};
use ndarray::{Array, Array1, Array2, Array3, Array4, Dimension, array};
use proptest::collection::vec;
use proptest::prelude::*;
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use show::InputValues;
use weights::standard_normal;

/// Any bit pattern: NaN, infinities, subnormals and all.
fn anything() -> impl Strategy<Value = f64> {
    any::<u64>().prop_map(f64::from_bits)
}

/// A short list of anything, none included.
fn list() -> impl Strategy<Value = Vec<f64>> {
    vec(anything(), 0..5)
}

/// A matrix of anything, empty ones included.
fn matrix() -> impl Strategy<Value = Array2<f64>> {
    (0..4_usize, 0..4_usize, anything())
        .prop_map(|(m, n, v)| Array2::from_elem((m, n), v))
}

/// An image of anything, empty ones included.
fn image() -> impl Strategy<Value = Array3<f64>> {
    ((0..3_usize, 0..5_usize, 0..5_usize), anything())
        .prop_map(|(shape, v)| Array3::from_elem(shape, v))
}

/// A length that is usually sensible.
fn length() -> impl Strategy<Value = usize> {
    prop_oneof![4 => 0..4_usize, 1 => any::<usize>()]
}

fn activation() -> impl Strategy<Value = Option<Activation>> {
    proptest::option::of(cases::activation())
}

fn layer() -> impl Strategy<Value = Layer> {
    (matrix(), list(), cases::activation()).prop_map(|(weights, bias, activation)| {
        Layer {
            dense: Dense {
                weights,
                bias: Array1::from(bias),
            },
            activation,
        }
    })
}

/// Each number less `rate` times its derivative.
fn down<D: Dimension>(
    numbers: &Array<f64, D>,
    gradient: &Array<f64, D>,
    rate: f64,
) -> Array<f64, D> {
    let mut down = numbers.clone();
    for (v, derivative) in down.iter_mut().zip(gradient) {
        *v -= rate * derivative;
    }
    down
}

proptest! {
    #[test]
    fn the_two_roads_add_up(x in -4.0..4.0, w in -2.0..2.0, w2 in -2.0..2.0, t in -4.0..4.0) {
        // the same road twice is one road with twice the loss
        let (once, twice) = (backward(&forward(x, w, t)), fork(x, [w, w], [t, t]));
        prop_assert_eq!(twice.d_x, 2.0 * once.d_x);
        let both = fork(x, [w, w2], [t, t]);
        prop_assert_eq!(both.d_x, both.first.d_x + both.second.d_x);
    }

    #[test]
    fn rounding_moves_by_half_a_unit_at_most(value in -1e6..1e6, decimals in 0..6_u32) {
        let unit = (0..decimals).fold(1.0, |unit, _| unit / 10.0);
        prop_assert!((rounded(value, decimals) - value).abs() <= 0.5 * unit + 1e-9);
    }

    #[test]
    fn twice_the_derivative_behind_is_twice_every_derivative(
        x in cases::numbers(3), w in cases::numbers(3), b in -1.0..1.0,
        activation in activation(), d in -4.0..4.0,
    ) {
        let perceptron = Perceptron { weights: w, bias: b, activation };
        let pass = perceptron.forward(&x).unwrap();
        let (one, two) = (
            perceptron.backward(&pass, d).unwrap(),
            perceptron.backward(&pass, 2.0 * d).unwrap(),
        );
        for (one, two) in one.d_weights.iter().chain(&one.d_input).zip(two.d_weights.iter().chain(&two.d_input)) {
            prop_assert_eq!(2.0 * one, *two);
        }
        prop_assert_eq!(2.0 * one.d_bias, two.d_bias);
    }

    #[test]
    fn a_small_step_downhill_lowers_the_loss(
        x in cases::numbers(3), w in cases::numbers(3), b in -1.0..1.0, t in 0.0..1.0,
    ) {
        let perceptron = Perceptron { weights: w, bias: b, activation: Some(Activation::Sigmoid) };
        let pass = perceptron.forward(&x).unwrap();
        let error = |y: f64| (y - t) * (y - t);
        let gradients = perceptron.backward(&pass, 2.0 * (pass.output - t)).unwrap();
        let updated = perceptron.updated(&gradients, 1e-3).unwrap();
        prop_assert!(error(updated.forward(&x).unwrap().output) <= error(pass.output));
    }

    #[test]
    fn a_dense_layer_steps_down_each_of_its_gradients(case in cases::dense(), rate in 0.0..4.0) {
        let (dense, x, d_z) = case.layer_x_d_z();
        let gradients = dense.backward(x, d_z).unwrap();
        let stepped = dense.updated(&gradients, rate).unwrap();
        prop_assert_eq!(&stepped.weights, &down(&dense.weights, &gradients.d_weights, rate));
        prop_assert_eq!(&stepped.bias, &down(&dense.bias, &gradients.d_bias, rate));
    }

    #[test]
    fn a_convolution_steps_down_each_of_its_gradients(case in cases::of_convolution(), rate in 0.0..4.0) {
        let (layer, image, d_z) = case.layer_image_d_z();
        let gradients = convolution::backward(layer, image, d_z).unwrap();
        let stepped = convolution::updated(layer, &gradients, rate).unwrap();
        prop_assert_eq!((stepped.stride, stepped.padding), (layer.stride, layer.padding));
        prop_assert_eq!(&stepped.kernels, &down(&layer.kernels, &gradients.d_kernels, rate));
        prop_assert_eq!(&stepped.bias, &down(&layer.bias, &gradients.d_bias, rate));
    }

    #[test]
    fn a_random_layer_is_normal_deviates_times_the_scale(
        inputs in 1..9_usize, outputs in 1..9_usize, scale in -4.0..4.0, seed in any::<u64>(),
    ) {
        let layer = Dense::random(inputs, outputs, scale, &mut Pcg64::seed_from_u64(seed)).unwrap();
        let mut random = Pcg64::seed_from_u64(seed);
        prop_assert!(layer.weights.iter().all(|w| *w == standard_normal(&mut random) * scale));
        prop_assert_eq!(layer.weights.dim(), (outputs, inputs));
        prop_assert_eq!(layer.bias, Array1::<f64>::zeros(outputs));
    }

    #[test]
    fn gradients_and_themselves_are_twice_each_derivative(case in cases::network()) {
        let gradients = case.gradients();
        let twice = gradients.clone().plus(&gradients).unwrap();
        prop_assert_eq!(&twice.d_input, &(&gradients.d_input + &gradients.d_input));
        for (twice, once) in twice.layers.iter().zip(&gradients.layers) {
            prop_assert_eq!(&twice.d_weights, &(&once.d_weights + &once.d_weights));
            prop_assert_eq!(&twice.d_bias, &(&once.d_bias + &once.d_bias));
            prop_assert_eq!(&twice.d_input, &(&once.d_input + &once.d_input));
        }
    }

    #[test]
    fn updating_in_turn_through_the_old_weights_is_updating_at_once(
        seed in any::<u64>(), x in cases::numbers(2), d in -4.0..4.0, rate in 0.1..4.0,
    ) {
        let network = Network::random(&[2, 3, 2, 1], Activation::Tanh, 1.0, seed).unwrap();
        let pass = network.forward(&x.into()).unwrap();
        let gradients = network.backward(&pass, &array![d]).unwrap();
        let at_once = network.updated(&gradients, rate).unwrap();
        let after = |through| updated_in_turn(&network, &pass, &array![d], rate, through).unwrap();
        let in_turn = after(Through::OldWeights);
        let trapped = after(Through::NewWeights);
        for (i, layer) in in_turn.layers.iter().enumerate() {
            prop_assert_eq!(&layer.dense.weights, &at_once.layers[i].dense.weights);
            prop_assert_eq!(&layer.dense.bias, &network.layers[i].dense.bias);
        }
        // The last layer has nobody to hear from; the others hear something else.
        prop_assert_eq!(&trapped.layers[2], &in_turn.layers[2]);
        let moved = |i: usize| gradients.layers[i].d_weights.iter().any(|d_w| d_w.abs() > 1e-3);
        prop_assume!(moved(2) && moved(1));
        prop_assert!(trapped.layers[1] != in_turn.layers[1]);
    }

    #[test]
    fn a_backward_pass_changes_nothing(seed in any::<u64>(), x in cases::numbers(2)) {
        let network = Network::random(&[2, 3, 1], Activation::Tanh, 1.0, seed).unwrap();
        let before = network.clone();
        let pass = network.forward(&x.into()).unwrap();
        let once = network.backward(&pass, &array![1.0]).unwrap();
        prop_assert_eq!(network.backward(&pass, &array![1.0]).unwrap(), once);
        prop_assert_eq!(network, before);
    }

    #[test]
    fn a_dense_layer_of_one_output_is_a_perceptron(x in cases::numbers(4), w in cases::numbers(4), b in -4.0..4.0, d in -4.0..4.0) {
        let one = Perceptron { weights: w.clone(), bias: b, activation: None };
        let dense = Dense { weights: Array1::from(w).insert_axis(ndarray::Axis(0)), bias: array![b] };
        let pass = one.forward(&x).unwrap();
        prop_assert_eq!(dense.forward(&Array1::from(x.clone())).unwrap(), array![pass.z]);
        let (by_one, by_dense) = (
            one.backward(&pass, d).unwrap(),
            dense.backward(&Array1::from(x), &array![d]).unwrap(),
        );
        prop_assert_eq!(by_one.d_input, by_dense.d_input.to_vec());
        prop_assert_eq!(by_one.d_weights, by_dense.d_weights.row(0).to_vec());
        prop_assert_eq!(vec![by_one.d_bias], by_dense.d_bias.to_vec());
    }

    #[test]
    fn no_single_neuron_answers_all_four_points(w in vec(-1e3..1e3, 2), b in -1e3..1e3) {
        let neuron = Network { layers: vec![Layer {
            dense: Dense { weights: array![[w[0], w[1]]], bias: array![b] },
            activation: Activation::Sigmoid,
        }]};
        let right = outputs(&neuron).unwrap().into_iter().zip([false, true, true, false]);
        prop_assert!(right.filter(|(y, t)| (*y > 0.5) == *t && *y != 0.5).count() <= 3);
    }

    #[test]
    fn hidden_neurons_that_start_alike_stay_alike(value in -2.0..2.0, steps in 0..50_usize) {
        let end = trained(&filled(value), 1.0, steps).unwrap();
        let hidden = &end.layers[0].dense;
        prop_assert_eq!(hidden.weights.row(0), hidden.weights.row(1));
        prop_assert_eq!(hidden.bias[0], hidden.bias[1]);
        prop_assert_eq!(end.layers[1].dense.weights[[0, 0]], end.layers[1].dense.weights[[0, 1]]);
    }

    #[test]
    fn all_zero_weights_stay_zero(rate in 0.1..4.0, steps in 0..50_usize) {
        prop_assert_eq!(trained(&filled(0.0), rate, steps).unwrap(), filled(0.0));
    }

    #[test]
    fn the_summed_gradients_of_xor_are_those_of_its_loss(seed in any::<u64>()) {
        let network = Network::random(&[2, 2, 1], Activation::Tanh, 1.0, seed).unwrap();
        let derivative = gradients(&network).unwrap().layers[0].d_weights[[1, 0]];
        let moved = |w: f64| {
            let mut network = network.clone();
            network.layers[0].dense.weights[[1, 0]] = w;
            loss(&network).unwrap()
        };
        let tried = central_difference(moved, network.layers[0].dense.weights[[1, 0]], 1e-5);
        prop_assert!(deviation(derivative, tried) <= 1e-7);
    }

    #[test]
    fn a_small_network_learns_to_the_same_bits_as_the_one_on_the_page(
        (hidden, seed) in (0..=2_usize, any::<u64>()),
        (rate, steps) in (0.1..4.0, 0..50_usize),
    ) {
        let sizes: &[usize] = if hidden == 0 { &[2, 1] } else { &[2, hidden, 1] };
        let start = Network::random(sizes, Activation::Sigmoid, 1.0, seed).unwrap();
        let end = trained(&start, rate, steps).unwrap();
        let small = Small::random(hidden, seed).unwrap().trained(rate, steps);
        prop_assert_eq!(small.outputs(), outputs(&end).unwrap());
        prop_assert_eq!(small.loss(), loss(&end).unwrap());

        let mut forgetful = start.clone();
        for _ in 0..steps {
            let mut gradients = gradients(&forgetful).unwrap();
            gradients.layers.last_mut().unwrap().d_bias.fill(0.0);
            forgetful = forgetful.updated(&gradients, rate).unwrap();
        }
        let small = Small::random(hidden, seed).unwrap().trained_forgetfully(rate, steps);
        prop_assert_eq!(small.outputs(), outputs(&forgetful).unwrap());
    }

    #[test]
    fn a_small_network_filled_with_one_number_learns_to_the_same_bits(
        value in -2.0..2.0, rate in 0.1..4.0, steps in 0..50_usize,
    ) {
        let end = trained(&filled(value), rate, steps).unwrap();
        let small = Small::filled(value).unwrap().trained(rate, steps);
        prop_assert_eq!(small.outputs(), outputs(&end).unwrap());
        let first = end.layers[0].dense.weights.column(0).to_vec();
        prop_assert_eq!(small.first_weights().collect::<Vec<_>>(), first);
    }

    #[test]
    fn backward_through_stride_one_is_true_convolution(
        kernel in cases::numbers(4), d in cases::numbers(9),
    ) {
        let kernel = Array2::from_shape_vec((2, 2), kernel).unwrap();
        let d = Array2::from_shape_vec((3, 3), d).unwrap();
        let layer = Convolution {
            kernels: kernel.clone().insert_axis(ndarray::Axis(0)).insert_axis(ndarray::Axis(0)),
            bias: array![0.0],
            stride: 1,
            padding: 0,
        };
        let image = Array3::zeros((1, 4, 4));
        let d_z = d.clone().insert_axis(ndarray::Axis(0));
        let gradients = convolution::backward(&layer, &image, &d_z).unwrap();
        let full = convolve(&d, &kernel, 1, 1).unwrap();
        for (by_layer, by_convolution) in gradients.d_input.iter().zip(&full) {
            prop_assert!(deviation(*by_layer, *by_convolution) <= 1e-14);
        }
        prop_assert_eq!(flipped(&flipped(&kernel)), kernel);
    }

    #[test]
    fn pooling_hands_on_exactly_what_it_received(case in cases::max_pooling(), mean in cases::average_pooling()) {
        use crate::witness::Case;
        for (gradient, received) in [
            (case.backward().unwrap(), case.d_output()),
            (mean.backward().unwrap(), mean.d_output()),
        ] {
            let total = |numbers: &[f64]| numbers.iter().sum::<f64>();
            prop_assert!(deviation(total(&gradient[0]), total(&received)) <= 1e-12);
        }
    }

    #[test]
    fn how_an_array_lies_in_memory_changes_no_derivative(case in cases::of_convolution(), rate in 0.0..1.0) {
        let (layer, image, d_z) = case.layer_image_d_z();
        let gradients = convolution::backward(layer, image, d_z).unwrap();
        let turned = Convolution { kernels: cases::turned(&layer.kernels), bias: layer.bias.clone(), ..*layer };
        let again = convolution::backward(&turned, &cases::turned(image), &cases::turned(d_z)).unwrap();
        prop_assert_eq!(&again, &gradients);
        prop_assert_eq!(
            convolution::updated(&turned, &again, rate).unwrap(),
            convolution::updated(layer, &gradients, rate).unwrap()
        );
    }

    #[test]
    fn the_tape_forgets_no_road(x in -4.0..4.0, n in 1..20_usize) {
        let tape = Tape::new();
        let v = tape.var(x);
        let sum = (1..n).fold(v, |sum, _| sum + v);
        prop_assert_eq!(sum.gradient(&[v]), [n as f64]);
    }

    #[test]
    fn another_tapes_numbers_are_constants(x in -4.0..4.0, y in -4.0..4.0) {
        let (tape, other) = (Tape::new(), Tape::new());
        let (x, y) = (tape.var(x), other.var(y));
        let product = x * y;
        prop_assert_eq!(product.value, x.value * y.value);
        prop_assert_eq!(product.gradient(&[x, y]), [y.value, 0.0]);
    }

    #[test]
    fn central_differences_are_exact_for_parabolas(a in -4.0..4.0, b in -4.0..4.0, x in -4.0..4.0) {
        let tried = central_difference(|x| a * x * x + b * x, x, 0.5);
        prop_assert!(deviation(tried, 2.0 * a * x + b) <= 1e-13);
    }
}

/// Nothing panics on any input, and NaN stays NaN.
mod any_input {
    use super::*;

    proptest! {
        #[test]
        fn chain_and_rounding_never_panic(v in vec(anything(), 5), decimals in any::<u32>()) {
            forward(v[0], v[1], v[2]);
            backward(&forward(v[0], v[1], v[2]));
            fork(v[0], [v[1], v[2]], [v[3], v[4]]);
            rounded(v[0], decimals);
            prop_assert!(forward(f64::NAN, v[0], v[1]).loss.is_nan());
            prop_assert!(backward(&forward(f64::NAN, v[0], v[1])).d_w.is_nan());
            prop_assert!(fork(v[0], [f64::NAN, v[1]], [v[2], v[3]]).d_x.is_nan());
            prop_assert!(rounded(f64::NAN, decimals).is_nan());
        }

        #[test]
        fn a_perceptron_never_panics(
            w in list(), x in list(), z in anything(), d in anything(), inputs in length(),
            activation in activation(), seed in any::<u64>(),
        ) {
            let perceptron = Perceptron { weights: w.clone(), bias: z, activation };
            let pass = Pass { input: x.clone(), z, output: z };
            let gradients = Gradients { d_input: x.clone(), d_weights: x.clone(), d_bias: d };
            let _ = Perceptron::new(inputs.min(1 << 12), activation, seed);
            let _ = perceptron.forward(&x);
            let _ = perceptron.delta(&pass, d);
            let _ = perceptron.backward(&pass, d);
            let _ = perceptron.updated(&gradients, d);
            if let Ok(gradients) = perceptron.backward(&Pass { input: w, z, output: z }, f64::NAN) {
                prop_assert!(gradients.d_bias.is_nan());
                prop_assert!(gradients.d_weights.iter().all(|derivative| derivative.is_nan()));
                prop_assert!(gradients.d_input.iter().all(|derivative| derivative.is_nan()));
            }
        }

        #[test]
        fn a_dense_layer_never_panics(layer in layer(), x in list(), d in list(), other in matrix(), rate in anything()) {
            let (x, d) = (Array1::from(x), Array1::from(d));
            let dense = layer.dense;
            let _ = dense.forward(&x);
            let _ = dense.backward(&x, &d);
            let gradients = backprop::dense::Gradients { d_input: x, d_weights: other, d_bias: d };
            let _ = dense.updated(&gradients, rate);
            let nans = Array1::from_elem(dense.bias.len(), f64::NAN);
            if let Ok(gradients) = dense.backward(&Array1::zeros(dense.weights.ncols()), &nans) {
                prop_assert!(gradients.d_input.iter().chain(&gradients.d_weights).all(|derivative| derivative.is_nan()));
            }
        }

        #[test]
        fn a_network_never_panics(
            layers in vec(layer(), 0..4), others in vec(layer(), 0..4),
            x in list(), d in list(), rate in anything(),
        ) {
            let (network, other) = (Network { layers }, Network { layers: others });
            let (x, d) = (Array1::from(x), Array1::from(d));
            for (network, other) in [(&network, &network), (&network, &other)] {
                let _ = (outputs(network), loss(network), trained(network, rate, 2));
                let Ok(pass) = other.forward(&x) else { continue };
                for through in [Through::OldWeights, Through::NewWeights] {
                    let _ = updated_in_turn(network, &pass, &d, rate, through);
                }
                let _ = network.backward(&pass, &d);
                if let Ok(gradients) = other.backward(&pass, &d) {
                    let _ = network.updated(&gradients, rate);
                    let _ = gradients.clone().plus(&gradients);
                }
            }
        }

        #[test]
        fn a_random_network_never_panics(sizes in vec(0..40_usize, 0..4), scale in anything(), seed in any::<u64>()) {
            let _ = Network::random(&sizes, Activation::Relu, scale, seed);
        }

        #[test]
        fn a_layer_of_any_size_never_panics(inputs in length(), outputs in length()) {
            if inputs.saturating_mul(outputs) <= 1 << 12 || inputs.saturating_mul(outputs) > 1 << 28 {
                let _ = Dense::zeros(inputs, outputs);
            }
        }

        #[test]
        fn a_convolution_backwards_never_panics(
            image in image(), d in image(), (stride, padding) in (length(), length()),
            kernels in (0..3_usize, 0..3_usize, 0..4_usize, 0..4_usize), bias in list(), w in anything(), rate in anything(),
        ) {
            let layer = Convolution {
                kernels: Array4::from_elem(kernels, w),
                bias: Array1::from(bias),
                stride,
                padding,
            };
            let _ = convolution::backward(&layer, &image, &d);
            if let Ok((filters, rows, columns)) = layer.output_shape(image.dim())
                && filters * rows * columns < 1 << 10
            {
                let d = Array3::from_elem((filters, rows, columns), f64::NAN);
                let gradients = convolution::backward(&layer, &image, &d).unwrap();
                prop_assert!(gradients.d_kernels.iter().chain(&gradients.d_bias).all(|derivative| derivative.is_nan()));
                let _ = convolution::updated(&layer, &gradients, rate);
            }
        }

        #[test]
        fn poolings_backwards_never_panic(
            input in (length(), length(), length()), d in image(), size in length(), stride in length(),
            at in (length(), length()),
        ) {
            // what would be a large but possible image is left out: it only takes long
            let pixels = input.0.saturating_mul(input.1).saturating_mul(input.2);
            prop_assume!(pixels <= 1 << 12 || pixels > 1 << 28);
            let _ = average_backward(input, Window { size, stride }, &d);
            let pooled = MaxPooled { values: d.clone(), at: Array3::from_elem(d.dim(), at) };
            let _ = max_backward(input, &pooled, &d);
        }

        #[test]
        fn the_tape_never_panics(a in anything(), b in anything()) {
            let (tape, other) = (Tape::new(), Tape::new());
            let (a, b, c) = (tape.var(a), tape.var(b), other.var(a));
            let all = (a + b) * (a - b) / -a.exp() + b.erf().max(a) * c;
            let _ = all.gradient(&[a, b, c, all]);
            prop_assert!((tape.var(f64::NAN).max(b)).value.is_nan());
            prop_assert!((b.max(tape.var(f64::NAN))).value.is_nan());
            prop_assert!((tape.var(f64::NAN) * b).value.is_nan());
        }

        #[test]
        fn differences_never_panic(x in list(), step in anything()) {
            let first = x.first().copied().unwrap_or(0.0);
            let _ = central_difference(libm::exp, first, step);
            let _ = forward_difference(libm::exp, first, step);
            let _ = numeric_gradient(|x| x.first().copied().ok_or(()), &x, step);
            prop_assert!(deviation(f64::NAN, first).is_nan());
            prop_assert!(central_difference(|_| f64::NAN, first, step).is_nan());
            prop_assert!(central_difference(|x| x, 1.0, 0.0).is_nan());
        }

        #[test]
        fn no_example_or_figure_panics_whatever_it_is_set_to(
            values in vec(prop_oneof![4 => 0.0..9.0, 1 => anything()], 17),
        ) {
            use backprop::{book::figures, book::worked};
            let _ = worked::chain(&InputValues::from_values(&values));
            let _ = worked::fork(&InputValues::from_values(&values));
            let _ = worked::perceptron(&InputValues::from_values(&values));
            let _ = worked::rounded_chain(&InputValues::from_values(&values));
            let _ = worked::batch(&InputValues::from_values(&values));
            let _ = worked::dense(&InputValues::from_values(&values));
            let _ = worked::dense_size(&InputValues::from_values(&values));
            let _ = worked::whole_network(&InputValues::from_values(&values));
            let _ = worked::paths(&InputValues::from_values(&values));
            let _ = worked::wide_paths(&InputValues::from_values(&values));
            let _ = worked::xor_size(&InputValues::from_values(&values));
            let _ = worked::order_trap(&InputValues::from_values(&values));
            let _ = worked::xor(&InputValues::from_values(&values));
            let _ = worked::xor_seeds(&InputValues::from_values(&values));
            let _ = worked::one_neuron(&InputValues::from_values(&values));
            let _ = worked::twins(&InputValues::from_values(&values));
            let _ = worked::forgotten(&InputValues::from_values(&values));
            let _ = worked::convolution(&InputValues::from_values(&values));
            let _ = worked::strided(&InputValues::from_values(&values));
            let _ = worked::pooling(&InputValues::from_values(&values));
            let _ = worked::witnesses(&InputValues::from_values(&values));
            let _ = worked::step_sizes(&InputValues::from_values(&values));
            let _ = worked::kink(&InputValues::from_values(&values));
            let _ = worked::saturated(&InputValues::from_values(&values));
            let _ = figures::chain(&InputValues::from_values(&values));
            let _ = figures::fork(&InputValues::from_values(&values));
            let _ = figures::layer(&InputValues::from_values(&values));
            let _ = figures::neuron(&InputValues::from_values(&values));
            let _ = figures::whole_network(&InputValues::from_values(&values));
            let _ = figures::paths(&InputValues::from_values(&values));
            let _ = figures::surface(&InputValues::from_values(&values));
            let _ = figures::convolution(&InputValues::from_values(&values));
            let _ = figures::pooling(&InputValues::from_values(&values));
            let _ = figures::error(&InputValues::from_values(&values));
        }
    }
}
