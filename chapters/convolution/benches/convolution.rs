//! What the chapter's code costs.

use convolution::{cross_correlate, same_padding};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ndarray::Array2;
use std::hint::black_box;

/// One digit under a small and a large kernel, with the padding that keeps its size.
fn benches(criterion: &mut Criterion) {
    let digit = &data::digits()[11].pixels;
    let mut group = criterion.benchmark_group("convolution");
    for k in [3, 7] {
        let kernel = Array2::from_elem((k, k), 1.0 / (k * k) as f64);
        let padding = same_padding(k).expect("3 and 7 are odd");
        group.throughput(Throughput::Elements((digit.len() * k * k) as u64));
        group.bench_function(format!("digit-{k}x{k}"), |bencher| {
            bencher.iter(|| {
                cross_correlate(black_box(digit), black_box(&kernel), 1, padding)
            });
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
