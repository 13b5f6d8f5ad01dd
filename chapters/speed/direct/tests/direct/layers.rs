//! Convolution and pooling of any shape: as the layers of the earlier chapters.

use crate::close::{assert_close, numbers};
use convolution::Convolution;
use direct::{Isa, Pooling, Scalar, Shape};
use ndarray::{Array1, Array3, Array4};
use pooling::{Window, average_pool, max_pool};
use proptest::prelude::*;

fn single(values: &[f64]) -> Vec<f32> {
    values.iter().map(|v| *v as f32).collect()
}

/// Images and weights of a shape.
fn inputs(shape: &Shape, seed: u32) -> (Vec<f64>, Vec<f64>) {
    let x = shape.images * shape.channels * shape.height * shape.width;
    let w = shape.filters * shape.channels * shape.kernel * shape.kernel;
    (numbers(seed, x).collect(), numbers(seed + 1, w).collect())
}

/// The bits of a convolution on an instruction set.
fn on<T: Scalar>(isa: Isa, shape: &Shape, x: &[T], w: &[T]) -> Vec<T> {
    let (rows, columns) = shape.output().unwrap();
    let mut out =
        vec![T::from_f64(f64::NAN); shape.images * shape.filters * rows * columns];
    direct::convolution(isa, shape, x, w, &mut out).unwrap();
    out
}

/// By the layers of the earlier chapters.
fn by_layers(shape: &Shape, x: &[f64], w: &[f64]) -> Vec<f64> {
    let Shape {
        channels,
        height,
        width,
        filters,
        kernel,
        stride,
        padding,
        ..
    } = *shape;
    let kernels = (filters, channels, kernel, kernel);
    let layer = Convolution {
        kernels: Array4::from_shape_vec(kernels, w.to_vec()).unwrap(),
        bias: Array1::zeros(filters),
        stride,
        padding,
    };
    let images = x.chunks_exact(channels * height * width);
    let maps = images.flat_map(|x| {
        let image =
            Array3::from_shape_vec((channels, height, width), x.to_vec()).unwrap();
        layer.forward(&image).unwrap().into_iter()
    });
    maps.collect()
}

prop_compose! {
    fn shapes()(
        images in 1_usize..4,
        channels in 1_usize..5,
        kernel in 1_usize..7,
        padding in 0_usize..4,
    )(
        height in kernel.saturating_sub(2 * padding).max(1)..26,
        width in kernel.saturating_sub(2 * padding).max(1)..40,
        filters in prop_oneof![1_usize..8, 14_usize..20, 31_usize..34],
        stride in 1_usize..5,
        (images, channels, kernel, padding) in Just((images, channels, kernel, padding)),
    ) -> Shape {
        Shape { images, channels, height, width, filters, kernel, stride, padding }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn a_convolution_of_any_shape_is_the_layer_s(shape in shapes(), seed in 0_u32..1000) {
        let (x, w) = inputs(&shape, seed);
        let expected = by_layers(&shape, &x, &w);
        let (x32, w32) = (single(&x), single(&w));
        let first = on(Isa::best(), &shape, &x32, &w32);
        assert_close(&first, &expected);
        let first64 = on(Isa::best(), &shape, &x, &w);
        assert_close(&single(&first64), &expected);
        for isa in Isa::all() {
            let bits = |z: &[f32]| z.iter().map(|z| z.to_bits()).collect::<Vec<_>>();
            prop_assert_eq!(bits(&on(isa, &shape, &x32, &w32)), bits(&first));
            let bits = |z: &[f64]| z.iter().map(|z| z.to_bits()).collect::<Vec<_>>();
            prop_assert_eq!(bits(&on(isa, &shape, &x, &w)), bits(&first64));
        }
    }

    #[test]
    fn with_the_channels_last_it_has_the_same_bits(shape in shapes(), seed in 0_u32..1000) {
        let (x, w) = inputs(&shape, seed);
        let (x, w) = (single(&x), single(&w));
        // From images×channels×pixels to images×pixels×channels, or back.
        let transposed = |from: &[f32], channels: usize, pixels: usize| -> Vec<f32> {
            let images = from.chunks_exact(channels * pixels);
            let transposed = images.flat_map(|x| {
                (0..x.len()).map(|i| x[i % channels * pixels + i / channels])
            });
            transposed.collect()
        };
        let (rows, columns) = shape.output().unwrap();
        let last = transposed(&x, shape.channels, shape.height * shape.width);
        for isa in Isa::all() {
            let expected = on(isa, &shape, &x, &w);
            let mut out = vec![f32::NAN; expected.len()];
            direct::convolution_nhwc(isa, &shape, &last, &w, &mut out).unwrap();
            prop_assert_eq!(out, transposed(&expected, shape.filters, rows * columns));
        }
    }

    #[test]
    fn a_pooling_of_any_shape_is_the_chapter_s(
        images in 1_usize..4,
        channels in 1_usize..4,
        window in 1_usize..6,
        more in (0_usize..30, 0_usize..40),
        stride in 1_usize..7,
        seed in 0_u32..1000,
    ) {
        let (height, width) = (window + more.0, window + more.1);
        let shape = Pooling { images, channels, height, width, window, stride };
        let x: Vec<f64> = numbers(seed, images * channels * height * width).collect();
        let (rows, columns) = shape.output().unwrap();
        let through = Window { size: window, stride };
        let (mut largest, mut averages) = (Vec::new(), Vec::new());
        for x in x.chunks_exact(channels * height * width) {
            let image = Array3::from_shape_vec((channels, height, width), x.to_vec()).unwrap();
            largest.extend(max_pool(&image, through).unwrap().values);
            averages.extend(average_pool(&image, through).unwrap());
        }
        let x = single(&x);
        let mut out = vec![f32::NAN; images * channels * rows * columns];
        for isa in Isa::all() {
            direct::max_pool(isa, &shape, &x, &mut out).unwrap();
            assert_close(&out, &largest);
            direct::average_pool(isa, &shape, &x, &mut out).unwrap();
            assert_close(&out, &averages);
        }
    }

    #[test]
    fn a_neuron_of_any_length_computes_and_learns_as_the_chapters_do(
        n in 0_usize..200,
        seed in 0_u32..1000,
    ) {
        let (w, x): (Vec<f64>, Vec<f64>) =
            (numbers(seed, n).collect(), numbers(seed + 1, n).collect());
        let z = w.iter().zip(&x).map(|(w, x)| w * x).sum::<f64>() + 0.1;
        let y = 1.0 / (1.0 + libm::exp(-z));
        let delta = (y - 1.0) * y * (1.0 - y);
        for isa in Isa::all() {
            let output = direct::neuron(isa, &w, &x, 0.1).unwrap();
            prop_assert!((output - y).abs() < 1e-12);
            let (mut moved, mut b) = (w.clone(), 0.1);
            direct::sgd_step(isa, &mut moved, &mut b, &x, 1.0, 0.5).unwrap();
            prop_assert!((b - (0.1 - 0.5 * delta)).abs() < 1e-12);
            for ((moved, w), x) in moved.iter().zip(&w).zip(&x) {
                prop_assert!((moved - (w - 0.5 * delta * x)).abs() < 1e-12);
            }
        }
    }
}

#[test]
fn what_is_no_number_shows() {
    let shape = Pooling {
        images: 1,
        channels: 1,
        height: 6,
        width: 40,
        window: 2,
        stride: 2,
    };
    for at in [0, 1, 40, 41, 239] {
        let mut x = vec![1.0_f32; 240];
        x[at] = f32::NAN;
        let mut out = vec![0.0; 60];
        for isa in Isa::all() {
            for pool in [direct::max_pool::<f32>, direct::average_pool::<f32>] {
                pool(isa, &shape, &x, &mut out).unwrap();
                let hidden = out.iter().filter(|y| y.is_nan()).count();
                assert_eq!(hidden, 1, "{isa}: {at}");
            }
        }
    }
}

/// Beyond the image there is only one window.
#[test]
fn a_stride_of_any_length_leaves_one_window() {
    let far = Shape {
        images: 2,
        channels: 3,
        height: 8,
        width: 9,
        filters: 4,
        kernel: 3,
        stride: usize::MAX,
        padding: 0,
    };
    assert_eq!(far.output(), Ok((1, 1)));
    let (x, w) = inputs(&far, 1);
    assert_close(
        &on(Isa::best(), &far, &single(&x), &single(&w)),
        &by_layers(&far, &x, &w),
    );
}

/// More than two million numbers are read in another way.
#[test]
fn what_is_too_much_for_near_memory_is_pooled_as_what_is_not() {
    for (window, stride) in [(2, 2), (3, 2)] {
        let all = Pooling {
            images: 1,
            channels: 5,
            height: 701,
            width: 640,
            window,
            stride,
        };
        let one = Pooling { channels: 1, ..all };
        let (rows, columns) = all.output().unwrap();
        let x = single(&numbers(1, 5 * 701 * 640).collect::<Vec<f64>>());
        assert!(x.len() > 1 << 21);
        for isa in Isa::all() {
            let mut together = vec![f32::NAN; 5 * rows * columns];
            direct::max_pool(isa, &all, &x, &mut together).unwrap();
            let mut alone = vec![f32::NAN; rows * columns];
            let sheets = x.chunks_exact(701 * 640);
            for (x, together) in sheets.zip(together.chunks_exact(rows * columns)) {
                direct::max_pool(isa, &one, x, &mut alone).unwrap();
                assert!(alone == together, "{isa}, {window}, {stride}");
            }
        }
    }
}
