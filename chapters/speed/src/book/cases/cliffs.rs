//! Cliffs: code that computes the same and is written almost the same, and takes many times as long.
//!
//! All but the last are the second convolution's [kernel](Forward) with one thing changed.

use super::{BATCH, Case, numbers};
use crate::aligned::AlignedBuffer;
use crate::geometry::{LAYERS, SECOND};
use crate::isa::Kernel;
use crate::kernels::convolution::{Forward, forward};
use crate::kernels::elementwise::Relu;
use crate::{Isa, Lanes, count};

/// The kernel of the second convolution.
pub type Second<'a> = Forward<'a, { SECOND.side }>;

/// The kernel, called and not [run](crate::Isa::run): compiled for what every processor has. Without an
/// instruction for it, each multiply-add in each lane becomes a call into a library.
// ANCHOR: called
pub fn called(kernel: Second<'_>) {
    kernel.run::<[f32; 8]>();
}
// ANCHOR_END: called

/// The kernel with a tile of all 16 filters by four places: no processor has registers for 64 sums, so
/// they lie in memory, and each of them is read and written for each multiply-add.
#[derive(Debug)]
pub struct TooLarge<'a>(pub Second<'a>);

impl Kernel for TooLarge<'_> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        forward::<V, { SECOND.side }, { SECOND.filters }>(self.0);
    }
}

/// The kernel with a tile of one filter by four places: four sums, each of which waits for its last
/// product before it can take the next.
#[derive(Debug)]
pub struct TooSmall<'a>(pub Second<'a>);

impl Kernel for TooSmall<'_> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        forward::<V, { SECOND.side }, 1>(self.0);
    }
}

/// The [ReLU](crate::kernels::elementwise::Relu) as a loop over registers: the compiler may choose to do
/// several turns of that loop side by side, and then has to gather each of them from many places.
#[derive(Debug)]
pub struct OwnLanes<'a>(pub &'a mut [f32]);

impl Kernel for OwnLanes<'_> {
    type Scalar = f32;
    type Output = ();

    // ANCHOR: own_lanes
    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        let zero = V::splat(0.0);
        for z in V::of_mut(self.0) {
            *z = z.if_greater(zero, *z, zero);
        }
    }
    // ANCHOR_END: own_lanes
}

pub(super) fn cases(isa: Isa) -> Vec<Case> {
    let case = |name, lanes: usize, fall: fn(Isa, Second<'_>)| {
        let zeros = || AlignedBuffer::zeros(SECOND.pooled_len() * lanes);
        let x = numbers(SECOND.image_len() * lanes);
        let (kernels, bias) = (numbers(LAYERS[1].weights()), numbers(SECOND.filters));
        let (mut pooled, mut argmax) = (zeros(), zeros());
        let operations = count::forward(LAYERS[1], lanes).operations;
        Case::new(name, operations, move || {
            fall(
                isa,
                Second {
                    x: &x,
                    kernels: &kernels,
                    bias: &bias,
                    pooled: &mut pooled,
                    argmax: &mut argmax,
                },
            );
        })
    };
    let l = isa.lanes();
    // As many as the first dense layer leaves for a batch.
    let values = LAYERS[2].outputs * BATCH;
    let (mut y, mut z) = (numbers(values), numbers(values));
    vec![
        case("cliff-none", l, |isa, kernel| isa.run(kernel)),
        case("cliff-not-dispatched", 8, |_, kernel| called(kernel)),
        case("cliff-too-large", l, |isa, kernel| {
            isa.run(TooLarge(kernel));
        }),
        case("cliff-too-small", l, |isa, kernel| {
            isa.run(TooSmall(kernel));
        }),
        Case::new("relu", values as f64, move || isa.run(Relu(&mut y))),
        Case::new("relu-own-lanes", values as f64, move || {
            isa.run(OwnLanes(&mut z));
        }),
    ]
}
