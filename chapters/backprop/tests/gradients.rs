//! Every gradient of the chapter against two witnesses who know nothing of it: the tape, and
//! central differences. Prints one line a layer.

use crate::witness::Witness::{Differences, Tape};
use crate::witness::{agree, cases, wrong_signs_are_caught};
use activations::Activation;
use proptest::prelude::*;

/// A test that a layer's gradients agree with both witnesses, and one that a wrong sign in any of
/// them is noticed by each.
macro_rules! layer {
    ($module:ident, $line:literal, $strategy:expr) => {
        mod $module {
            use super::*;

            #[test]
            fn gradients_agree_by_hand_by_tape_and_by_differences() {
                agree($line, $strategy, &[Tape, Differences]);
            }

            #[test]
            fn a_wrong_sign_is_noticed_by_each_witness() {
                wrong_signs_are_caught($strategy);
            }
        }
    };
}

layer!(perceptron, "perceptron", cases::perceptron());
layer!(dense, "dense", cases::dense());
layer!(network, "network", cases::network());
layer!(convolution, "convolution", cases::of_convolution());
layer!(max_pooling, "max-pooling", cases::max_pooling());
layer!(average_pooling, "average-pooling", cases::average_pooling());
layer!(squared_error, "squared-error", cases::loss());
layer!(softmax, "softmax", cases::of_softmax(4.0));
layer!(
    identity,
    "identity",
    cases::of_activation(Just(Activation::Identity), 4.0)
);
layer!(
    relu,
    "relu",
    cases::of_activation(Just(Activation::Relu), 4.0)
);
layer!(
    leaky_relu,
    "leaky-relu",
    cases::of_activation((0.0..0.5).prop_map(Activation::LeakyRelu), 4.0)
);
layer!(
    sigmoid,
    "sigmoid",
    cases::of_activation(Just(Activation::Sigmoid), 4.0)
);
layer!(
    tanh,
    "tanh",
    cases::of_activation(Just(Activation::Tanh), 4.0)
);
layer!(
    gelu,
    "gelu",
    cases::of_activation(Just(Activation::Gelu), 4.0)
);

/// Where differences see nothing, or the wrong thing, and the tape still answers.
mod by_tape_alone {
    use super::*;

    #[test]
    fn saturated_activations_agree() {
        let activation = cases::of_activation(cases::activation(), 1000.0);
        agree("saturated-activations", activation, &[Tape]);
    }

    #[test]
    fn saturated_softmax_agrees() {
        agree("saturated-softmax", cases::of_softmax(1000.0), &[Tape]);
    }

    #[test]
    fn max_pooling_with_ties_agrees() {
        agree("tied-max-pooling", cases::tied_pooling(), &[Tape]);
    }
}
