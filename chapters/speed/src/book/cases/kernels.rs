//! The kernels of a step, each for one block of samples, or for a batch where it takes one.

use super::{BATCH, Case, numbers};
use crate::aligned::AlignedBuffer;
use crate::geometry::{Convolution, FIRST, LAYERS, Layer, SECOND};
use crate::kernels::convolution::{DKernels, DX, Forward};
use crate::kernels::dense;
use crate::{Isa, count};
use std::ops::DerefMut;

/// The first dense layer.
const DENSE: Layer = LAYERS[2];

pub(super) fn cases(isa: Isa) -> Vec<Case> {
    let mut cases = vec![
        forward::<{ FIRST.side }>(isa, "first-forward", FIRST),
        forward::<{ SECOND.side }>(isa, "second-forward", SECOND),
        d_kernels::<{ SECOND.side }, { SECOND.pooled() }>(
            isa,
            "second-d-kernels",
            SECOND,
        ),
        d_x(isa),
        d_kernels::<{ FIRST.side }, { FIRST.pooled() }>(isa, "first-d-kernels", FIRST),
    ];
    cases.extend(dense(isa));
    for case in &mut cases {
        case.name.insert_str(0, "kernel-");
    }
    cases
}

/// Operations of a convolution's forward pass, for a block.
fn operations(sizes: Convolution, isa: Isa) -> f64 {
    let n = if sizes == FIRST { 0 } else { 1 };
    count::forward(LAYERS[n], isa.lanes()).operations
}

fn forward<const SIDE: usize>(isa: Isa, name: &str, sizes: Convolution) -> Case {
    let l = isa.lanes();
    let zeros = || AlignedBuffer::zeros(sizes.pooled_len() * l);
    let (x, w) = (
        numbers(sizes.image_len() * l),
        numbers(sizes.filters * sizes.taps()),
    );
    let (b, mut pooled, mut argmax) = (numbers(sizes.filters), zeros(), zeros());
    Case::new(name, operations(sizes, isa), move || {
        isa.run(Forward::<SIDE> {
            x: &x,
            kernels: &w,
            bias: &b,
            pooled: &mut pooled,
            argmax: &mut argmax,
        });
    })
}

fn d_kernels<const SIDE: usize, const WINDOWS: usize>(
    isa: Isa,
    name: &str,
    sizes: Convolution,
) -> Case {
    let l = isa.lanes();
    let (x, windows) = (numbers(sizes.image_len() * l), sizes.pooled_len() * l);
    let (d, argmax) = (numbers(windows), argmaxes(windows));
    let mut d_kernels = AlignedBuffer::zeros(sizes.filters * sizes.taps() * l);
    Case::new(name, operations(sizes, isa), move || {
        isa.run(DKernels::<SIDE, WINDOWS> {
            x: &x,
            d: &d,
            argmax: &argmax,
            d_kernels: &mut d_kernels,
        });
    })
}

fn d_x(isa: Isa) -> Case {
    let windows = SECOND.pooled_len() * isa.lanes();
    let w = numbers(LAYERS[1].weights());
    let (d, argmax) = (numbers(windows), argmaxes(windows));
    let mut d_x = AlignedBuffer::zeros(SECOND.image_len() * isa.lanes());
    Case::new("second-d-x", operations(SECOND, isa), move || {
        isa.run(DX {
            kernels: &w,
            d: &d,
            argmax: &argmax,
            d_x: &mut d_x,
        });
    })
}

fn dense(isa: Isa) -> [Case; 3] {
    let operations = count::forward(DENSE, BATCH).operations;
    let weights = || numbers(DENSE.inputs * DENSE.row_stride);
    let (inputs, outputs) = (DENSE.inputs * BATCH, DENSE.outputs * BATCH);
    let (x, w, b) = (numbers(inputs), weights(), numbers(DENSE.outputs));
    let mut z = AlignedBuffer::zeros(outputs);
    let forward = move || {
        isa.run(dense::Forward {
            weights: &w,
            row_stride: DENSE.row_stride,
            bias: &b,
            x: &x,
            z: &mut z,
        });
    };
    let (w, d_z, mut d_x) = (weights(), numbers(outputs), AlignedBuffer::zeros(inputs));
    let backward = move || {
        isa.run(dense::DX {
            weights: &w,
            row_stride: DENSE.row_stride,
            d_z: &d_z,
            d_x: &mut d_x,
        });
    };
    let (mut w, mut v) = (
        weights(),
        AlignedBuffer::zeros(DENSE.inputs * DENSE.row_stride),
    );
    let samples = Samples(numbers(inputs), numbers(DENSE.row_stride * BATCH));
    let step = move || {
        isa.run(dense::Step {
            samples: &samples,
            inputs: DENSE.inputs,
            first: 0,
            weights: &mut w,
            velocity: &mut v,
            row_stride: DENSE.row_stride,
            rate: 1e-6,
            momentum: 0.9,
        });
    };
    [
        Case::new("dense-forward", operations, forward),
        Case::new("dense-d-x", operations, backward),
        Case::new("dense-step", operations, step),
    ]
}

/// Argmaxes in all four places, in no order.
fn argmaxes(n: usize) -> impl DerefMut<Target = [f32]> + Send {
    let (mut argmaxes, lower) = (numbers(n), numbers(2 * n));
    for (argmax, lower) in argmaxes.iter_mut().zip(&lower[n..]) {
        *argmax = argmax.signum() * if *lower > 0.0 { 2.0 } else { 1.0 };
    }
    argmaxes
}

/// Samples in one shard: inputs and ∂L/∂z.
struct Samples<T>(T, T);

impl<T: DerefMut<Target = [f32]>> dense::Samples for &Samples<T> {
    #[inline(always)]
    fn shards(&self) -> impl Iterator<Item = (&[f32], &[f32])> {
        std::iter::once((&self.0[..], &self.1[..]))
    }
}
