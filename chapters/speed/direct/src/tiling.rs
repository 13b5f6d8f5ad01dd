//! The size of tiles: what there is room for in registers, and what should take the least time.

use speed::{Isa, Lanes, Scalar};

/// A kernel with the size of its tiles in its type.
pub(crate) struct Tiled<K, const LINES: usize, const WIDE: usize>(pub K);

/// Runs a kernel in tiles of a size that is known at run time: one of those in the lists.
macro_rules! tiled {
    ($isa:expr, $kernel:expr, $lines:expr, $wide:expr; $($A:literal: $($B:literal)*;)*) => {
        match ($lines, $wide) {
            $($(($A, $B) => $isa.run(Tiled::<_, $A, $B>($kernel)),)*)*
            tile => unreachable!("no tile of {tile:?}"),
        }
    };
}
pub(crate) use tiled;

/// About how many cycles some tiles take that have so many `sums` each.
///
/// Each register's multiplication waits four cycles for the one before, and two begin in each cycle: a
/// tile of fewer than 8 sums takes as long as one of 8. To begin and end a tile takes some 32 cycles.
pub(crate) fn cycles(tiles: usize, taps: usize, sums: usize) -> usize {
    tiles * (taps * sums.max(8) + 32)
}

/// Numbers of this kind in a register.
pub(crate) fn lanes<T: Scalar>(isa: Isa) -> usize {
    isa.lanes() * size_of::<f32>() / size_of::<T>()
}

/// Registers for the sums of a tile: 24 of 32, or 12 of 16. The others are for weights and pixels.
pub(crate) fn registers(isa: Isa) -> usize {
    if isa.lanes() == 16 { 24 } else { 12 }
}

/// The same, of the registers that `V` lies in: known when a kernel is compiled.
pub(crate) const fn registers_of<V: Lanes>() -> usize {
    if V::LANES * size_of::<V::Scalar>() == 64 {
        24
    } else {
        12
    }
}

/// The width of pieces that are as equal as can be, and not wider than `most`.
pub(crate) fn even(n: usize, most: usize) -> usize {
    n.div_ceil(n.div_ceil(most))
}
