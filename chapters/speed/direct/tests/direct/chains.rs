//! Convolution and pooling of any shape: the stated arithmetic, bit by bit.

use crate::close::{assert_close, numbers};
use convolution::Convolution;
use direct::{Isa, Pooling, Scalar, Shape};
use ndarray::{Array1, Array3, Array4};
use pooling::Window;
use proptest::prelude::*;

/// Shapes with rows shorter than a register and longer than a tile, and every rest in between.
fn shapes() -> impl Strategy<Value = Shape> {
    let image = (1..3_usize, 1..4_usize, 1..20_usize, 1..40_usize);
    (image, 1..36_usize, 0..7_usize, 1..5_usize, 0..3_usize).prop_map(
        |((images, channels, height, width), filters, kernel, stride, padding)| {
            let kernel = 1 + kernel % (height.min(width) + 2 * padding);
            Shape {
                images,
                channels,
                height,
                width,
                filters,
                kernel,
                stride,
                padding,
            }
        },
    )
}

fn poolings() -> impl Strategy<Value = Pooling> {
    let image = (1..3_usize, 1..4_usize, 1..20_usize, 1..80_usize);
    (image, 0..5_usize, 1..7_usize).prop_map(
        |((images, channels, height, width), window, stride)| {
            let window = 1 + window % height.min(width);
            Pooling {
                images,
                channels,
                height,
                width,
                window,
                stride,
            }
        },
    )
}

/// Inputs and weights of a convolution, and how long its output is.
fn given<T: Scalar>(shape: &Shape) -> (Vec<T>, Vec<T>, usize) {
    let x = shape.images * shape.channels * shape.height * shape.width;
    let w = shape.filters * shape.channels * shape.kernel * shape.kernel;
    let (rows, columns) = shape.output().unwrap();
    let of = |seed, n| numbers(seed, n).map(T::from_f64).collect();
    (
        of(1, x),
        of(2, w),
        shape.images * shape.filters * rows * columns,
    )
}

/// The arithmetic as `direct` states it, one number after the other.
fn chains<T: Scalar>(shape: &Shape, x: &[T], w: &[T]) -> Vec<T> {
    let Shape {
        images,
        channels,
        height,
        width,
        filters,
        kernel,
        stride,
        padding,
    } = *shape;
    let (rows, columns) = shape.output().unwrap();
    let mut out = vec![];
    for (n, o, i, j) in places(images, filters, rows, columns) {
        let mut z = T::ZERO;
        for (c, u, v) in (0..channels * kernel * kernel)
            .map(|t| (t / kernel / kernel, t / kernel % kernel, t % kernel))
        {
            let row = (i * stride + u)
                .checked_sub(padding)
                .filter(|row| *row < height);
            let column = (j * stride + v)
                .checked_sub(padding)
                .filter(|column| *column < width);
            let pixel = row.zip(column).map_or(T::ZERO, |(row, column)| {
                x[((n * channels + c) * height + row) * width + column]
            });
            z = w[((o * channels + c) * kernel + u) * kernel + v].fma(pixel, z);
        }
        out.push(z);
    }
    out
}

/// All places of four dimensions, in the order of memory.
fn places(
    a: usize,
    b: usize,
    c: usize,
    d: usize,
) -> impl Iterator<Item = (usize, usize, usize, usize)> {
    (0..a * b * c * d).map(move |n| (n / d / c / b, n / d / c % b, n / d % c, n % d))
}

/// From images×a×b to images×b×a.
fn transposed<T: Scalar>(numbers: &[T], images: usize, a: usize) -> Vec<T> {
    let b = numbers.len() / images / a;
    places(images, b, a, 1)
        .map(|(n, j, i, _)| numbers[(n * a + i) * b + j])
        .collect()
}

fn bits<T: Scalar>(numbers: &[T]) -> Vec<u64> {
    numbers
        .iter()
        .map(|number| number.to_f64().to_bits())
        .collect()
}

fn assert_chains<T: Scalar>(shape: &Shape) {
    let (x, w, n) = given::<T>(shape);
    let expected = bits(&chains(shape, &x, &w));
    let last = transposed(&x, shape.images, shape.channels);
    for isa in Isa::all() {
        let mut out = vec![T::from_f64(f64::NAN); n];
        direct::convolution(isa, shape, &x, &w, &mut out).unwrap();
        assert_eq!(bits(&out), expected, "{isa}, channels first: {shape:?}");
        out.fill(T::from_f64(f64::NAN));
        direct::convolution_nhwc(isa, shape, &last, &w, &mut out).unwrap();
        let out =
            transposed(&out, shape.images, out.len() / shape.images / shape.filters);
        assert_eq!(bits(&out), expected, "{isa}, channels last: {shape:?}");
    }
}

fn window(shape: &Pooling) -> Window {
    Window {
        size: shape.window,
        stride: shape.stride,
    }
}

/// What a layer makes of each image, one after the other.
fn each<'a>(
    x: &'a [f32],
    channels: usize,
    (height, width): (usize, usize),
) -> impl Iterator<Item = Array3<f64>> + 'a {
    x.chunks_exact(channels * height * width).map(move |x| {
        let x = x.iter().map(|x| f64::from(*x)).collect();
        Array3::from_shape_vec((channels, height, width), x).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_convolution_says_what_the_layer_says(shape in shapes()) {
        let (x, w, n) = given::<f32>(&shape);
        let Shape { channels, filters, kernel, .. } = shape;
        let kernels = w.iter().map(|w| f64::from(*w)).collect();
        let sides = (filters, channels, kernel, kernel);
        let layer = Convolution {
            kernels: Array4::from_shape_vec(sides, kernels).unwrap(),
            bias: Array1::zeros(filters),
            stride: shape.stride,
            padding: shape.padding,
        };
        let mut out = vec![0.0; n];
        direct::convolution(Isa::best(), &shape, &x, &w, &mut out).unwrap();
        let images = each(&x, channels, (shape.height, shape.width));
        let expected: Vec<f64> =
            images.flat_map(|x| layer.forward(&x).unwrap().into_iter()).collect();
        assert_close(&out, &expected);
    }

    #[test]
    fn every_instruction_set_and_both_layouts_have_the_bits_of_one_chain(shape in shapes()) {
        assert_chains::<f32>(&shape);
        assert_chains::<f64>(&shape);
    }

    /// Few filters over one channel: the rows of the image are shared.
    #[test]
    fn one_channel_has_the_bits_of_one_chain(
        sides in (1..3_usize, 5..80_usize, 5..80_usize),
        filters in 1..6_usize,
        kernel in prop_oneof![Just(3_usize), Just(5)],
        padding in 0..3_usize,
    ) {
        let (images, height, width) = sides;
        let shape = Shape {
            images, channels: 1, height, width, filters, kernel, stride: 1, padding,
        };
        assert_chains::<f32>(&shape);
        assert_chains::<f64>(&shape);
    }

    #[test]
    fn pooling_says_what_the_layers_say_with_every_instruction_set(shape in poolings()) {
        let Pooling { images, channels, height, width, .. } = shape;
        let x = numbers(3, images * channels * height * width);
        let x: Vec<f32> = x.map(|x| x as f32).collect();
        let (rows, columns) = shape.output().unwrap();
        let images = || each(&x, channels, (height, width));
        let largest = images().flat_map(|x| {
            pooling::max_pool(&x, window(&shape)).unwrap().values.into_iter()
        });
        let largest: Vec<f64> = largest.collect();
        let averages = images().flat_map(|x| {
            pooling::average_pool(&x, window(&shape)).unwrap().into_iter()
        });
        let averages: Vec<f64> = averages.collect();
        let mut bits_before = None;
        for isa in Isa::all() {
            let mut out = vec![f32::NAN; shape.images * channels * rows * columns];
            direct::max_pool(isa, &shape, &x, &mut out).unwrap();
            assert!(out.iter().zip(&largest).all(|(y, exact)| f64::from(*y) == *exact));
            direct::average_pool(isa, &shape, &x, &mut out).unwrap();
            assert_close(&out, &averages);
            let wide: Vec<f64> = x.iter().map(|x| f64::from(*x)).collect();
            let mut wide_out = vec![f64::NAN; out.len()];
            direct::max_pool(isa, &shape, &wide, &mut wide_out).unwrap();
            assert_eq!(wide_out, largest);
            let bits = bits(&out);
            assert_eq!(bits_before.get_or_insert(bits.clone()), &bits, "{isa}");
        }
    }

    #[test]
    fn nan_in_a_window_makes_its_result_nan(shape in poolings(), at in 0..usize::MAX) {
        let mut x = vec![1.0_f32; shape.images * shape.channels * shape.height * shape.width];
        let at = at % x.len();
        x[at] = f32::NAN;
        let (rows, columns) = shape.output().unwrap();
        let (map, row, column) = (
            at / shape.width / shape.height,
            at / shape.width % shape.height,
            at % shape.width,
        );
        let reads = |i: usize, n| (i * shape.stride..i * shape.stride + shape.window).contains(&n);
        for isa in Isa::all() {
            for pool in [direct::max_pool::<f32>, direct::average_pool::<f32>] {
                let mut out = vec![0.0; shape.images * shape.channels * rows * columns];
                pool(isa, &shape, &x, &mut out).unwrap();
                for (n, y) in out.iter().enumerate() {
                    let (m, i, j) = (n / columns / rows, n / columns % rows, n % columns);
                    let there = m == map && reads(i, row) && reads(j, column);
                    assert_eq!(y.is_nan(), there, "{isa}: window {i}, {j} of {m}");
                }
            }
        }
    }

    #[test]
    fn a_neuron_has_the_same_bits_everywhere_and_the_sigmoid_of_its_sum(n in 0..200_usize) {
        let (w, x): (Vec<f64>, Vec<f64>) = (numbers(4, n).collect(), numbers(5, n).collect());
        let sum: f64 = w.iter().zip(&x).map(|(w, x)| w * x).sum();
        let outputs = Isa::all().into_iter().map(|isa| direct::neuron(isa, &w, &x, 0.1).unwrap());
        let outputs: Vec<f64> = outputs.collect();
        assert!((outputs[0] - 1.0 / (1.0 + libm::exp(-sum - 0.1))).abs() < 1e-12);
        assert!(outputs.iter().all(|y| y.to_bits() == outputs[0].to_bits()));
    }
}

#[test]
fn large_images_are_done_in_bands_that_agree_with_one_chain() {
    let one = Shape {
        images: 1,
        channels: 1,
        height: 131,
        width: 257,
        filters: 1,
        kernel: 3,
        stride: 1,
        padding: 1,
    };
    assert_chains::<f32>(&one);
    assert_chains::<f64>(&Shape {
        padding: 0,
        kernel: 4,
        ..one
    });
    assert_chains::<f32>(&Shape {
        channels: 3,
        height: 50,
        width: 30,
        filters: 130,
        ..one
    });
    assert_chains::<f32>(&Shape {
        channels: 5,
        height: 40,
        filters: 7,
        stride: 3,
        kernel: 11,
        ..one
    });
}

#[test]
fn a_single_pixel_is_multiplied() {
    let shape = Shape {
        images: 1,
        channels: 1,
        height: 1,
        width: 1,
        filters: 1,
        kernel: 1,
        stride: 7,
        padding: 0,
    };
    for isa in Isa::all() {
        let mut z = [0.0];
        direct::convolution(isa, &shape, &[3.0_f32], &[-2.0], &mut z).unwrap();
        assert_eq!(z, [-6.0]);
    }
}

#[test]
fn a_step_of_the_neuron_is_the_one_that_backpropagation_takes() {
    let (mut w, x): (Vec<f64>, Vec<f64>) =
        (numbers(6, 100).collect(), numbers(7, 100).collect());
    let (before, mut b) = (w.clone(), 0.1);
    let y = direct::sgd_step(Isa::best(), &mut w, &mut b, &x, 1.0, 0.1).unwrap();
    let delta = (y - 1.0) * y * (1.0 - y);
    assert_eq!(b, 0.1 - 0.1 * delta);
    for ((after, w), x) in w.iter().zip(&before).zip(&x) {
        assert!((after - (w - 0.1 * delta * x)).abs() < 1e-15);
    }
}
