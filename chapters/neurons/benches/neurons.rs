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
    let forms: [(_, fn(f64) -> f64); 2] = [
        ("sigmoid-textbook", sigmoid_textbook),
        ("sigmoid-stable", sigmoid),
    ];
    for (id, form) in forms {
        group.bench_function(id, |bencher| {
            bencher.iter(|| z.iter().map(|z| form(black_box(*z))).sum::<f64>());
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
