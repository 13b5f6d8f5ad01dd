//! The sum over the samples of a group.

use crate::isa::Kernel;
use crate::{GROUP, Number, Real};

// ANCHOR: fold
/// The sum of the numbers of a group, at most sixteen: the upper half is added to the lower, and again.
/// What a smaller group lacks counts as 0.
#[inline(always)]
pub fn folded(group: &[f32]) -> f32 {
    let mut sums = [0.0; GROUP];
    sums[..group.len()].copy_from_slice(group);
    for half in [8, 4, 2, 1] {
        for l in 0..half {
            sums[l] += sums[l + half];
        }
    }
    sums[0]
}
// ANCHOR_END: fold

/// For each number of a gradient, the sum over the samples of a group.
#[derive(Debug)]
pub struct Fold<'a> {
    /// The numbers, with as many samples in their lanes as a register has, and again for the next
    /// samples of the group.
    pub lanes: &'a [f32],
    /// Written: their sums.
    pub sums: &'a mut [f32],
}

impl Kernel for Fold<'_> {
    type Real = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let numbers = self.sums.len();
        for (n, sums) in self.sums.chunks_mut(4).enumerate() {
            // As [`folded`] does it, for four numbers at once.
            let mut quarters = [[0.0; 4]; 4];
            for i in 0..sums.len() {
                let mut group = [0.0; GROUP];
                for (part, lanes) in V::of_mut(&mut group).iter_mut().enumerate() {
                    *lanes = V::of(self.lanes)[part * numbers + 4 * n + i];
                }
                let [a, b, c, d] = [0, 4, 8, 12].map(|l| <[f32; 4]>::read(&group[l..]));
                quarters[i] = a.plus(c).plus(b.plus(d));
            }
            let [a, b, c, d] = Real::turned(quarters);
            let all = a.plus(c).plus(b.plus(d));
            sums.copy_from_slice(&all[..sums.len()]);
        }
    }
}
