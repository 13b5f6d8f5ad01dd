//! What the chapter's code costs: every case of its list, and convolutions of the package `direct` along four axes.

mod axes;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use speed::Isa;
use speed::book::cases;
use std::time::Duration;

fn benches(criterion: &mut Criterion) {
    let mut cases = cases::all(Isa::best()).expect("sizes that are right");
    cases.extend(axes::cases(Isa::best()));
    let mut group = criterion.benchmark_group("speed");
    group
        .sample_size(20)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(800));
    for mut case in cases {
        group.throughput(Throughput::Elements(case.amount));
        group.bench_function(case.name, |bencher| bencher.iter(&mut case.run));
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
