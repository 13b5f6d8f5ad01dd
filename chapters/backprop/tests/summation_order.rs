//! Sums run in the order in which the book writes them. The last bit depends on it, and in these
//! cases the first one does.

use ::convolution::Convolution;
use backprop::{Dense, Error, convolution};
use ndarray::{Array3, Array4, array};

#[test]
fn a_dense_layer_adds_up_its_inputs_in_order_and_the_bias_at_the_end()
-> Result<(), Error> {
    let layer = |weights, bias| Dense {
        weights,
        bias: array![bias],
    };
    let three = layer(array![[1e16, -1e16, 1.0]], 0.0);
    assert_eq!(three.forward(&array![1.0, 1.0, 1.0])?, array![1.0]);
    let two = layer(array![[1e16, -1e16]], 1.0);
    assert_eq!(two.forward(&array![1.0, 1.0])?, array![1.0]);
    Ok(())
}

#[test]
fn an_input_receives_from_the_first_neuron_to_the_last() -> Result<(), Error> {
    let dense = Dense {
        weights: array![[1e16], [-1e16], [1.0]],
        bias: array![0.0, 0.0, 0.0],
    };
    let gradients = dense.backward(&array![1.0], &array![1.0, 1.0, 1.0])?;
    assert_eq!(gradients.d_input, array![1.0]);
    Ok(())
}

#[test]
fn a_convolution_receives_filter_by_filter_and_row_by_row() -> Result<(), Error> {
    let layer = |kernels: Array4<f64>| Convolution {
        bias: ndarray::Array1::zeros(kernels.dim().0),
        kernels,
        stride: 1,
        padding: 0,
    };
    let square = array![[[1e16, -1e16], [1.0, 0.0]]];
    let one = layer(array![[[[1.0]]]]);
    let of_image = convolution::backward(&one, &square, &Array3::ones((1, 2, 2)))?;
    assert_eq!(of_image.d_kernels, array![[[[1.0]]]]);
    let of_gradient = convolution::backward(&one, &Array3::ones((1, 2, 2)), &square)?;
    assert_eq!(of_gradient.d_bias, array![1.0]);
    let three = layer(array![[[[1e16]]], [[[-1e16]]], [[[1.0]]]]);
    let of_filters = convolution::backward(
        &three,
        &Array3::ones((1, 1, 1)),
        &Array3::ones((3, 1, 1)),
    )?;
    assert_eq!(of_filters.d_input, array![[[1.0]]]);
    Ok(())
}
