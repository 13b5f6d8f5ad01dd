//! What one update and one random weight cost.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use neurons::{Neuron, Point};
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use std::hint::black_box;
use weights::{standard_normal, step};

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("weights");
    group.throughput(Throughput::Elements(1));
    // The notebook's neuron, and its one point.
    let neuron = Neuron {
        weights: vec![0.4, 0.2, 0.6],
        bias: 0.1,
    };
    let points = [Point {
        x: vec![0.5, 0.3, 0.1],
        t: 0.4,
    }];
    group.bench_function("step", |bencher| {
        bencher.iter(|| step(black_box(&neuron), black_box(&points), 0.1));
    });
    let mut rng = Pcg64::seed_from_u64(1);
    group.bench_function("standard-normal", |bencher| {
        bencher.iter(|| standard_normal(&mut rng));
    });
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
