//! What holds of every image and every kernel, not only of the ones on the page.

use convolution::{
    Convolution, convolve, convolve_sequences, cross_correlate, dense_parameters,
    dense_weights, difference, flipped, output_len, output_shape, padded_pixel, reads,
    receptive_field, same_padding, shifted,
};
use ndarray::{Array1, Array2, Array3, Array4, Axis, ShapeBuilder, s};
use proptest::collection::vec;
use proptest::prelude::*;
use show::InputValues;

/// Any bit pattern: NaN, infinities, subnormals and all.
fn anything() -> impl Strategy<Value = f64> {
    any::<u64>().prop_map(f64::from_bits)
}

/// Small, or absurd: nothing in between that would only be slow.
fn count() -> impl Strategy<Value = usize> {
    prop_oneof![4 => 0usize..6, 1 => (0usize..6).prop_map(|n| usize::MAX - n), 1 => Just(1 << 40)]
}

/// An image of up to `most` pixels a side, whole numbers within ±8: sums of products are exact.
fn whole(most: usize) -> impl Strategy<Value = Array2<f64>> {
    (1..=most, 1..=most).prop_flat_map(|shape| {
        vec(-8i32..=8, shape.0 * shape.1).prop_map(move |values| {
            Array2::from_shape_fn(shape, |(r, c)| f64::from(values[r * shape.1 + c]))
        })
    })
}

/// An image of any shape, empty ones too, of any values.
fn any_image() -> impl Strategy<Value = Array2<f64>> {
    (0usize..5, 0usize..5).prop_flat_map(|shape| {
        vec(anything(), shape.0 * shape.1)
            .prop_map(move |v| Array2::from_shape_vec(shape, v).unwrap())
    })
}

/// A setting: as a rule one that many an input can have.
fn setting() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 0.0..9.0, 1 => anything()]
}

proptest! {
    #[test]
    fn the_length_is_the_number_of_places_counted_one_by_one(
        n in 1usize..40, k in 1usize..12, stride in 1usize..8, padding in 0usize..8,
    ) {
        let places = (0..n + 2 * padding).step_by(stride).filter(|at| at + k <= n + 2 * padding);
        match output_len(n, k, stride, padding) {
            Ok(len) => prop_assert_eq!(len, places.count()),
            Err(_) => prop_assert_eq!(places.count(), 0),
        }
    }

    #[test]
    fn same_padding_keeps_every_size(n in 1usize..1000, half in 0usize..50) {
        let k = 2 * half + 1;
        prop_assert_eq!(output_len(n, k, 1, same_padding(k).unwrap()), Ok(n));
    }

    #[test]
    fn every_read_is_a_read_of_some_window(
        n in 1usize..30, k in 1usize..8, stride in 1usize..6, padding in 0usize..6,
    ) {
        if let Ok(windows) = output_len(n, k, stride, padding) {
            let mut expected = vec![0; n];
            for at in (0..windows).flat_map(|i| (0..k).map(move |u| i * stride + u)) {
                if at >= padding && at - padding < n {
                    expected[at - padding] += 1;
                }
            }
            prop_assert_eq!(reads(n, k, stride, padding).unwrap(), expected);
        }
    }

    #[test]
    fn a_pixel_that_no_window_reads_moves_no_answer(
        image in whole(8), k in 1usize..4, stride in 1usize..5, padding in 0usize..3, new in -9.0..9.0,
    ) {
        let kernel = Array2::ones((k, k));
        if let Ok(map) = cross_correlate(&image, &kernel, stride, padding) {
            let unread = reads(image.nrows(), k, stride, padding).unwrap();
            for row in (0..image.nrows()).filter(|row| unread[*row] == 0) {
                let mut changed = image.clone();
                changed.row_mut(row).fill(new);
                prop_assert_eq!(cross_correlate(&changed, &kernel, stride, padding).unwrap(), map.clone());
            }
        }
    }

    #[test]
    fn each_value_is_the_sum_of_products_under_its_window(
        image in whole(7), kernel in whole(3), stride in 1usize..4, padding in 0usize..3,
    ) {
        if let Ok(map) = cross_correlate(&image, &kernel, stride, padding) {
            // The slow way: copy the image into a larger one of zeros, and cut the windows out.
            let (h, w) = image.dim();
            let mut padded = Array2::zeros((h + 2 * padding, w + 2 * padding));
            padded.slice_mut(s![padding..padding + h, padding..padding + w]).assign(&image);
            let windows = padded.windows(kernel.dim());
            let places = (padded.nrows() - kernel.nrows() + 1, padded.ncols() - kernel.ncols() + 1);
            let all: Vec<f64> = windows.into_iter().map(|x| (&x * &kernel).iter().sum()).collect();
            let all = Array2::from_shape_vec(places, all).unwrap();
            prop_assert_eq!(map, all.slice(s![..;stride, ..;stride]).to_owned());
        }
    }

    #[test]
    fn the_map_of_a_sum_is_the_sum_of_the_maps(
        image in whole(6), kernel in whole(3), factor in -3i32..=3, stride in 1usize..3, padding in 0usize..3,
    ) {
        let other = image.mapv(|x| x * x) * f64::from(factor);
        let map = |image: &Array2<f64>| cross_correlate(image, &kernel, stride, padding);
        if let (Ok(a), Ok(b)) = (map(&image), map(&other)) {
            prop_assert_eq!(map(&(&image + &other)).unwrap(), a + b);
        }
    }

    #[test]
    fn convolving_is_correlating_with_the_flipped_kernel_and_flipping_twice_is_nothing(
        image in whole(6), kernel in whole(3), stride in 1usize..3, padding in 0usize..3,
    ) {
        prop_assert_eq!(flipped(&flipped(&kernel)), kernel.clone());
        prop_assert_eq!(
            convolve(&image, &kernel, stride, padding),
            cross_correlate(&image, &flipped(&kernel), stride, padding)
        );
    }

    #[test]
    fn the_equation_does_not_care_which_sequence_is_the_kernel(
        f in vec(-8i32..=8, 0..9), g in vec(-8i32..=8, 0..9),
    ) {
        let (f, g): (Vec<f64>, Vec<f64>) =
            (f.into_iter().map(f64::from).collect(), g.into_iter().map(f64::from).collect());
        prop_assert_eq!(convolve_sequences(&f, &g), convolve_sequences(&g, &f));
    }

    #[test]
    fn moving_the_image_moves_the_map(
        image in whole(5), kernel in whole(3), down in 0usize..4, right in 0usize..4,
    ) {
        // Room for the image to move in, and for the kernel to see all of it on the way.
        let (h, w) = image.dim();
        let mut sheet = Array2::zeros((h + 9, w + 9));
        sheet.slice_mut(s![3..3 + h, 3..3 + w]).assign(&image);
        let map = |image: &Array2<f64>| cross_correlate(image, &kernel, 1, 0).unwrap();
        let (down, right) = (down as isize, right as isize);
        let moved = shifted(&sheet, down, right);
        prop_assert_eq!(map(&moved), shifted(&map(&sheet), down, right));
    }

    #[test]
    fn a_layer_is_its_channels_correlated_and_added_up_with_a_bias(
        channels in vec(whole(1), 1..4), side in 1usize..6, k in 1usize..4, filters in 1usize..4,
        stride in 1usize..4, padding in 0usize..3, seed in -8i32..8,
    ) {
        let depth = channels.len();
        let number = |n: usize| f64::from((n as i32 * 7 + seed) % 11 - 5);
        let image = Array3::from_shape_fn((depth, side, side), |(c, i, j)| number(c * 31 + i * 5 + j));
        let layer = Convolution {
            kernels: Array4::from_shape_fn((filters, depth, k, k), |(o, c, u, v)| number(o * 17 + c * 13 + u * 3 + v)),
            bias: Array1::from_shape_fn(filters, number),
            stride,
            padding,
        };
        if let Ok(maps) = layer.forward(&image) {
            prop_assert_eq!(maps.dim(), layer.output_shape(image.dim()).unwrap());
            for (o, map) in maps.outer_iter().enumerate() {
                let mut expected = Array2::from_elem(map.dim(), layer.bias[o]);
                for c in 0..depth {
                    let kernel = layer.kernels.index_axis(Axis(0), o).index_axis(Axis(0), c).to_owned();
                    let channel = image.index_axis(Axis(0), c).to_owned();
                    expected += &cross_correlate(&channel, &kernel, stride, padding).unwrap();
                }
                prop_assert_eq!(map, expected);
            }
        }
    }

    #[test]
    fn how_an_image_lies_in_memory_changes_nothing(
        image in whole(6), kernel in whole(3), stride in 1usize..3, padding in 0usize..3,
    ) {
        let turned = |array: &Array2<f64>| {
            let mut turned = Array2::zeros(array.raw_dim().f());
            turned.assign(array);
            turned
        };
        let (image2, kernel2) = (turned(&image), turned(&kernel));
        prop_assert_eq!(
            cross_correlate(&image2, &kernel2, stride, padding),
            cross_correlate(&image, &kernel, stride, padding)
        );
        prop_assert_eq!(difference(&image, &image2), Ok(0.0));
        prop_assert_eq!(shifted(&image2, 1, -1), shifted(&image, 1, -1));
    }

    #[test]
    fn the_difference_has_no_unit_and_no_sign(image in whole(5), factor in 1i32..9) {
        let factor = f64::from(factor);
        prop_assert_eq!(difference(&image, &image), Ok(0.0));
        let none = Array2::zeros(image.dim());
        if image.iter().any(|x| *x != 0.0) {
            prop_assert_eq!(difference(&image, &none), Ok(1.0));
            let (once, scaled) = (difference(&image, &image.mapv(f64::abs)).unwrap(),
                difference(&(&image * factor), &(image.mapv(f64::abs) * factor)).unwrap());
            prop_assert!((once - scaled).abs() <= 1e-12);
        }
    }

    #[test]
    fn nothing_panics_on_any_image_kernel_stride_or_padding(
        image in any_image(), kernel in any_image(), stride in count(), padding in count(),
        down in any::<isize>(), right in any::<isize>(),
    ) {
        let _ = cross_correlate(&image, &kernel, stride, padding);
        let _ = convolve(&image, &kernel, stride, padding);
        let _ = dense_weights(&kernel, (stride, padding));
        let _ = padded_pixel(&image.view(), stride, padding, padding);
        let _ = difference(&image, &kernel);
        let _ = shifted(&image, down, right);
        let _ = shifted(&image, isize::MIN, isize::MAX);
        let _ = convolve_sequences(image.as_slice().unwrap(), kernel.as_slice().unwrap());
    }

    #[test]
    fn nothing_panics_on_any_count(a in count(), b in count(), c in count(), d in count(), e in count()) {
        let _ = output_len(a, b, c, d);
        let _ = output_shape((a, b), (c, d), e, a);
        let _ = reads(a, b, c, d);
        let _ = same_padding(a);
        let _ = dense_parameters(a, b);
        let _ = receptive_field(&[(a, b), (c, d), (e, a)]);
    }

    #[test]
    fn nothing_panics_on_any_layer(
        kernels in (0usize..3, 0usize..3, 0usize..4, 0usize..4), image in (0usize..3, 0usize..5, 0usize..5),
        biases in 0usize..3, stride in count(), padding in count(), value in anything(),
    ) {
        let layer = Convolution {
            kernels: Array4::from_elem(kernels, value),
            bias: Array1::from_elem(biases, value),
            stride,
            padding,
        };
        let _ = layer.forward(&Array3::from_elem(image, value));
        let _ = layer.output_shape((padding, stride, stride));
        let _ = layer.parameters();
    }

    #[test]
    fn no_example_or_figure_panics_whatever_it_is_set_to(values in vec(setting(), 10)) {
        use convolution::{book::figures, book::worked};
        let _ = worked::from_dense(&InputValues::from_values(&values));
        let _ = worked::window(&InputValues::from_values(&values));
        let _ = worked::sliding(&InputValues::from_values(&values));
        let _ = worked::ramp(&InputValues::from_values(&values));
        let _ = worked::sequences(&InputValues::from_values(&values));
        let _ = worked::feature_maps(&InputValues::from_values(&values));
        let _ = worked::learn(&InputValues::from_values(&values));
        let _ = worked::moving(&InputValues::from_values(&values));
        let _ = worked::overlap(&InputValues::from_values(&values));
        let _ = worked::sizes(&InputValues::from_values(&values));
        let _ = worked::stride_padding(&InputValues::from_values(&values));
        let _ = worked::border(&InputValues::from_values(&values));
        let _ = worked::depth(&InputValues::from_values(&values));
        let _ = worked::volume(&InputValues::from_values(&values));
        let _ = worked::one_by_one(&InputValues::from_values(&values));
        let _ = worked::parameters(&InputValues::from_values(&values));
        let _ = worked::dilation(&InputValues::from_values(&values));
        let _ = worked::groups(&InputValues::from_values(&values));
        let _ = worked::reach(&InputValues::from_values(&values));
        let _ = figures::from_dense(&InputValues::from_values(&values));
        let _ = figures::kernel_sliding(&InputValues::from_values(&values));
        let _ = figures::flip(&InputValues::from_values(&values));
        let _ = figures::ramp(&InputValues::from_values(&values));
        let _ = figures::feature_maps(&InputValues::from_values(&values));
        let _ = figures::learning(&InputValues::from_values(&values));
        let _ = figures::moving_map(&InputValues::from_values(&values));
        let _ = figures::stride_padding(&InputValues::from_values(&values));
        let _ = figures::padding(&InputValues::from_values(&values));
        let _ = figures::volume(&InputValues::from_values(&values));
        let _ = figures::dilated(&InputValues::from_values(&values));
        let _ = figures::groups(&InputValues::from_values(&values));
        let _ = figures::receptive(&InputValues::from_values(&values));
    }
}
