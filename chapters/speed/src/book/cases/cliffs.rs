//! The cliffs, and the floor that they fall from.

use super::{BATCH, Case, numbers};
use crate::aligned::AlignedBuffer;
use crate::cliffs::{OwnLanes, Second, TooLarge, TooSmall, called};
use crate::geometry::{LAYERS, SECOND};
use crate::kernels::elementwise::Relu;
use crate::{Isa, count};

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
