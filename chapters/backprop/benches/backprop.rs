//! What a backward pass costs, beside the forward pass, and beside trying.

use ::convolution::Convolution;
use backprop::{Dense, convolution, numeric_gradient};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ndarray::{Array1, Array3, Array4};
use std::hint::black_box;

/// Inputs and outputs of the dense layer.
const SIZE: (usize, usize) = (64, 32);

/// Numbers that are neither equal nor round.
fn number(i: usize) -> f64 {
    libm::sin(i as f64)
}

fn dense(c: &mut Criterion) {
    let (n, m) = SIZE;
    let mut next = 0..;
    let mut weights = || number(next.next().unwrap_or(0));
    let layer = Dense {
        weights: ndarray::Array2::from_shape_simple_fn((m, n), &mut weights),
        bias: Array1::from_shape_simple_fn(m, &mut weights),
    };
    let x = Array1::from_shape_fn(n, number);
    let d_z = Array1::from_shape_fn(m, number);
    let mut group = c.benchmark_group("backprop");
    group.throughput(Throughput::Elements((n * m) as u64));
    group.bench_function("dense-forward", |b| {
        b.iter(|| black_box(&layer).forward(black_box(&x)));
    });
    group.bench_function("dense-backward", |b| {
        b.iter(|| black_box(&layer).backward(black_box(&x), black_box(&d_z)));
    });
    // The same gradients of the weights, by two forward passes for each.
    let loss = |weights: &[f64]| {
        let weights = ndarray::Array2::from_shape_vec((m, n), weights.to_vec())?;
        let bias = layer.bias.clone();
        let z = Dense { weights, bias }.forward(&x)?;
        let loss = z.iter().zip(&d_z).fold(0.0, |loss, (z, d)| loss + d * z);
        Ok::<f64, Box<dyn std::error::Error>>(loss)
    };
    let weights: Vec<f64> = layer.weights.iter().copied().collect();
    group.sample_size(10);
    group.bench_function("dense-differences", |b| {
        b.iter(|| numeric_gradient(loss, black_box(&weights), 1e-5).ok());
    });
    group.finish();
}

fn convolutions(c: &mut Criterion) {
    let mut next = 0..;
    let mut value = || number(next.next().unwrap_or(0));
    let layer = Convolution {
        kernels: Array4::from_shape_simple_fn((6, 1, 5, 5), &mut value),
        bias: Array1::from_shape_simple_fn(6, &mut value),
        stride: 1,
        padding: 2,
    };
    let image = Array3::from_shape_simple_fn((1, 28, 28), &mut value);
    let d_z = Array3::from_shape_simple_fn((6, 28, 28), &mut value);
    let mut group = c.benchmark_group("backprop");
    // one multiplication for each weight at each place
    group.throughput(Throughput::Elements(d_z.len() as u64 * 25));
    group.bench_function("convolution-forward", |b| {
        b.iter(|| black_box(&layer).forward(black_box(&image)));
    });
    group.bench_function("convolution-backward", |b| {
        b.iter(|| {
            convolution::backward(black_box(&layer), black_box(&image), black_box(&d_z))
        });
    });
    group.finish();
}

criterion_group!(all, dense, convolutions);
criterion_main!(all);
