//! What an activation costs, alone and at the end of a neuron.

use activations::{gelu, leaky_relu, relu, tanh};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use neurons::{Neuron, sigmoid};
use std::hint::black_box;

/// Weighted sums a round: few enough to stay in the processor's nearest memory.
const SUMS: usize = 1024;

/// `n` numbers between −4 and 4 in no order that a processor could guess.
fn numbers(n: usize) -> Vec<f64> {
    let golden = 0.618_033_988_749_894_9;
    (0..n)
        .map(|i| (i as f64 * golden).fract() * 8.0 - 4.0)
        .collect()
}

/// Times `f` over a whole slice of weighted sums.
fn bench(c: &mut Criterion, name: &str, f: impl Fn(f64) -> f64) {
    let z = numbers(SUMS);
    let mut y = vec![0.0; SUMS];
    let mut group = c.benchmark_group("activations");
    group.throughput(Throughput::Elements(SUMS as u64));
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            for (y, z) in y.iter_mut().zip(black_box(&z)) {
                *y = f(*z);
            }
            black_box(&mut y);
        });
    });
}

fn alone(c: &mut Criterion) {
    bench(c, "relu", relu);
    bench(c, "leaky-relu", |z| leaky_relu(z, 0.1));
    bench(c, "sigmoid", sigmoid);
    bench(c, "tanh", tanh);
    bench(c, "gelu", gelu);
}

/// One input for each pixel of a handwritten digit.
const PIXELS: usize = 28 * 28;

/// Times a whole neuron: the weighted sum of `PIXELS` inputs, then the ReLU.
fn in_a_neuron(c: &mut Criterion) {
    let x = numbers(PIXELS);
    let neuron = Neuron {
        weights: x.iter().rev().map(|x| x / PIXELS as f64).collect(),
        bias: 0.0,
    };
    let mut group = c.benchmark_group("activations");
    group.throughput(Throughput::Elements(PIXELS as u64));
    group.bench_function("neuron", |bencher| {
        bencher.iter(|| neuron.output(black_box(&x), relu));
    });
}

criterion_group!(all, alone, in_a_neuron);
criterion_main!(all);
