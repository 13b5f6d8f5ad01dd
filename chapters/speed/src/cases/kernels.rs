//! The kernels of a step, each for one block of samples, or for a batch where it takes one.

use super::{BATCH, Case, numbers};
use crate::kernels::convolution::{DKernels, DX, Forward};
use crate::kernels::dense;
use crate::memory::Memory;
use crate::network::LAYERS;
use crate::{Isa, count};

/// Operations of the forward pass of a layer for one sample.
fn one(layer: usize) -> f64 {
    count::forward(layer, 1).operations
}

/// Inputs and outputs of the first dense layer, and from one input's weights to the next.
const INPUTS: usize = LAYERS[2].inputs;
const OUTPUTS: usize = LAYERS[2].outputs;
const PITCH: usize = LAYERS[2].pitch;

pub(super) fn cases(isa: Isa) -> Vec<Case> {
    let l = isa.lanes();
    let zeros = Memory::zeros;
    let mut cases = Vec::new();

    let (x, w, b) = (numbers(1024 * l), numbers(150), numbers(6));
    let (mut pooled, mut winner) = (zeros(1176 * l), zeros(1176 * l));
    cases.push(Case::new("first-forward", one(0) * l as f64, move || {
        isa.run(Forward::<32> {
            x: &x,
            kernels: &w,
            bias: &b,
            pooled: &mut pooled,
            winner: &mut winner,
        });
    }));

    let (x, w, b) = (numbers(1176 * l), numbers(2400), numbers(16));
    let (mut pooled, mut winner) = (zeros(400 * l), zeros(400 * l));
    cases.push(Case::new("second-forward", one(1) * l as f64, move || {
        isa.run(Forward::<14> {
            x: &x,
            kernels: &w,
            bias: &b,
            pooled: &mut pooled,
            winner: &mut winner,
        });
    }));

    let (x, d, winner) = (numbers(1176 * l), numbers(400 * l), winners(400 * l));
    let mut d_kernels = zeros(2400 * l);
    cases.push(Case::new(
        "second-d-kernels",
        one(1) * l as f64,
        move || {
            isa.run(DKernels::<14, 5> {
                x: &x,
                d: &d,
                winner: &winner,
                d_kernels: &mut d_kernels,
            });
        },
    ));

    let (w, d, winner) = (numbers(2400), numbers(400 * l), winners(400 * l));
    let mut d_x = zeros(1176 * l);
    cases.push(Case::new("second-d-x", one(1) * l as f64, move || {
        isa.run(DX {
            kernels: &w,
            d: &d,
            winner: &winner,
            d_x: &mut d_x,
        });
    }));

    let (x, d, winner) = (numbers(1024 * l), numbers(1176 * l), winners(1176 * l));
    let mut d_kernels = zeros(150 * l);
    cases.push(Case::new("first-d-kernels", one(0) * l as f64, move || {
        isa.run(DKernels::<32, 14> {
            x: &x,
            d: &d,
            winner: &winner,
            d_kernels: &mut d_kernels,
        });
    }));

    let dense1 = count::forward(2, BATCH).operations;
    let (x, w, b) = (
        numbers(INPUTS * BATCH),
        numbers(INPUTS * PITCH),
        numbers(OUTPUTS),
    );
    let mut z = zeros(OUTPUTS * BATCH);
    cases.push(Case::new("dense-forward", dense1, move || {
        isa.run(dense::Forward {
            weights: &w,
            pitch: PITCH,
            bias: &b,
            x: &x,
            z: &mut z,
        });
    }));

    let (w, d_z, mut d_x) = (
        numbers(INPUTS * PITCH),
        numbers(OUTPUTS * BATCH),
        zeros(INPUTS * BATCH),
    );
    cases.push(Case::new("dense-d-x", dense1, move || {
        isa.run(dense::DX {
            weights: &w,
            pitch: PITCH,
            d_z: &d_z,
            d_x: &mut d_x,
        });
    }));

    let (mut w, mut v) = (numbers(INPUTS * PITCH), zeros(INPUTS * PITCH));
    let said = Said(numbers(INPUTS * BATCH), numbers(PITCH * BATCH));
    cases.push(Case::new("dense-step", dense1, move || {
        isa.run(dense::Step {
            samples: &said,
            inputs: INPUTS,
            first: 0,
            weights: &mut w,
            velocity: &mut v,
            pitch: PITCH,
            rate: 1e-6,
            momentum: 0.9,
        });
    }));
    for case in &mut cases {
        case.name.insert_str(0, "kernel-");
    }
    cases
}

/// Winners in all four places, in no order.
fn winners(n: usize) -> Memory {
    let (mut winners, lower) = (numbers(n), numbers(2 * n));
    for (winner, lower) in winners.iter_mut().zip(&lower[n..]) {
        *winner = winner.signum() * if *lower > 0.0 { 2.0 } else { 1.0 };
    }
    winners
}

/// Samples, all in one part.
struct Said(Memory, Memory);

impl dense::Samples for &Said {
    #[inline(always)]
    fn parts(&self) -> impl Iterator<Item = (&[f32], &[f32])> {
        std::iter::once((&self.0[..], &self.1[..]))
    }
}
