//! A row of any length, a register at a time.

use speed::{Lanes, Scalar};

/// Work on each number of a row.
pub(crate) trait Row<T> {
    /// How many numbers it writes.
    fn len(&self) -> usize;
    /// Writes as many as `N` has lanes, from number `at` on.
    fn register<N: Lanes<Scalar = T>>(&mut self, at: usize);
}

/// Does all of a row, in registers as wide as it is long enough for. The last of them ends where the row
/// ends, wherever the one before has ended.
#[inline(always)]
pub(crate) fn by_registers<T: Scalar, V: Lanes<Scalar = T>>(row: impl Row<T>) {
    match row.len() {
        n if n >= V::LANES => by::<T, V>(row),
        n if n >= T::By256::LANES => by::<T, T::By256>(row),
        n if n >= T::By128::LANES => by::<T, T::By128>(row),
        _ => by::<T, T>(row),
    }
}

#[inline(always)]
fn by<T: Scalar, N: Lanes<Scalar = T>>(mut row: impl Row<T>) {
    for at in (0..row.len()).step_by(N::LANES) {
        row.register::<N>(at.min(row.len() - N::LANES));
    }
}

/// The first register of some numbers.
#[inline(always)]
pub(crate) fn read<N: Lanes>(numbers: &[N::Scalar]) -> N {
    N::of(numbers)[0]
}

/// Writes a register to the beginning of some numbers.
#[inline(always)]
pub(crate) fn write<N: Lanes>(register: N, numbers: &mut [N::Scalar]) {
    N::of_mut(numbers)[0] = register;
}

/// A register of every `stride`th number, from the first.
#[inline(always)]
pub(crate) fn strided<N: Lanes>(numbers: &[N::Scalar], stride: usize) -> N {
    N::strided(numbers, stride).expect("as many numbers as a register reads")
}

/// A copy of every `stride`th number. If `STRIDE` is 0, it is known at run time only.
pub(crate) struct StridedCopy<'a, T, const STRIDE: usize> {
    pub from: &'a [T],
    pub stride: usize,
    pub to: &'a mut [T],
}

impl<T: Scalar, const STRIDE: usize> Row<T> for StridedCopy<'_, T, STRIDE> {
    #[inline(always)]
    fn len(&self) -> usize {
        self.to.len()
    }

    #[inline(always)]
    fn register<N: Lanes<Scalar = T>>(&mut self, at: usize) {
        let stride = if STRIDE > 0 { STRIDE } else { self.stride };
        let from = strided::<N>(&self.from[at * stride..], stride);
        write(from, &mut self.to[at..]);
    }
}
