//! A kernel is a dense layer, most of whose weights are 0.

use convolution::{Error, cross_correlate, dense_weights};
use ndarray::{Array1, Array2, array};
use proptest::collection::vec;
use proptest::prelude::*;

/// An image or a kernel of whole numbers: sums are exact in any order.
fn whole(most: usize) -> impl Strategy<Value = Array2<f64>> {
    (1..=most, 1..=most).prop_flat_map(|shape| {
        vec(-8i32..=8, shape.0 * shape.1).prop_map(move |values| {
            Array2::from_shape_fn(shape, |(r, c)| f64::from(values[r * shape.1 + c]))
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_dense_layer_answers_as_the_kernel_does(image in whole(6), kernel in whole(4)) {
        if let Ok(map) = cross_correlate(&image, &kernel, 1, 0) {
            let weights = dense_weights(&kernel, image.dim()).unwrap();
            let pixels: Array1<f64> = image.iter().copied().collect();
            let answers: Array1<f64> = map.iter().copied().collect();
            prop_assert_eq!(weights.dot(&pixels), answers);
            // Each neuron has the kernel's weights and no others.
            let in_kernel = kernel.iter().filter(|w| **w != 0.0).count();
            for neuron in weights.rows() {
                prop_assert_eq!(neuron.iter().filter(|w| **w != 0.0).count(), in_kernel);
            }
        }
    }
}

#[test]
fn in_two_dimensions_the_rows_of_the_kernel_lie_a_row_of_the_image_apart() {
    let weights = dense_weights(&array![[1.0, 2.0], [3.0, 4.0]], (3, 3)).unwrap();
    assert_eq!(
        weights,
        array![
            [1.0, 2.0, 0.0, 3.0, 4.0, 0.0, 0.0, 0.0, 0.0],
            [0.0, 1.0, 2.0, 0.0, 3.0, 4.0, 0.0, 0.0, 0.0],
            [0.0, 0.0, 0.0, 1.0, 2.0, 0.0, 3.0, 4.0, 0.0],
            [0.0, 0.0, 0.0, 0.0, 1.0, 2.0, 0.0, 3.0, 4.0],
        ]
    );
}

#[test]
fn a_layer_of_too_many_weights_is_refused_before_it_is_made() {
    let kernel = Array2::ones((2, 2));
    assert!(matches!(
        dense_weights(&kernel, (200, 200)),
        Err(Error::TooLarge { .. })
    ));
    assert!(matches!(
        dense_weights(&kernel, (usize::MAX, 1)),
        Err(Error::TooLarge { .. } | Error::KernelTooLarge { .. })
    ));
}
