//! What the chapter's code costs.

use criterion::{Criterion, criterion_group, criterion_main};

fn benches(_: &mut Criterion) {}

criterion_group!(all, benches);
criterion_main!(all);
