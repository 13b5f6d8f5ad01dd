//! What the chapter's code costs.

use criterion::BatchSize;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use digits::{Dataset, Options, Training, Workers};
use std::hint::black_box;

fn benches(criterion: &mut Criterion) {
    let twenty = Dataset::from_records(data::BYTES).expect("the book's own digits");
    let mut group = criterion.benchmark_group("digits");
    group.bench_function("image", |bencher| {
        bencher.iter(|| black_box(&twenty.samples()[0]).image());
    });
    group.throughput(Throughput::Elements(10_000));
    group.bench_function("embedded", |bencher| bencher.iter(Dataset::embedded));
    let all = Dataset::embedded().expect("the book's own digits");
    let start = Training::start(Options::default()).expect("the book's own options");
    group.throughput(Throughput::Elements(start.options().batch as u64));
    group.sample_size(10);
    group.bench_function("step", |bencher| {
        let step = |mut training: Training| training.step(&all, &Workers::alone());
        bencher.iter_batched(|| start.clone(), step, BatchSize::PerIteration);
    });
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
