//! Cliffs: code that computes the same and says almost the same, and takes many times as long.
//!
//! All but the last are the second convolution's [kernel](Forward) with one thing changed.

use crate::Number;
use crate::isa::Kernel;
use crate::kernels::convolution::Forward;
use crate::network::LAYERS;

/// The kernel, called and not [run](crate::Isa::run): compiled for what every processor has. Without an
/// instruction for it, each multiply-add in each lane becomes a call into a library.
// ANCHOR: called
pub fn called(kernel: Forward<'_, 14>) {
    kernel.run::<[f32; 8], 3, 2>();
}
// ANCHOR_END: called

/// The kernel with a tile of all 16 filters by four places: no processor has registers for 64 sums, so
/// they lie in memory, and each of them is read and written for each multiply-add.
#[derive(Debug)]
pub struct TooLarge<'a>(pub Forward<'a, 14>);

impl Kernel for TooLarge<'_> {
    type Real = f32;
    type Output = ();

    // ANCHOR: too_large
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        self.0
            .run::<V, { LAYERS[1].outputs }, { LAYERS[1].outputs }>();
    }
    // ANCHOR_END: too_large
}

/// The kernel with a tile of one filter by four places: four sums, each of which waits for its last
/// product before it can take the next.
#[derive(Debug)]
pub struct TooSmall<'a>(pub Forward<'a, 14>);

impl Kernel for TooSmall<'_> {
    type Real = f32;
    type Output = ();

    // ANCHOR: too_small
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        self.0.run::<V, 1, 1>();
    }
    // ANCHOR_END: too_small
}

/// The [ReLU](crate::kernels::relu::Forward) as a loop over numbers of several lanes: the compiler may
/// choose to put several turns of that loop side by side, and then has to gather each of them from many
/// places.
#[derive(Debug)]
pub struct OwnLanes<'a>(pub &'a mut [f32]);

impl Kernel for OwnLanes<'_> {
    type Real = f32;
    type Output = ();

    // ANCHOR: own_lanes
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let zero = V::splat(0.0);
        for z in V::of_mut(self.0) {
            *z = z.if_greater(zero, *z, zero);
        }
    }
    // ANCHOR_END: own_lanes
}
