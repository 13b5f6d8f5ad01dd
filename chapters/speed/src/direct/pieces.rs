//! A row of any length, a register at a time.

use crate::{Number, Real};

/// Something that is done to each number of a row.
pub(super) trait Row<T> {
    /// How many numbers it writes.
    fn len(&self) -> usize;
    /// Writes as many as a number has lanes, from number `at` on.
    fn piece<N: Number<Real = T>>(&mut self, at: usize);
}

/// Does all of a row, in numbers as wide as it is long enough for. The last of them ends where the row
/// ends, wherever the one before has ended.
#[inline(always)]
pub(super) fn in_pieces<T: Real, V: Number<Real = T>>(row: impl Row<T>) {
    match row.len() {
        n if n >= V::LANES => by::<T, V>(row),
        n if n >= T::By256::LANES => by::<T, T::By256>(row),
        n if n >= T::By128::LANES => by::<T, T::By128>(row),
        _ => by::<T, T>(row),
    }
}

#[inline(always)]
fn by<T: Real, N: Number<Real = T>>(mut row: impl Row<T>) {
    for at in (0..row.len()).step_by(N::LANES) {
        row.piece::<N>(at.min(row.len() - N::LANES));
    }
}

/// A copy of every `step`th number. If `STEP` is 0, it is known at run time only.
pub(super) struct Every<'a, T, const STEP: usize> {
    pub from: &'a [T],
    pub step: usize,
    pub to: &'a mut [T],
}

impl<T: Real, const STEP: usize> Row<T> for Every<'_, T, STEP> {
    #[inline(always)]
    fn len(&self) -> usize {
        self.to.len()
    }

    #[inline(always)]
    fn piece<N: Number<Real = T>>(&mut self, at: usize) {
        let step = if STEP > 0 { STEP } else { self.step };
        N::every(&self.from[at * step..], step).write(&mut self.to[at..]);
    }
}
