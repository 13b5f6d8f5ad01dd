//! Everything that the chapter measures: the one list of it.

mod axes;
mod cliffs;
mod kernels;
mod ladder;
mod limits;
mod steps;

pub use axes::{Axis, count};

use crate::memory::Memory;
use crate::{Error, Isa};

/// Something to be timed.
pub struct Case {
    /// Its name among the benches.
    pub name: String,
    /// How much it does in one go: operations, or bytes where it only reads.
    pub amount: u64,
    /// Does it.
    pub run: Box<dyn FnMut() + Send>,
}

impl Case {
    fn new(
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

/// All cases, for an instruction set.
///
/// # Errors
/// None for these sizes; what they are made with could refuse others.
pub fn all(isa: Isa) -> Result<Vec<Case>, Error> {
    let mut cases = limits::cases(isa);
    cases.extend(ladder::cases(isa)?);
    cases.extend(kernels::cases(isa));
    cases.extend(steps::cases(isa)?);
    cases.extend(cliffs::cases(isa));
    cases.extend(axes::cases(isa)?);
    Ok(cases)
}

/// `n` numbers from −0.5 to 0.5 that have no order that a processor could guess.
fn numbers(n: usize) -> Memory {
    let mut numbers = Memory::zeros(n);
    for (i, number) in (0..).zip(&mut *numbers) {
        let scattered = u32::wrapping_mul(i, 2_654_435_761) >> 8;
        *number = scattered as f32 / 16_777_216.0 - 0.5;
    }
    numbers
}
