//! What the chapter's code refuses, and how it says so.

use ::convolution::Convolution;
use ::pooling::{MaxPooled, Window, max_pool};
use activations::Activation;
use backprop::book::worked::Small;
use backprop::pooling::{average_backward, max_backward};
use backprop::update_order::{Through, updated_in_turn};
use backprop::{
    Dense, Error, Network, Perceptron, convolution, network, perceptron, xor,
};
use ndarray::{Array1, Array2, Array3, Array4, array};

fn says<T: std::fmt::Debug>(result: Result<T, Error>, message: &str) {
    assert_eq!(result.unwrap_err().to_string(), message);
}

fn dense() -> Dense {
    Dense {
        weights: array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]],
        bias: array![0.0, 0.0],
    }
}

fn layer() -> Convolution {
    Convolution {
        kernels: Array4::ones((1, 1, 2, 2)),
        bias: array![0.0],
        stride: 1,
        padding: 0,
    }
}

#[test]
fn perceptron_without_inputs_is_refused() {
    says(
        Perceptron::new(0, None, 1),
        "the perceptron's weights: expected at least one element, got the shape 0",
    );
}

#[test]
fn perceptron_with_absurdly_many_inputs_is_refused() {
    says(
        Perceptron::new(usize::MAX, None, 1),
        "the perceptron's weights: expected at most 268435456 elements, got the shape 18446744073709551615",
    );
}

#[test]
fn perceptron_with_another_number_of_inputs_is_refused() -> Result<(), Error> {
    let two = Perceptron::new(2, None, 1)?;
    says(
        two.forward(&[1.0]),
        "expected one weight for each input, got 1 inputs and 2 weights",
    );
    let pass = Perceptron::new(3, None, 1)?.forward(&[1.0, 2.0, 3.0])?;
    says(
        two.backward(&pass, 1.0),
        "the pass's input: expected the shape 2, got 3",
    );
    let gradients = perceptron::Gradients {
        d_input: vec![],
        d_weights: vec![1.0],
        d_bias: 1.0,
    };
    says(
        two.updated(&gradients, 1.0),
        "the gradient of the weights: expected the shape 2, got 1",
    );
    Ok(())
}

#[test]
fn dense_without_inputs_or_outputs_is_refused() {
    says(
        Dense::zeros(0, 3),
        "a dense layer's weights: expected at least one element, got the shape 3×0",
    );
    let empty = Dense {
        weights: Array2::zeros((0, 3)),
        bias: Array1::zeros(0),
    };
    says(
        empty.forward(&array![1.0, 2.0, 3.0]),
        "a dense layer's weights: expected at least one element, got the shape 0×3",
    );
}

#[test]
fn dense_too_large_to_hold_is_refused() {
    says(
        Dense::zeros(1 << 20, 1 << 20),
        "a dense layer's weights: expected at most 268435456 elements, got the shape 1048576×1048576",
    );
    assert!(matches!(
        Dense::zeros(usize::MAX, 2),
        Err(Error::TooLarge { .. })
    ));
}

#[test]
fn dense_with_wrong_shapes_is_refused() -> Result<(), Error> {
    let x = array![1.0, 2.0, 3.0];
    says(
        dense().forward(&array![1.0, 2.0]),
        "a dense layer's input: expected the shape 3, got 2",
    );
    says(
        dense().backward(&x, &array![1.0]),
        "d_z: expected the shape 2, got 1",
    );
    let lopsided = Dense {
        bias: array![0.0],
        ..dense()
    };
    says(
        lopsided.forward(&x),
        "a dense layer's bias: expected the shape 2, got 1",
    );
    let gradients = dense().backward(&x, &array![1.0, 1.0])?;
    let small = Dense::zeros(2, 2)?;
    says(
        small.updated(&gradients, 1.0),
        "d_weights: expected the shape 2×2, got 2×3",
    );
    Ok(())
}

#[test]
fn network_of_one_size_is_refused() {
    says(
        Network::random(&[3], Activation::Relu, 1.0, 1),
        "the sizes of inputs and layers: expected the shape 2, got 1",
    );
}

#[test]
fn network_whose_layers_do_not_meet_is_refused() -> Result<(), Error> {
    let mut network = Network::random(&[2, 3, 1], Activation::Relu, 1.0, 1)?;
    network.layers.remove(0);
    says(
        network.forward(&array![1.0, 2.0]),
        "a dense layer's input: expected the shape 3, got 2",
    );
    Ok(())
}

#[test]
fn network_with_another_networks_pass_is_refused() -> Result<(), Error> {
    let (one, two) = (
        Network::random(&[2, 1], Activation::Relu, 1.0, 1)?,
        Network::random(&[2, 2, 1], Activation::Relu, 1.0, 1)?,
    );
    let x = array![1.0, 2.0];
    let pass = two.forward(&x)?;
    let message = "the pass's layers: expected the shape 1, got 2";
    says(one.backward(&pass, &array![1.0]), message);
    says(
        updated_in_turn(&one, &pass, &array![1.0], 1.0, Through::NewWeights),
        message,
    );
    let message = "d_output: expected the shape 1, got 2";
    says(two.backward(&pass, &array![1.0, 1.0]), message);
    says(
        updated_in_turn(&two, &pass, &array![1.0, 1.0], 1.0, Through::NewWeights),
        message,
    );
    let gradients = two.backward(&pass, &array![1.0])?;
    let message = "the gradients' layers: expected the shape 1, got 2";
    says(one.updated(&gradients, 1.0), message);
    let fewer = network::Gradients {
        layers: vec![],
        ..gradients.clone()
    };
    let message = "the gradients' layers: expected the shape 0, got 2";
    says(fewer.plus(&gradients), message);
    Ok(())
}

#[test]
fn a_small_network_of_three_hidden_neurons_is_refused() {
    says(
        Small::random(3, 0),
        "a small layer: expected the shape 2×2, got 3×2",
    );
}

#[test]
fn xor_for_other_than_two_inputs_and_one_output_is_refused() -> Result<(), Error> {
    let three = Network::random(&[3, 1], Activation::Relu, 1.0, 1)?;
    says(
        xor::loss(&three),
        "a dense layer's input: expected the shape 3, got 2",
    );
    let two = Network::random(&[2, 2], Activation::Relu, 1.0, 1)?;
    says(
        xor::gradients(&two),
        "the network's output: expected the shape 1, got 2",
    );
    Ok(())
}

#[test]
fn convolution_with_wrong_gradients_is_refused() {
    let image = Array3::zeros((1, 3, 3));
    says(
        convolution::backward(&layer(), &image, &Array3::zeros((1, 3, 3))),
        "d_z: expected the shape 1×2×2, got 1×3×3",
    );
}

#[test]
fn convolution_that_does_not_fit_is_refused() {
    let d_z = Array3::zeros((1, 1, 1));
    let backward =
        |layer: &Convolution, image| convolution::backward(layer, &image, &d_z);
    let refused = |layer: Convolution, image| {
        assert!(matches!(
            backward(&layer, image),
            Err(Error::Convolution(_))
        ));
    };
    refused(layer(), Array3::zeros((1, 1, 1))); // a kernel larger than its image
    refused(layer(), Array3::zeros((2, 3, 3))); // a channel too many
    refused(layer(), Array3::zeros((1, 0, 3))); // an image without rows
    refused(
        Convolution {
            stride: 0,
            ..layer()
        },
        Array3::zeros((1, 3, 3)),
    );
    refused(
        Convolution {
            padding: usize::MAX,
            ..layer()
        },
        Array3::zeros((1, 3, 3)),
    );
    refused(
        Convolution {
            padding: 1 << 20,
            ..layer()
        },
        Array3::zeros((1, 3, 3)),
    );
}

#[test]
fn convolution_with_another_layers_gradients_is_refused() -> Result<(), Error> {
    let image = Array3::zeros((1, 3, 3));
    let gradients = convolution::backward(&layer(), &image, &Array3::zeros((1, 2, 2)))?;
    let large = Convolution {
        kernels: Array4::ones((1, 1, 3, 3)),
        ..layer()
    };
    says(
        convolution::updated(&large, &gradients, 1.0),
        "d_kernels: expected the shape 1×1×3×3, got 1×1×2×2",
    );
    Ok(())
}

#[test]
fn max_pooling_with_wrong_gradients_is_refused() -> Result<(), Error> {
    let image = Array3::zeros((1, 4, 4));
    let pooled = max_pool(&image, Window { size: 2, stride: 2 })?;
    says(
        max_backward(image.dim(), &pooled, &image),
        "d_output: expected the shape 1×2×2, got 1×4×4",
    );
    let gradient = Array3::zeros((1, 2, 2));
    says(
        max_backward((3, 4, 4), &pooled, &gradient),
        "the channels: expected the shape 3, got 1",
    );
    Ok(())
}

#[test]
fn max_pooling_with_a_maximum_outside_its_input_is_refused() {
    let pooled = MaxPooled {
        values: array![[[1.0]]],
        at: array![[[(7, 2)]]],
    };
    says(
        max_backward((1, 4, 4), &pooled, &array![[[1.0]]]),
        "where the maxima were: expected rows and columns of an input of shape 1×4×4, got row 7, column 2",
    );
}

#[test]
fn pooling_of_no_or_too_many_pixels_is_refused() {
    let pooled = MaxPooled {
        values: array![[[1.0]]],
        at: array![[[(0, 0)]]],
    };
    let gradient = array![[[1.0]]];
    says(
        max_backward((1, 0, 4), &pooled, &gradient),
        "the pooled input: expected at least one element, got the shape 1×0×4",
    );
    let window = Window { size: 2, stride: 2 };
    let (many, tall) = (usize::MAX, (1, usize::MAX, 2));
    assert!(matches!(
        max_backward(tall, &pooled, &gradient),
        Err(Error::TooLarge { .. })
    ));
    assert!(matches!(
        average_backward((many, 2, 2), window, &gradient),
        Err(Error::TooLarge { .. })
    ));
}

#[test]
fn average_pooling_with_a_window_that_does_not_fit_is_refused() {
    let gradient = array![[[1.0]]];
    let refused = |size, stride| {
        let backward = average_backward((1, 4, 4), Window { size, stride }, &gradient);
        assert!(matches!(backward, Err(Error::Pooling(_))));
    };
    refused(0, 1);
    refused(2, 0);
    refused(5, 1);
    refused(usize::MAX, 1);
    says(
        average_backward((1, 4, 4), Window { size: 2, stride: 2 }, &gradient),
        "d_output: expected the shape 1×2×2, got 1×1×1",
    );
}
