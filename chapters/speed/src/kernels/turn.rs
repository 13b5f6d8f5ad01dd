//! Between samples one after the other, and samples in lanes.

use crate::Number;
use crate::isa::Kernel;

/// rows×columns becomes columns×rows
pub struct Turn<'a> {
    pub from: &'a [f32],
    /// distance between rows
    pub from_pitch: usize,
    pub to: &'a mut [f32],
    pub to_pitch: usize,
    pub rows: usize,
    pub columns: usize,
}
impl Kernel for Turn<'_> {
    type Real = f32;
    type Output = ();
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        const T: usize = 8;
        let Self { from, from_pitch, to, to_pitch, rows, columns } = self;
        let (whole_r, whole_c) = (rows / T * T, columns / T * T);
        for r in (0..whole_r).step_by(T) {
            for c in (0..whole_c).step_by(T) {
                let mut tile = [[0.0; T]; T];
                for i in 0..T {
                    tile[i] = *from[(r + i) * from_pitch + c..].first_chunk().expect("a row");
                }
                for j in 0..T {
                    let mut column = [0.0; T];
                    for i in 0..T { column[i] = tile[i][j]; }
                    to[(c + j) * to_pitch + r..][..T].copy_from_slice(&column);
                }
            }
        }
        for r in 0..rows {
            for c in if r < whole_r { whole_c } else { 0 }..columns {
                to[c * to_pitch + r] = from[r * from_pitch + c];
            }
        }
    }
}
