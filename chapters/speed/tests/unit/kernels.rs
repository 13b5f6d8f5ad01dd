//! The kernels: within 1e-5 of the layers of the earlier chapters, and backward through the convolutions to
//! each bit.

#[path = "../close.rs"]
mod close;

use super::convolution::{DBias, DKernels, DX, Forward, PLACES};
use super::elementwise::ReluBackward;
use super::lane_sum::lane_sum;
use super::{dense, transpose::Transpose};
use crate::Isa;
use crate::geometry::{FIRST, K, SECOND};
use activations::relu;
use backprop::{Dense, convolution::backward, pooling::max_backward};
use close::{assert_close, numbers};
use convolution::Convolution;
use ndarray::{Array1, Array2, Array3, Array4};
use pooling::{Window, max_pool};
use proptest::prelude::*;

const WINDOW: Window = Window { size: 2, stride: 2 };

/// The second convolution in `f64`, and one sample.
fn second(seed: u32) -> (Convolution, Array3<f64>) {
    let kernels = numbers(seed, 2400).map(|w| 0.3 * w);
    let layer = Convolution {
        kernels: Array4::from_shape_vec((16, 6, 5, 5), kernels.collect()).unwrap(),
        bias: numbers(seed + 1, 16).collect(),
        stride: 1,
        padding: 0,
    };
    (layer, sample(seed + 2, (6, 14, 14)))
}

fn sample(seed: u32, shape: (usize, usize, usize)) -> Array3<f64> {
    let n = shape.0 * shape.1 * shape.2;
    Array3::from_shape_vec(shape, numbers(seed, n).collect()).unwrap()
}

fn single(values: impl IntoIterator<Item = f64>) -> Vec<f32> {
    values.into_iter().map(|v| v as f32).collect()
}

/// The same sample in each lane.
fn in_lanes(values: &[f32], lanes: usize) -> Vec<f32> {
    values
        .iter()
        .flat_map(|v| std::iter::repeat_n(*v, lanes))
        .collect()
}

/// What the first lane holds, where all hold the same.
fn of_lanes(numbers: &[f32], lanes: usize) -> Vec<f32> {
    for lanes in numbers.chunks_exact(lanes) {
        assert!(
            lanes
                .iter()
                .all(|lane| lane.to_bits() == lanes[0].to_bits())
        );
    }
    numbers.iter().step_by(lanes).copied().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_second_convolution_and_its_way_back_are_those_of_the_layers(seed in 0_u32..1000) {
        let (layer, x) = second(10 * seed);
        let z = layer.forward(&x).unwrap();
        let pooled = max_pool(&z.mapv(relu), WINDOW).unwrap();
        let d_pooled = sample(10 * seed + 3, (16, 5, 5));
        let d_y = max_backward(z.dim(), &pooled, &d_pooled).unwrap();
        let d_z = d_y * z.mapv(activations::relu_derivative);
        let gradients = backward(&layer, &x, &d_z).unwrap();
        for isa in Isa::all() {
            let l = isa.lanes();
            let taps = layer.kernels.to_shape((16, 150)).unwrap();
            let kernels = single(taps.t().iter().copied());
            let bias = single(layer.bias.iter().copied());
            let image = in_lanes(&single(x.iter().copied()), l);
            let (mut y, mut argmax) = (vec![0.0; 400 * l], vec![0.0; 400 * l]);
            isa.run(Forward::<14> {
                x: &image,
                kernels: &kernels,
                bias: &bias,
                pooled: &mut y,
                argmax: &mut argmax,
            });
            assert_close(&of_lanes(&y, l), &pooled.values);
            let mut d = in_lanes(&single(d_pooled.iter().copied()), l);
            isa.run(ReluBackward { y: &y, d: &mut d });
            let (d, argmax) = (&d[..], &argmax[..]);
            let (mut d_bias, mut d_kernels) = (vec![f32::NAN; 16 * l], vec![f32::NAN; 2400 * l]);
            let mut d_x = vec![f32::NAN; 1176 * l];
            isa.run(DBias {
                d,
                d_bias: &mut d_bias,
            });
            assert_close(&of_lanes(&d_bias, l), &gradients.d_bias);
            isa.run(DKernels::<14, 5> {
                x: &image,
                d,
                argmax,
                d_kernels: &mut d_kernels,
            });
            let d_taps = gradients.d_kernels.to_shape((16, 150)).unwrap();
            assert_close(&of_lanes(&d_kernels, l), d_taps.t());
            isa.run(DX {
                kernels: &kernels,
                d,
                argmax,
                d_x: &mut d_x,
            });
            assert_close(&of_lanes(&d_x, l), &gradients.d_input);
        }
    }

    /// Layers of any number of outputs: whole tiles, and what is left over.
    #[test]
    fn a_dense_layer_and_its_way_back_are_those_of_the_layers(
        seed in 0_u32..1000,
        outputs in 1_usize..10,
        inputs in 1_usize..36,
        blocks in 1_usize..10,
    ) {
        let outputs = 2 * outputs;
        let weights: Vec<f64> = numbers(seed, outputs * inputs).collect();
        let layer = Dense {
            weights: Array2::from_shape_vec((outputs, inputs), weights).unwrap(),
            bias: numbers(seed + 1, outputs).collect(),
        };
        let x: Array1<f64> = numbers(seed + 2, inputs).collect();
        let d_z: Array1<f64> = numbers(seed + 3, outputs).collect();
        let z = layer.forward(&x).unwrap();
        let gradients = layer.backward(&x, &d_z).unwrap();
        for isa in Isa::all() {
            let l = isa.lanes();
            let of = |numbers: &mut dyn Iterator<Item = &f64>| {
                in_lanes(&single(numbers.copied()), l).repeat(blocks)
            };
            let weights = single(layer.weights.t().iter().copied());
            let mut out = vec![0.0; outputs * blocks * l];
            isa.run(dense::Forward {
                weights: &weights,
                row_stride: outputs,
                bias: &single(layer.bias.iter().copied()),
                x: &of(&mut x.iter()),
                z: &mut out,
            });
            for block in out.chunks_exact(outputs * l) {
                assert_close(&of_lanes(block, l), &z);
            }
            let mut d_x = vec![0.0; inputs * blocks * l];
            isa.run(dense::DX {
                weights: &weights,
                row_stride: outputs,
                d_z: &of(&mut d_z.iter()),
                d_x: &mut d_x,
            });
            for block in d_x.chunks_exact(inputs * l) {
                assert_close(&of_lanes(block, l), &gradients.d_input);
            }
        }
    }

    #[test]
    fn what_is_transposed_has_its_rows_as_columns(
        seed in 0_u32..1000,
        rows in 1_usize..40,
        columns in 1_usize..40,
        apart in 0_usize..5,
    ) {
        let (from_stride, to_stride) = (columns + apart, rows + apart);
        let from = single(numbers(seed, rows * from_stride));
        for isa in Isa::all() {
            let mut to = vec![0.0; columns * to_stride];
            isa.run(Transpose { from: &from, from_stride, rows, columns, to: &mut to, to_stride });
            for (r, c) in (0..rows * columns).map(|n| (n / columns, n % columns)) {
                prop_assert_eq!(to[c * to_stride + r], from[r * from_stride + c]);
            }
        }
    }

    #[test]
    fn a_group_adds_up_to_its_sum(seed in 0_u32..1000, n in 0_usize..=16) {
        let group = single(numbers(seed, n));
        let sum: f64 = group.iter().map(|v| f64::from(*v)).sum();
        assert_close(&[lane_sum(&group)], &[sum]);
    }
}

/// `n` numbers as `f32`.
fn singles(seed: u32, n: usize) -> Vec<f32> {
    single(numbers(seed, n))
}

/// The row and the column that an argmax has in its window.
fn place(argmax: f32) -> (usize, usize) {
    let place = PLACES.iter().position(|place| *place == argmax).unwrap();
    (place / 2, place % 2)
}

/// An argmax for each window, and a gradient, which is 0 for one of four.
fn windows(n: usize) -> (Vec<f32>, Vec<f32>) {
    let (d, scattered) = (singles(3, n), singles(4, n));
    let argmax = scattered
        .iter()
        .map(|c| PLACES[((c + 0.5) * 64.0) as usize % 4]);
    let d = d.iter().zip(&scattered);
    let d = d.map(|(d, c)| if *c < -0.25 { 0.0 } else { *d });
    (argmax.collect(), d.collect())
}

/// What a kernel has written, and what was expected, in lane `l` of `lanes`.
fn assert_same(found: &[f32], expected: &[f32], (l, lanes): (usize, usize)) {
    for (n, expected) in expected.iter().enumerate() {
        let found = found[n * lanes + l];
        assert_eq!(found.to_bits(), expected.to_bits(), "number {n}, lane {l}");
    }
}

fn of_lane(numbers: &[f32], (l, lanes): (usize, usize)) -> Vec<f32> {
    numbers.iter().skip(l).step_by(lanes).copied().collect()
}

fn assert_d_kernels<const SIDE: usize, const WINDOWS: usize>(
    filters: usize,
    channels: usize,
) {
    for isa in Isa::all() {
        let lanes = isa.lanes();
        let x = singles(1, channels * SIDE * SIDE * lanes);
        let (argmax, d) = windows(filters * WINDOWS * WINDOWS * lanes);
        let mut d_kernels = vec![f32::NAN; channels * K * K * filters * lanes];
        isa.run(DKernels::<SIDE, WINDOWS> {
            x: &x,
            d: &d,
            argmax: &argmax,
            d_kernels: &mut d_kernels,
        });
        for l in (0..lanes).map(|l| (l, lanes)) {
            let [x, d, argmax] = [&x, &d, &argmax].map(|numbers| of_lane(numbers, l));
            let mut expected = Vec::new();
            for (c, u, v) in
                (0..channels * K * K).map(|t| (t / K / K, t / K % K, t % K))
            {
                for o in 0..filters {
                    let mut sum = 0.0;
                    for (i, j) in
                        (0..WINDOWS * WINDOWS).map(|n| (n / WINDOWS, n % WINDOWS))
                    {
                        let n = (o * WINDOWS + i) * WINDOWS + j;
                        let (below, right) = place(argmax[n]);
                        let (row, column) = (2 * i + below + u, 2 * j + right + v);
                        sum = f32::mul_add(
                            d[n],
                            x[(c * SIDE + row) * SIDE + column],
                            sum,
                        );
                    }
                    expected.push(sum);
                }
            }
            assert_same(&d_kernels, &expected, l);
        }
    }
}

#[test]
fn the_gradient_of_weights_have_the_bits_of_sums_window_after_window() {
    assert_d_kernels::<{ SECOND.side }, { SECOND.pooled() }>(16, 6);
    assert_d_kernels::<{ FIRST.side }, { FIRST.pooled() }>(6, 1);
}

#[test]
fn the_gradient_of_pixels_have_the_bits_of_sums_window_after_window() {
    const SIDE: usize = SECOND.side;
    const WINDOWS: usize = SECOND.pooled();
    const FILTERS: usize = SECOND.filters;
    const CHANNELS: usize = SECOND.channels;
    let kernels = singles(2, CHANNELS * K * K * FILTERS);
    for isa in Isa::all() {
        let lanes = isa.lanes();
        let (argmax, d) = windows(FILTERS * WINDOWS * WINDOWS * lanes);
        let mut d_x = vec![f32::NAN; CHANNELS * SIDE * SIDE * lanes];
        isa.run(DX {
            kernels: &kernels,
            d: &d,
            argmax: &argmax,
            d_x: &mut d_x,
        });
        for l in (0..lanes).map(|l| (l, lanes)) {
            let [d, argmax] = [&d, &argmax].map(|numbers| of_lane(numbers, l));
            let mut expected = vec![0.0; CHANNELS * SIDE * SIDE];
            // Rows of windows, filters, windows; each adds its gradient to the pixels that it has read.
            for n in 0..WINDOWS {
                for (o, j) in (0..FILTERS * WINDOWS).map(|t| (t / WINDOWS, t % WINDOWS))
                {
                    let window = (o * WINDOWS + n) * WINDOWS + j;
                    let (below, right) = place(argmax[window]);
                    for tap in 0..CHANNELS * K * K {
                        let (c, u, v) = (tap / K / K, tap / K % K, tap % K);
                        let (row, column) = (2 * n + below + u, 2 * j + right + v);
                        let sum: &mut f32 =
                            &mut expected[(c * SIDE + row) * SIDE + column];
                        *sum =
                            f32::mul_add(kernels[tap * FILTERS + o], d[window], *sum);
                    }
                }
            }
            assert_same(&d_x, &expected, l);
        }
    }
}
