//! Bad input is refused by name, with what was expected; strange values go through by rule.

use convolution::{
    Convolution, Error, Shape, convolve, convolve_sequences, cross_correlate,
    dense_parameters, difference, output_len, output_shape, padded_pixel, reads,
    receptive_field, same_padding, shifted,
};
use ndarray::{Array1, Array2, Array3, Array4, array};

fn shape(sides: &[usize]) -> Shape {
    sides.into()
}

fn ones(rows: usize, columns: usize) -> Array2<f64> {
    Array2::ones((rows, columns))
}

fn layer(kernels: (usize, usize, usize, usize), biases: usize) -> Convolution {
    Convolution {
        kernels: Array4::ones(kernels),
        bias: Array1::zeros(biases),
        stride: 1,
        padding: 0,
    }
}

#[test]
fn a_kernel_larger_than_its_image_names_both_shapes() {
    let error = cross_correlate(&ones(3, 4), &ones(5, 2), 1, 0).unwrap_err();
    let too_large = Error::KernelTooLarge {
        image: shape(&[3, 4]),
        kernel: shape(&[5, 2]),
        padding: 0,
    };
    assert_eq!(error, too_large);
    assert_eq!(
        error.to_string(),
        "a kernel of 5×2 does not fit on an image of 3×4 with padding 0: \
         no side of the kernel may exceed the image's plus twice the padding"
    );
    assert_eq!(convolve(&ones(3, 4), &ones(5, 2), 1, 0), Err(error));
    // Padding makes room.
    assert!(cross_correlate(&ones(3, 4), &ones(5, 2), 1, 1).is_ok());
}

#[test]
fn along_one_side_the_lengths_are_named() {
    let error = output_len(3, 5, 1, 0).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("a kernel of 5 does not fit on an image of 3 with")
    );
    assert_eq!(reads(3, 5, 1, 0), Err(error));
}

#[test]
fn a_stride_of_zero_is_refused() {
    let zero = Err(Error::ZeroStride);
    assert_eq!(output_len(4, 2, 0, 0), zero);
    assert_eq!(
        cross_correlate(&ones(4, 4), &ones(2, 2), 0, 0),
        Err(Error::ZeroStride)
    );
    assert_eq!(receptive_field(&[(3, 0)]), zero);
    assert_eq!(
        Error::ZeroStride.to_string(),
        "a stride of 0 never leaves the first window: the stride must be at least 1"
    );
}

#[test]
fn an_empty_image_or_kernel_is_refused_even_with_padding() {
    for (image, kernel) in [
        ((0, 4), (1, 1)),
        ((4, 0), (1, 1)),
        ((4, 4), (0, 1)),
        ((4, 4), (1, 0)),
    ] {
        let error =
            cross_correlate(&ones(image.0, image.1), &ones(kernel.0, kernel.1), 1, 3);
        let empty = Error::Empty {
            image: shape(&[image.0, image.1]),
            kernel: shape(&[kernel.0, kernel.1]),
        };
        assert_eq!(error, Err(empty));
    }
    assert!(matches!(
        receptive_field(&[(0, 1)]),
        Err(Error::Empty { .. })
    ));
}

#[test]
fn an_absurd_padding_is_an_error_not_an_abort() {
    for padding in [usize::MAX, usize::MAX / 2, usize::MAX / 4, 1 << 40] {
        let error = cross_correlate(&ones(3, 3), &ones(2, 2), 1, padding).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "an image of 3×3 with padding {padding} under a kernel of 2×2 \
                 would give more than 2²⁸ values"
            )
        );
    }
}

#[test]
fn a_map_of_more_than_two_to_the_28_values_is_refused_before_it_is_made() {
    // Each side fits; their product does not.
    assert_eq!(output_len(1, 1, 1, 1 << 20), Ok((1 << 21) + 1));
    assert!(matches!(
        output_shape((1, 1), (1, 1), 1, 1 << 20),
        Err(Error::TooLarge { .. })
    ));
    // Each map fits; the filters' maps together do not.
    let mut layer = layer((5, 1, 1, 1), 5);
    layer.padding = 5_000;
    assert!(matches!(
        layer.output_shape((1, 1, 1)),
        Err(Error::TooLarge { .. })
    ));
    assert!(matches!(
        reads(usize::MAX, 1, usize::MAX, 0),
        Err(Error::TooLarge { .. })
    ));
}

#[test]
fn an_even_kernel_has_no_padding_that_keeps_the_size() {
    assert_eq!(same_padding(4), Err(Error::EvenKernel { kernel: 4 }));
    assert!(
        same_padding(4)
            .unwrap_err()
            .to_string()
            .starts_with("a kernel of 4 has no middle")
    );
    assert_eq!(same_padding(0), Err(Error::EvenKernel { kernel: 0 }));
}

#[test]
fn a_layer_of_another_depth_names_both_shapes() {
    let error = layer((2, 3, 2, 2), 2)
        .forward(&Array3::ones((1, 4, 4)))
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "kernels of 2×3×2×2 (filters×channels×rows×columns) do not fit on an image of 1×4×4 \
         (channels×rows×columns): both must have the same number of channels"
    );
}

#[test]
fn a_layer_without_a_bias_for_each_filter_is_refused() {
    let error = layer((2, 1, 2, 2), 3)
        .forward(&Array3::ones((1, 4, 4)))
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "3 biases for kernels of 2×1×2×2 (filters×channels×rows×columns): \
         expected one for each filter"
    );
}

#[test]
fn a_layer_without_filters_or_channels_is_refused() {
    for (kernels, depth) in [((0, 1, 2, 2), 1), ((1, 0, 2, 2), 0), ((1, 0, 2, 2), 1)] {
        let error = layer(kernels, kernels.0).forward(&Array3::ones((depth, 4, 4)));
        assert!(matches!(error, Err(Error::Empty { .. })), "{error:?}");
    }
}

#[test]
fn images_of_two_shapes_are_not_compared() {
    let error = difference(&ones(2, 3), &ones(3, 2)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "images of 2×3 and 3×2 cannot be compared: expected the same shape"
    );
}

#[test]
fn counts_that_overflow_are_errors() {
    let message = dense_parameters(usize::MAX, 1).unwrap_err().to_string();
    let shape = format!("{}×1", usize::MAX);
    assert_eq!(
        message,
        format!(
            "the parameters of a dense layer of {shape}: the count does not fit into a usize"
        )
    );
    assert!(matches!(
        dense_parameters(1 << 40, 1 << 40),
        Err(Error::Uncountable { .. })
    ));
    assert!(matches!(
        receptive_field(&[(2, usize::MAX), (3, 2)]),
        Err(Error::Uncountable { .. })
    ));
}

#[test]
fn nan_in_a_window_makes_its_answer_nan_and_no_other() {
    let mut image = ones(3, 3);
    image[[0, 0]] = f64::NAN;
    let map = cross_correlate(&image, &ones(2, 2), 1, 0).unwrap();
    assert!(map[[0, 0]].is_nan());
    assert_eq!([map[[0, 1]], map[[1, 0]], map[[1, 1]]], [4.0; 3]);
}

#[test]
fn nan_in_the_kernel_makes_every_answer_nan_under_padding_too() {
    let kernel = array![[1.0, f64::NAN], [1.0, 1.0]];
    let map = cross_correlate(&ones(2, 2), &kernel, 1, 3).unwrap();
    assert!(map.iter().all(|y| y.is_nan()));
}

#[test]
fn nan_passes_the_layer_the_sequences_and_the_comparison() {
    let mut image = Array3::ones((2, 2, 2));
    image[[1, 1, 1]] = f64::NAN;
    let maps = layer((1, 2, 1, 1), 1).forward(&image).unwrap();
    assert!(maps[[0, 1, 1]].is_nan());
    assert_eq!(maps[[0, 0, 0]], 2.0);
    assert!(convolve_sequences(&[1.0, f64::NAN], &[1.0])[1].is_nan());
    let nan = array![[f64::NAN]];
    assert!(difference(&nan, &array![[1.0]]).unwrap().is_nan());
    assert!(difference(&array![[1.0]], &nan).unwrap().is_nan());
    assert!(shifted(&array![[f64::NAN, 0.0]], 0, 1)[[0, 1]].is_nan());
    assert!(padded_pixel(&nan.view(), 1, 1, 1).is_nan());
}

#[test]
fn infinities_follow_the_standard() {
    let image = array![[f64::INFINITY, 1.0]];
    let answer =
        |kernel: Array2<f64>| cross_correlate(&image, &kernel, 1, 0).unwrap()[[0, 0]];
    assert_eq!(answer(array![[1.0, 1.0]]), f64::INFINITY);
    assert_eq!(answer(array![[-1.0, 1.0]]), f64::NEG_INFINITY);
    assert!(answer(array![[0.0, 1.0]]).is_nan());
}

#[test]
fn a_padding_that_few_windows_read_is_still_too_large_to_lay_out() {
    let mut layer = layer((1, 1, 1, 1), 1);
    (layer.stride, layer.padding) = (1 << 20, 1 << 24);
    assert_eq!(output_shape((1, 1), (1, 1), 1 << 20, 1 << 24), Ok((33, 33)));
    assert!(matches!(
        layer.forward(&Array3::ones((1, 1, 1))),
        Err(Error::TooLarge { .. })
    ));
}
