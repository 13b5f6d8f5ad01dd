//! The cliffs, and the floor that they fall from.

use super::{BATCH, Case, numbers};
use crate::cliffs::{OwnLanes, TooLarge, TooSmall, called};
use crate::kernels::convolution::Forward;
use crate::kernels::relu;
use crate::memory::Memory;
use crate::{Isa, count};

pub(super) fn cases(isa: Isa) -> Vec<Case> {
    let case = |name, lanes: usize, fall: fn(Isa, Forward<'_, 14>)| {
        let (x, kernels, bias) = (numbers(1176 * lanes), numbers(2400), numbers(16));
        let (mut pooled, mut winner) =
            (Memory::zeros(400 * lanes), Memory::zeros(400 * lanes));
        let operations = count::forward(1, lanes).operations;
        Case::new(name, operations, move || {
            fall(
                isa,
                Forward {
                    x: &x,
                    kernels: &kernels,
                    bias: &bias,
                    pooled: &mut pooled,
                    winner: &mut winner,
                },
            );
        })
    };
    let l = isa.lanes();
    // As many as the first dense layer leaves for a batch.
    let (mut y, mut z) = (numbers(120 * BATCH), numbers(120 * BATCH));
    let relu = (120 * BATCH) as f64;
    vec![
        case("cliff-none", l, |isa, kernel| isa.run(kernel)),
        case("cliff-called", 8, |_, kernel| called(kernel)),
        case("cliff-too-large", l, |isa, kernel| {
            isa.run(TooLarge(kernel));
        }),
        case("cliff-too-small", l, |isa, kernel| {
            isa.run(TooSmall(kernel));
        }),
        Case::new("relu", relu, move || isa.run(relu::Forward(&mut y))),
        Case::new("relu-own-lanes", relu, move || isa.run(OwnLanes(&mut z))),
    ]
}
