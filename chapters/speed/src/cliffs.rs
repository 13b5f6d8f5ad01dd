//! Cliffs: code that computes the same and says almost the same, and takes many times as long.
//!
//! All but the last are the second convolution's [kernel](Forward) with one thing changed.

use crate::Lanes;
use crate::geometry::SECOND;
use crate::isa::Kernel;
use crate::kernels::convolution::{Forward, forward};

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
