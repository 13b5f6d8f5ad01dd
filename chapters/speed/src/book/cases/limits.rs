//! What the machine can do at most.

use super::{Case, numbers};
use crate::Isa;
use crate::machine::{Peak, Read};
use std::hint::black_box;

/// How many multiply-adds a chain has.
const TIMES: usize = 20_000;
/// Bytes that fit into the second nearest memory, and into none but the farthest.
const NEAR: usize = 256 << 10;
const FAR: usize = 256 << 20;

pub(super) fn cases(isa: Isa) -> Vec<Case> {
    // As many as the largest tile has sums.
    let starts = numbers(6 * 4 * isa.lanes());
    let work = move || {
        let (starts, times) = (&starts[..], TIMES);
        isa.run(Peak { starts, times })
    };
    let (operations, _) = work();
    let peak = move || {
        black_box(work());
    };
    let read = |name, bytes: usize| {
        let memory = numbers(bytes / 4);
        Case::new(name, bytes as f64, move || {
            black_box(isa.run(Read(&memory)));
        })
    };
    vec![
        Case::new("peak", operations as f64, peak),
        read("read-near", NEAR),
        read("read-far", FAR),
    ]
}
