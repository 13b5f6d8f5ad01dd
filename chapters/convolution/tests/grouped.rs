//! Dilation and groups: by hand, against a witness of their own, and as other layers in disguise.

use approx::assert_abs_diff_eq;
use convolution::{
    Convolution, Error, GroupedConvolution, dilated_len, output_len, same_padding,
};
use ndarray::{Array1, Array3, Array4, Axis, arr1, array, concatenate, s};
use proptest::collection::vec;
use proptest::prelude::*;
use std::iter::zip;

/// A layer and an image for it: whole numbers, so that sums are exact.
fn layer_and_image() -> impl Strategy<Value = (GroupedConvolution, Array3<f64>)> {
    let shape = (1usize..4, 1usize..3, 1usize..3, 1usize..4, 1usize..4);
    let image = (1usize..9, 1usize..9);
    let steps = (1usize..4, 0usize..4, 1usize..4);
    (shape, image, steps).prop_flat_map(
        |(
            (groups, filters, channels, rows, columns),
            (height, width),
            (stride, padding, dilation),
        )| {
            let kernels = (groups * filters, channels, rows, columns);
            let image = (groups * channels, height, width);
            let count = kernels.0 * channels * rows * columns + kernels.0;
            let pixels = image.0 * height * width;
            vec(-8i32..=8, count + pixels).prop_map(move |numbers| {
                let numbers: Vec<f64> = numbers.into_iter().map(f64::from).collect();
                let (bias, rest) = numbers.split_at(kernels.0);
                let (weights, pixels) = rest.split_at(count - kernels.0);
                let layer = Convolution {
                    kernels: Array4::from_shape_vec(kernels, weights.to_vec()).unwrap(),
                    bias: arr1(bias),
                    stride,
                    padding,
                };
                let image = Array3::from_shape_vec(image, pixels.to_vec()).unwrap();
                (
                    GroupedConvolution {
                        layer,
                        dilation,
                        groups,
                    },
                    image,
                )
            })
        },
    )
}

/// The same answers the other way round: each pixel asks which weight of the window lies on it.
fn witness(
    grouped: &GroupedConvolution,
    image: &Array3<f64>,
    (o, i, j): (usize, usize, usize),
) -> f64 {
    let GroupedConvolution {
        layer,
        dilation,
        groups,
    } = grouped;
    let (filters, of_group, rows, columns) = layer.kernels.dim();
    // Along one side: the number of the weight that lies on the pixel, if one does.
    let weight = |pixel: usize, window: usize, weights: usize| {
        let from_corner =
            (pixel + layer.padding) as i64 - (window * layer.stride) as i64;
        let number = from_corner.div_euclid(*dilation as i64);
        let lies = from_corner.rem_euclid(*dilation as i64) == 0
            && (0..weights as i64).contains(&number);
        lies.then_some(number as usize)
    };
    let mut sum = layer.bias[o];
    for ((channel, row, column), x) in image.indexed_iter() {
        // Filters and channels of one group share o · groups / filters.
        if channel * groups / image.dim().0 != o * groups / filters {
            continue;
        }
        if let (Some(u), Some(v)) = (weight(row, i, rows), weight(column, j, columns)) {
            sum += x * layer.kernels[[o, channel % of_group, u, v]];
        }
    }
    sum
}

/// The kernels with zeros in their gaps.
fn with_zeros_in_the_gaps(kernels: &Array4<f64>, d: usize) -> Array4<f64> {
    let (filters, channels, rows, columns) = kernels.dim();
    let (rows, columns) = (
        dilated_len(rows, d).unwrap(),
        dilated_len(columns, d).unwrap(),
    );
    let mut wide = Array4::zeros((filters, channels, rows, columns));
    wide.slice_mut(s![.., .., ..;d, ..;d]).assign(kernels);
    wide
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn every_answer_is_that_of_the_witness((layer, image) in layer_and_image()) {
        if let Ok(maps) = layer.forward(&image) {
            prop_assert_eq!(maps.dim(), layer.output_shape(image.dim()).unwrap());
            for (place, z) in maps.indexed_iter() {
                prop_assert_eq!(*z, witness(&layer, &image, place));
            }
        }
    }

    #[test]
    fn without_gaps_and_groups_it_is_the_layer((mut layer, image) in layer_and_image()) {
        (layer.dilation, layer.groups) = (1, 1);
        prop_assert_eq!(layer.forward(&image), layer.layer.forward(&image).map_err(|error| match error {
            Error::Channels { image, kernels } => Error::Groups { groups: 1, image, kernels },
            error => error,
        }));
    }

    #[test]
    fn a_dilated_kernel_is_a_larger_one_with_zeros_in_its_gaps((mut layer, image) in layer_and_image()) {
        layer.groups = 1;
        let image = image.slice(s![..layer.layer.kernels.dim().1, .., ..]).to_owned();
        let wide = Convolution {
            kernels: with_zeros_in_the_gaps(&layer.layer.kernels, layer.dilation),
            ..layer.layer.clone()
        };
        if let Ok(maps) = layer.forward(&image) {
            prop_assert_eq!(maps, wide.forward(&image).unwrap());
        }
    }

    #[test]
    fn groups_are_layers_side_by_side((mut layer, image) in layer_and_image()) {
        layer.dilation = 1;
        let Ok(maps) = layer.forward(&image) else { return Ok(()) };
        let (filters, channels, ..) = layer.layer.kernels.dim();
        let filters = filters / layer.groups;
        let mut beside = Vec::new();
        for group in 0..layer.groups {
            let own = group * filters..(group + 1) * filters;
            let alone = Convolution {
                kernels: layer.layer.kernels.slice(s![own.clone(), .., .., ..]).to_owned(),
                bias: layer.layer.bias.slice(s![own]).to_owned(),
                ..layer.layer
            };
            let read = image.slice(s![group * channels..(group + 1) * channels, .., ..]);
            beside.push(alone.forward(&read.to_owned()).unwrap());
        }
        let beside: Vec<_> = beside.iter().map(|maps| maps.view()).collect();
        prop_assert_eq!(maps, concatenate(Axis(0), &beside).unwrap());
    }

    #[test]
    fn the_size_counts_the_places_of_a_kernel_with_gaps(
        n in 1usize..40, k in 1usize..6, stride in 1usize..5, padding in 0usize..6, dilation in 1usize..6,
    ) {
        let last = |place: usize| place + dilation * (k - 1);
        let places = (0..n + 2 * padding).step_by(stride).filter(|at| last(*at) < n + 2 * padding);
        match output_len(n, dilated_len(k, dilation).unwrap(), stride, padding) {
            Ok(len) => prop_assert_eq!(len, places.count()),
            Err(_) => prop_assert_eq!(places.count(), 0),
        }
    }

    #[test]
    fn nothing_panics_on_any_dilation_or_groups(
        kernels in (0usize..4, 0usize..3, 0usize..3, 0usize..3), image in (0usize..5, 0usize..5, 0usize..5),
        stride in 0usize..4, padding in prop_oneof![0usize..4, Just(usize::MAX)],
        dilation in prop_oneof![0usize..4, Just(usize::MAX), Just(1 << 40)],
        groups in prop_oneof![0usize..5, Just(usize::MAX)],
    ) {
        let layer = Convolution { kernels: Array4::ones(kernels), bias: Array1::ones(kernels.0), stride, padding };
        let layer = GroupedConvolution { layer, dilation, groups };
        let _ = layer.forward(&Array3::ones(image));
        let _ = layer.output_shape((groups, usize::MAX, padding));
        let _ = dilated_len(padding, dilation);
    }
}

fn layer(kernels: Array4<f64>, dilation: usize, groups: usize) -> GroupedConvolution {
    let bias = Array1::zeros(kernels.dim().0);
    let layer = Convolution {
        kernels,
        bias,
        stride: 1,
        padding: 0,
    };
    GroupedConvolution {
        layer,
        dilation,
        groups,
    }
}

#[test]
fn with_a_group_for_each_channel_nothing_is_added_up() {
    // The orange and the teal pixel of the chapter, and its kernel, channel by channel.
    let image = array![[[0.9, 0.2]], [[0.4, 0.6]], [[0.2, 0.7]]];
    let kernels = array![[[[1.0, -1.0]]], [[[0.5, -0.5]]], [[[-1.0, 1.0]]]];
    let apart = layer(kernels, 1, 3).forward(&image).unwrap();
    for (z, own) in zip(&apart, [0.7, -0.1, 0.5]) {
        assert_abs_diff_eq!(*z, own, epsilon = 1e-12);
    }
}

#[test]
fn same_padding_for_a_dilated_kernel_is_that_of_its_reach() {
    let reach = dilated_len(3, 4).unwrap();
    assert_eq!(reach, 9);
    assert_eq!(
        output_len(28, reach, 1, same_padding(reach).unwrap()),
        Ok(28)
    );
}

#[test]
fn a_dilation_of_zero_is_refused() {
    let layer = layer(Array4::ones((1, 1, 2, 2)), 0, 1);
    let error = layer.forward(&Array3::ones((1, 4, 4))).unwrap_err();
    assert_eq!(error, Error::ZeroDilation);
    assert_eq!(
        error.to_string(),
        "a dilation of 0 lays all weights on one pixel: the dilation must be at least 1"
    );
}

#[test]
fn groups_that_do_not_divide_filters_or_channels_are_refused_with_both_shapes() {
    let image = Array3::ones((4, 3, 3));
    for (filters, channels, groups) in [(3, 2, 2), (4, 1, 2), (4, 2, 0), (4, 4, 2)] {
        let layer = layer(Array4::ones((filters, channels, 1, 1)), 1, groups);
        let error = layer.forward(&image).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "kernels of {filters}×{channels}×1×1 (filters×channels of a group×rows×columns) in \
                 {groups} group(s) do not fit on an image of 4×3×3 (channels×rows×columns): the filters \
                 must divide evenly among the groups, and the image must have as many channels as all \
                 groups together"
            )
        );
    }
}

#[test]
fn a_dilation_that_no_image_could_hold_is_an_error() {
    let layer = layer(Array4::ones((1, 1, 3, 3)), usize::MAX, 1);
    let error = layer.forward(&Array3::ones((1, 4, 4))).unwrap_err();
    assert!(matches!(error, Error::Uncountable { .. }), "{error}");
    let too_large = layer_error(1 << 20);
    assert!(
        matches!(too_large, Error::KernelTooLarge { .. }),
        "{too_large}"
    );
}

fn layer_error(dilation: usize) -> Error {
    let layer = layer(Array4::ones((1, 1, 3, 3)), dilation, 1);
    layer.forward(&Array3::ones((1, 4, 4))).unwrap_err()
}

/// What PyTorch answers (`pytorch.py`): for each case the settings, the numbers that went in, and those
/// that came out.
#[test]
fn pytorch_gives_the_same_maps() {
    let cases: serde_json::Value =
        serde_json::from_str(include_str!("fixtures/grouped.json")).unwrap();
    let cases = cases["cases"].as_array().unwrap();
    assert!(cases.len() >= 100);
    for case in cases {
        let count = |name: &str| case[name].as_u64().unwrap() as usize;
        let counts = |name: &str| -> Vec<usize> {
            let list = case[name].as_array().unwrap().iter();
            list.map(|n| n.as_u64().unwrap() as usize).collect()
        };
        let numbers = |name: &str| -> Vec<f64> {
            let list = case[name].as_array().unwrap().iter();
            list.map(|x| x.as_f64().unwrap()).collect()
        };
        let (kernels, image) = (counts("kernels_shape"), counts("image_shape"));
        let kernels = (kernels[0], kernels[1], kernels[2], kernels[3]);
        let image = (image[0], image[1], image[2]);
        let layer = GroupedConvolution {
            layer: Convolution {
                kernels: Array4::from_shape_vec(kernels, numbers("kernels")).unwrap(),
                bias: Array1::from(numbers("bias")),
                stride: count("stride"),
                padding: count("padding"),
            },
            dilation: count("dilation"),
            groups: count("groups"),
        };
        let image = Array3::from_shape_vec(image, numbers("image")).unwrap();
        let maps = layer.forward(&image).unwrap();
        assert_eq!(maps.shape(), counts("maps_shape"));
        for (ours, theirs) in zip(&maps, numbers("maps")) {
            assert_abs_diff_eq!(*ours, theirs, epsilon = 1e-12);
        }
    }
}
