//! What is fast says what the layers of the earlier chapters say, within 1e-5.

mod close;
mod lesson;

use activations::relu;
use backprop::{Dense, convolution::backward, pooling::max_backward};
use close::{assert_close, numbers};
use convolution::Convolution;
use lesson::{digits, start};
use ndarray::{Array1, Array2, Array3, Array4};
use pooling::{Window, max_pool};
use proptest::prelude::*;
use speed::kernels::convolution::{DBias, DKernels, DX, Forward};
use speed::kernels::{dense, fold, relu, turn};
use speed::ladder::{Rung, Work};
use speed::network::{Batch, Rates};
use speed::textbook::{self, OneByOne};
use speed::{Isa, Network};

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
        let slopes = backward(&layer, &x, &d_z).unwrap();
        for isa in Isa::all() {
            let l = isa.lanes();
            let taps = layer.kernels.to_shape((16, 150)).unwrap();
            let kernels = single(taps.t().iter().copied());
            let bias = single(layer.bias.iter().copied());
            let image = in_lanes(&single(x.iter().copied()), l);
            let (mut y, mut winner) = (vec![0.0; 400 * l], vec![0.0; 400 * l]);
            isa.run(Forward::<14> {
                x: &image,
                kernels: &kernels,
                bias: &bias,
                pooled: &mut y,
                winner: &mut winner,
            });
            assert_close(&of_lanes(&y, l), &pooled.values);
            let mut d = in_lanes(&single(d_pooled.iter().copied()), l);
            isa.run(relu::Backward { y: &y, d: &mut d });
            let (d, winner) = (&d[..], &winner[..]);
            let (mut d_bias, mut d_kernels) = (vec![f32::NAN; 16 * l], vec![f32::NAN; 2400 * l]);
            let mut d_x = vec![f32::NAN; 1176 * l];
            isa.run(DBias {
                d,
                d_bias: &mut d_bias,
            });
            assert_close(&of_lanes(&d_bias, l), &slopes.d_bias);
            isa.run(DKernels::<14, 5> {
                x: &image,
                d,
                winner,
                d_kernels: &mut d_kernels,
            });
            let d_taps = slopes.d_kernels.to_shape((16, 150)).unwrap();
            assert_close(&of_lanes(&d_kernels, l), d_taps.t());
            isa.run(DX {
                kernels: &kernels,
                d,
                winner,
                d_x: &mut d_x,
            });
            assert_close(&of_lanes(&d_x, l), &slopes.d_input);
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
        let slopes = layer.backward(&x, &d_z).unwrap();
        for isa in Isa::all() {
            let l = isa.lanes();
            let of = |numbers: &mut dyn Iterator<Item = &f64>| {
                in_lanes(&single(numbers.copied()), l).repeat(blocks)
            };
            let weights = single(layer.weights.t().iter().copied());
            let mut out = vec![0.0; outputs * blocks * l];
            isa.run(dense::Forward {
                weights: &weights,
                pitch: outputs,
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
                pitch: outputs,
                d_z: &of(&mut d_z.iter()),
                d_x: &mut d_x,
            });
            for block in d_x.chunks_exact(inputs * l) {
                assert_close(&of_lanes(block, l), &slopes.d_input);
            }
        }
    }

    #[test]
    fn what_is_turned_has_its_rows_as_columns(
        seed in 0_u32..1000,
        rows in 1_usize..40,
        columns in 1_usize..40,
        apart in 0_usize..5,
    ) {
        let (pitch, to_pitch) = (columns + apart, rows + apart);
        let from = single(numbers(seed, rows * pitch));
        for isa in Isa::all() {
            let mut to = vec![0.0; columns * to_pitch];
            isa.run(turn::Turn { from: &from, pitch, rows, columns, to: &mut to, to_pitch });
            for (r, c) in (0..rows * columns).map(|n| (n / columns, n % columns)) {
                prop_assert_eq!(to[c * to_pitch + r], from[r * pitch + c]);
            }
        }
    }

    #[test]
    fn a_group_adds_up_to_its_sum(seed in 0_u32..1000, n in 0_usize..=16) {
        let group = single(numbers(seed, n));
        let sum: f64 = group.iter().map(|v| f64::from(*v)).sum();
        assert_close(&[fold::folded(&group)], &[sum]);
    }

    #[test]
    fn every_rung_of_the_ladder_computes_what_the_layers_compute(seed in 0_u32..1000) {
        let parameters = start(u64::from(seed));
        let network = parameters.network().unwrap();
        let x = sample(seed, (6, 14, 14));
        let z = network.second.forward(&x).unwrap();
        let pooled = max_pool(&z.mapv(relu), WINDOW).unwrap().values;
        let sixteen = single(x.iter().copied()).repeat(16);
        for isa in Isa::all() {
            let mut work = Work::new(&parameters, isa, &sixteen).unwrap();
            for rung in Rung::ALL {
                work.run(rung);
                for sample in work.pooled(rung).chunks_exact(400) {
                    assert_close(sample, &pooled);
                }
            }
        }
    }
}

/// The mean slope of some digits, by the layers of the earlier chapters: ten arrays.
fn slopes(images: &[f32], labels: &[u8]) -> (f64, Vec<Vec<f64>>) {
    let network = start(1).network().unwrap();
    let (mut loss, mut sums) = (0.0, Vec::new());
    for (image, label) in images.chunks_exact(784).zip(labels) {
        let image = image.iter().map(|ink| f64::from(*ink));
        let image = Array3::from_shape_vec((1, 28, 28), image.collect()).unwrap();
        let pass = network.forward(&image).unwrap();
        let one = digits::cross_entropy(pass.logits(), *label).unwrap();
        let found = network.backward(&pass, &one.d_logits).unwrap().0;
        loss += one.value;
        sums.resize_with(found.len(), Vec::new);
        for (sum, found) in sums.iter_mut().zip(&found) {
            sum.resize(found.len(), 0.0);
            for (sum, slope) in sum.iter_mut().zip(found) {
                *sum += slope / labels.len() as f64;
            }
        }
    }
    (loss, sums)
}

#[test]
fn a_step_of_the_fast_network_and_of_the_textbook_s_is_one_of_the_layers() {
    let (images, labels) = digits();
    let (loss, slopes) = slopes(&images, &labels);
    let batch = Batch {
        images: &images,
        labels: &labels,
    };
    // With no momentum, and at the rate 1, what the weights lose is the slope. It is as exact as the
    // weights are.
    let rates = Rates {
        rate: 1.0,
        momentum: 0.0,
    };
    let mut fast = Network::new(start(1), Isa::best(), 1, 64).unwrap();
    let mut book = textbook::Network::new(&start(1));
    let went = fast.step(batch, rates).unwrap();
    let by_book = Isa::best().run(OneByOne(&mut book, batch, rates)).unwrap();
    assert_close(&[went.loss, by_book.loss], &[loss, loss]);
    let before = start(1);
    for after in [fast.parameters(), &book.parameters()] {
        for n in 0..5 {
            let lost = before.by_output(n).zip(after.by_output(n));
            let lost: Vec<f32> = lost.map(|(before, after)| before - after).collect();
            assert_close(&lost, &slopes[2 * n]);
            let lost = before.0[n].bias.iter().zip(&after.0[n].bias);
            let lost: Vec<f32> = lost.map(|(before, after)| before - after).collect();
            assert_close(&lost, &slopes[2 * n + 1]);
        }
    }
}

#[test]
fn the_answers_are_those_of_the_layers() {
    let (images, labels) = digits();
    let network = start(1).network().unwrap();
    let mut fast = Network::new(start(1), Isa::best(), 2, 64).unwrap();
    let mut answers = vec![0.0; 10 * labels.len()];
    fast.answers(&images, &mut answers).unwrap();
    for (image, answers) in images.chunks_exact(784).zip(answers.chunks_exact(10)) {
        let image = image.iter().map(|ink| f64::from(*ink));
        let image = Array3::from_shape_vec((1, 28, 28), image.collect()).unwrap();
        assert_close(answers, network.forward(&image).unwrap().logits());
    }
}
