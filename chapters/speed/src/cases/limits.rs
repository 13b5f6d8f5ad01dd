//! What the machine can do at most.

use super::{Case, numbers};
use crate::Isa;
use crate::machine::{CHAINS, Peak, Read};
use std::hint::black_box;

/// How often a chain goes on before the clock is read.
const TIMES: usize = 2_000;
/// Bytes that fit into the second nearest memory, and into none but the farthest.
const NEAR: usize = 256 << 10;
const FAR: usize = 256 << 20;

pub(super) fn cases(isa: Isa) -> Vec<Case> {
    let starts = numbers(CHAINS * isa.lanes());
    let operations = (2 * starts.len() * TIMES) as f64;
    let peak = move || {
        let (starts, times) = (&starts[..], TIMES);
        black_box(isa.run(Peak { starts, times }));
    };
    let read = |name, bytes: usize| {
        let memory = vec![1.0_f32; bytes / 4];
        Case::new(name, bytes as f64, move || {
            black_box(isa.run(Read(&memory)));
        })
    };
    vec![
        Case::new("peak", operations, peak),
        read("read-near", NEAR),
        read("read-far", FAR),
    ]
}
