//! The sum over the samples of a group.

use crate::geometry::SUM_GROUP;
use crate::isa::Kernel;
use crate::kernels::row;
use crate::{Lanes, Scalar};

// ANCHOR: lane_sum
/// The sum of the values of a group: the upper half is added to the lower, and again.
/// What a smaller group lacks counts as 0.
#[inline(always)]
pub fn lane_sum(group: &[f32]) -> f32 {
    let mut sums = [0.0; SUM_GROUP];
    sums[..group.len()].copy_from_slice(group);
    for half in [8, 4, 2, 1] {
        for l in 0..half {
            sums[l] += sums[l + half];
        }
    }
    sums[0]
}
// ANCHOR_END: lane_sum

/// For each value of a gradient, the sum over the samples of a group.
#[derive(Debug)]
pub struct LaneSum<'a> {
    /// The values, with as many samples in their lanes as a register has, and again for the next
    /// samples of the group.
    pub lanes: &'a [f32],
    /// Written: their sums.
    pub sums: &'a mut [f32],
}

impl Kernel for LaneSum<'_> {
    type Scalar = f32;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = f32>>(self) {
        let values = self.sums.len();
        for (n, sums) in self.sums.chunks_mut(4).enumerate() {
            // As `lane_sum` does it, for four values at once.
            let mut quarters = [[0.0; 4]; 4];
            for i in 0..sums.len() {
                let mut group = [0.0; SUM_GROUP];
                for (register, lanes) in V::of_mut(&mut group).iter_mut().enumerate() {
                    *lanes = V::of(self.lanes)[register * values + 4 * n + i];
                }
                let [a, b, c, d] = [0, 1, 2, 3].map(|l| *row::<f32, 4>(&group, l));
                quarters[i] = a.add(c).add(b.add(d));
            }
            let [a, b, c, d] = Scalar::transposed(quarters);
            let all = a.add(c).add(b.add(d));
            sums.copy_from_slice(&all[..sums.len()]);
        }
    }
}
