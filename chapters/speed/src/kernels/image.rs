//! One image by itself: there is no batch for the lanes, so that they hold pixels, filters, or the
//! outputs of a dense layer.
//!
//! Each value is still the same chain of multiply-adds as in a batch, and has the same bits.

mod filters;
mod pixels;

pub use filters::Filters;
pub use pixels::Pixels;

use super::row;
use crate::Lanes;
use crate::isa::Kernel;

/// A dense layer, with its outputs in the lanes.
#[derive(Debug)]
pub struct Dense<'a> {
    /// inputs×row_stride, where a row is as long as `z`.
    pub weights: &'a [f32],
    /// One for each input.
    pub x: &'a [f32],
    /// The biases at first, and then the weighted sums: whole registers.
    pub z: &'a mut [f32],
}

impl Kernel for Dense<'_> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(mut self) {
        let (mut o, registers) = (0, V::of(self.z).len());
        while o < registers {
            let wide = registers - o;
            o += match wide {
                4.. => self.tile::<V, 4>(o),
                2.. => self.tile::<V, 2>(o),
                _ => self.tile::<V, 1>(o),
            };
        }
    }
}

impl Dense<'_> {
    // ANCHOR: dense
    /// A tile is `WIDE` registers of outputs. Returns how many it has done.
    #[inline(always)]
    fn tile<V: Lanes<Scalar = f32>, const WIDE: usize>(&mut self, o: usize) -> usize {
        let z = &mut V::of_mut(self.z)[o..][..WIDE];
        let mut sums = [V::splat(0.0); WIDE];
        sums.copy_from_slice(z);
        let row_stride = self.weights.len() / self.x.len();
        for (w, x) in self.weights.chunks_exact(row_stride).zip(self.x) {
            let w: &[V; WIDE] = row(&V::of(w)[o..], 0);
            for q in 0..WIDE {
                // z[·] = b[·] + Σₖ w[·, k] · x[k]
                sums[q] = w[q].mul_add(V::splat(*x), sums[q]);
            }
        }
        z.copy_from_slice(&sums);
        WIDE
    }
    // ANCHOR_END: dense
}
