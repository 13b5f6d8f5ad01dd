//! What the sigmoid's two forms cost.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use neurons::{sigmoid, sigmoid_textbook};
use std::hint::black_box;

/// Both forms over the same weighted sums, evenly spread between −8 and 8 and then shuffled about:
/// in sorted order a processor would guess every branch right.
fn benches(criterion: &mut Criterion) {
    let n = 1024;
    let z: Vec<f64> = (0..n)
        .map(|i| f64::from(i * 389 % n) / 64.0 - 8.0)
        .collect();
    let mut group = criterion.benchmark_group("neurons");
    group.throughput(Throughput::Elements(z.len() as u64));
    group.bench_function("sigmoid-textbook", |bencher| {
        bencher.iter(|| {
            z.iter()
                .map(|z| sigmoid_textbook(black_box(*z)))
                .sum::<f64>()
        });
    });
    group.bench_function("sigmoid-stable", |bencher| {
        bencher.iter(|| z.iter().map(|z| sigmoid(black_box(*z))).sum::<f64>());
    });
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
