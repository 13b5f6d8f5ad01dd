//! What one update and one random weight cost.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use neurons::Point;
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use std::hint::black_box;
use weights::book::worked::{X, notebook_neuron};
use weights::{standard_normal, step};

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("weights");
    group.throughput(Throughput::Elements(1));
    let (neuron, points) = (
        notebook_neuron(),
        [Point {
            x: X.to_vec(),
            t: 0.4,
        }],
    );
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
