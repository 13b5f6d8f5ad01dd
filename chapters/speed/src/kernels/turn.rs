//! From samples one after the other to samples in lanes, and back: rows become columns.

use crate::Number;
use crate::isa::Kernel;

/// The side of the squares that are turned at once: two of them fit into 16 registers of 8 lanes.
const SQUARE: usize = 8;

/// A table with its rows as columns.
#[derive(Debug)]
pub struct Turn<'a> {
    /// rows×columns.
    pub from: &'a [f32],
    /// How far one row of `from` is from the next.
    pub pitch: usize,
    /// How many rows there are.
    pub rows: usize,
    /// How many columns there are.
    pub columns: usize,
    /// Written: columns×rows.
    pub to: &'a mut [f32],
    /// How far one row of `to` is from the next.
    pub to_pitch: usize,
}

impl Kernel for Turn<'_> {
    type Real = f32;
    type Output = ();

    // ANCHOR: turn
    #[inline(always)]
    fn run<V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(self) {
        let Self {
            from,
            pitch,
            to,
            to_pitch,
            ..
        } = self;
        let whole = |n| n / SQUARE * SQUARE;
        let (rows, columns) = (whole(self.rows), whole(self.columns));
        for i in (0..rows).step_by(SQUARE) {
            for j in (0..columns).step_by(SQUARE) {
                let mut square = [[0.0; SQUARE]; SQUARE];
                for r in 0..SQUARE {
                    let row = &from[(i + r) * pitch + j..][..SQUARE];
                    for c in 0..SQUARE {
                        square[c][r] = row[c];
                    }
                }
                for c in 0..SQUARE {
                    to[(j + c) * to_pitch + i..][..SQUARE].copy_from_slice(&square[c]);
                }
            }
        }
        // What is left over at the edges.
        for i in 0..self.rows {
            for j in if i < rows { columns } else { 0 }..self.columns {
                to[j * to_pitch + i] = from[i * pitch + j];
            }
        }
    }
    // ANCHOR_END: turn
}
