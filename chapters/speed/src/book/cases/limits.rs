//! What the machine can do at most: kernels that do nothing but compute, or read.

use super::{Case, numbers};
use crate::isa::{Isa, Kernel};
use crate::lanes::Lanes;
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

// ANCHOR: peak
/// Nothing but fused multiply-adds, in as many chains as a tile has sums: each result
/// is the next one's input, and only other chains can fill the wait for it.
#[derive(Debug)]
pub struct Peak<'a> {
    /// Where the chains start: all different, or a compiler does them once for all.
    pub starts: &'a [f32],
    /// How often each chain goes on.
    pub times: usize,
}

impl Kernel for Peak<'_> {
    type Scalar = f32;
    /// How many operations it was, and their result: without it, a compiler does none.
    type Output = (usize, f32);

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) -> (usize, f32) {
        match V::LANES {
            16 => self.chains::<V, 6>(),
            _ => self.chains::<V, 3>(),
        }
    }
}

impl Peak<'_> {
    #[inline(always)]
    fn chains<V, const ROWS: usize>(self) -> (usize, f32)
    where
        V: Lanes<Scalar = f32>,
    {
        let (a, b) = (V::splat(0.999), V::splat(0.001));
        let mut sums = [[V::splat(0.0); 4]; ROWS];
        for (sums, starts) in sums.iter_mut().zip(V::of(self.starts).as_chunks().0) {
            *sums = *starts;
        }
        for _ in 0..self.times {
            for r in 0..ROWS {
                for c in 0..4 {
                    // s ← a · s + b
                    sums[r][c] = a.mul_add(sums[r][c], b);
                }
            }
        }
        let sums = V::scalars(sums.as_flattened());
        let total = sums.iter().fold(0.0, |total, s| total + s);
        (2 * sums.len() * self.times, total)
    }
}
// ANCHOR_END: peak

/// The sum of all of some memory, in four chains: one addition for each register that is read, so that
/// reading is what takes the time.
#[derive(Debug)]
pub struct Read<'a>(pub &'a [f32]);

impl Kernel for Read<'_> {
    type Scalar = f32;
    type Output = f32;

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) -> f32 {
        let mut sums = [V::splat(0.0); 4];
        for numbers in V::of(self.0).as_chunks::<4>().0 {
            for q in 0..4 {
                sums[q] = sums[q].add(numbers[q]);
            }
        }
        V::scalars(&sums).iter().fold(0.0, |total, s| total + s)
    }
}
