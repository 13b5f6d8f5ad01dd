//! What the chapter's code costs.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use digits::Dataset;
use std::hint::black_box;

fn benches(criterion: &mut Criterion) {
    let twenty = Dataset::from_records(data::BYTES).expect("the book's own digits");
    let mut group = criterion.benchmark_group("digits");
    group.bench_function("image", |bencher| {
        bencher.iter(|| black_box(&twenty.samples()[0]).image());
    });
    group.throughput(Throughput::Elements(10_000));
    group.bench_function("embedded", |bencher| bencher.iter(Dataset::embedded));
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
