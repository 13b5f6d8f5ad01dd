//! What the chapter measures of its own code.
//!
//! What it measures besides, the convolutions of the package `direct`, is beside its benches.

mod cliffs;
mod kernels;
mod ladder;
mod limits;
mod steps;

use crate::aligned::AlignedBuffer;
use crate::{Error, Isa};
use std::ops::DerefMut;

/// Something to be timed.
pub struct Case {
    /// Its name among the benches.
    pub name: String,
    /// How much one run does: operations, or bytes where it only reads.
    pub amount: u64,
    /// One run.
    pub run: Box<dyn FnMut() + Send>,
}

impl Case {
    /// The case called `name`.
    pub fn new(
        name: impl Into<String>,
        amount: f64,
        run: impl FnMut() + Send + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            amount: amount as u64,
            run: Box::new(run),
        }
    }
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Case")
            .field("name", &self.name)
            .field("amount", &self.amount)
            .finish_non_exhaustive()
    }
}

/// How many samples a batch has, in all that is measured.
pub const BATCH: usize = 64;

/// All of them, for an instruction set.
///
/// # Errors
/// None for these sizes.
pub fn all(isa: Isa) -> Result<Vec<Case>, Error> {
    let mut cases = limits::cases(isa);
    cases.extend(ladder::cases(isa)?);
    cases.extend(kernels::cases(isa));
    cases.extend(steps::cases(isa)?);
    cases.extend(cliffs::cases(isa));
    Ok(cases)
}

/// `n` numbers from −0.5 to 0.5 that have no order that a processor could guess.
pub fn numbers(n: usize) -> impl DerefMut<Target = [f32]> + Send {
    let mut numbers = AlignedBuffer::zeros(n);
    for (i, number) in (0..).zip(&mut *numbers) {
        let scattered = u32::wrapping_mul(i, 2_654_435_761) >> 8;
        *number = scattered as f32 / 16_777_216.0 - 0.5;
    }
    numbers
}
