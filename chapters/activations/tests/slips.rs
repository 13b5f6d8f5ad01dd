//! Where the sources slip, shown by running. The anchors name the slips as the errata does.

use activations::{
    Activation, derivative_from_output, gelu, gelu_derivative, relu, relu_derivative,
};
use approx::assert_abs_diff_eq;

/// The Perceptron article hands `activation.backward` the output. GELU's output does not say where
/// the neuron stands: here even the sign of the derivative differs.
#[test]
fn one_gelu_output_has_two_derivatives() {
    // ANCHOR: slip_6
    let (left, right) = (-1.0492931258917328, -0.5);

    assert_eq!(gelu(left), gelu(right)); // to the last bit

    assert!(gelu_derivative(left) < -0.09); // here more z means less
    assert!(gelu_derivative(right) > 0.13); // and here more
    // ANCHOR_END: slip_6
}

/// For the activations that the article names, the output is enough.
#[test]
fn sigmoid_tanh_and_relu_give_their_derivative_away() {
    for f in [Activation::Sigmoid, Activation::Tanh, Activation::Relu] {
        for step in -40..=40 {
            let z = f64::from(step) / 10.0;
            let recovered =
                derivative_from_output(f, f.value(z)).expect("told by the output");
            assert_abs_diff_eq!(recovered, f.derivative(z), epsilon = 1e-12);
        }
    }
    assert_eq!(derivative_from_output(Activation::Gelu, gelu(-0.5)), None);
}

/// The article writes δ = d_output · activation′(output). Taken at its word, with the derivative
/// that the article gives for the sigmoid, δ is not the one that the article computes.
#[test]
fn the_derivative_at_the_output_is_another_number() {
    // ANCHOR: at_output
    let (z, d_output) = (0.41, 0.2);
    let output = Activation::Sigmoid.value(z);

    let delta = d_output * Activation::Sigmoid.derivative(z);
    assert_eq!(format!("{delta:.4}"), "0.0480"); // as the article prints it

    let at_its_word = d_output * Activation::Sigmoid.derivative(output);
    assert_eq!(format!("{at_its_word:.4}"), "0.0457");
    // ANCHOR_END: at_output
}

/// The ReLU has no derivative at 0. This book takes 0 there; a difference quotient says 0 from the
/// left, 1 from the right, and ½ from both sides at once.
#[test]
fn relu_has_no_derivative_at_zero_and_we_take_zero() {
    // ANCHOR: slip_12
    let h = 1e-6;
    let from_left = (relu(0.0) - relu(-h)) / h;
    let from_right = (relu(h) - relu(0.0)) / h;
    let from_both = (relu(h) - relu(-h)) / (2.0 * h);

    assert_eq!([from_left, from_right, from_both], [0.0, 1.0, 0.5]);
    assert_eq!(relu_derivative(0.0), 0.0);
    // ANCHOR_END: slip_12
}

/// The same convention for the leaky ReLU, and for the zero with a minus.
#[test]
fn the_convention_at_zero_is_the_derivative_from_the_left() {
    for zero in [0.0, -0.0] {
        assert_eq!(Activation::Relu.derivative(zero), 0.0);
        assert_eq!(Activation::LeakyRelu(0.1).derivative(zero), 0.1);
    }
}

/// The notebook says that the sigmoid's derivative vanishes for very small inputs. It is largest at the
/// smallest of all, 0, and vanishes for very positive and very negative ones.
#[test]
fn sigmoid_derivative_is_largest_at_zero() {
    let at_zero = Activation::Sigmoid.derivative(0.0);
    assert_eq!(at_zero, 0.25);
    for z in [1e-3, 1.0, 10.0, 100.0] {
        assert!(Activation::Sigmoid.derivative(z) < at_zero);
        assert!(Activation::Sigmoid.derivative(-z) < at_zero);
    }
}
