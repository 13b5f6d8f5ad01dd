//! What the chapter's code costs.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ndarray::Array3;
use pooling::{Window, average_pool, max_pool};
use std::hint::black_box;

/// Six maps of 24 by 24, pooled by windows of two by two.
fn benches(criterion: &mut Criterion) {
    let maps = Array3::from_shape_fn((6, 24, 24), |(c, i, j)| {
        ((7 * c + 5 * i + 3 * j) % 11) as f64
    });
    let window = Window { size: 2, stride: 2 };
    let mut group = criterion.benchmark_group("pooling");
    group.throughput(Throughput::Elements(maps.len() as u64));
    group.bench_function("max", |bencher| {
        bencher.iter(|| max_pool(black_box(&maps), black_box(window)));
    });
    group.bench_function("average", |bencher| {
        bencher.iter(|| average_pool(black_box(&maps), black_box(window)));
    });
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
