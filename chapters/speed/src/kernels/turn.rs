//! From samples one after the other to samples in lanes, and back: rows become columns.

use crate::isa::Kernel;
use crate::{Number, Real};

/// The side of the squares that are turned at once: one of them fits into 16 registers, number by number.
const SQUARE: usize = 4;

/// A square with its rows as columns.
#[inline(always)]
pub fn turned<T: Real>(square: [[T; SQUARE]; SQUARE]) -> [[T; SQUARE]; SQUARE] {
    let mut turned = square;
    for r in 0..SQUARE {
        for c in 0..SQUARE {
            turned[c][r] = square[r][c];
        }
    }
    turned
}

/// A table with its rows as columns.
#[derive(Debug)]
pub struct Turn<'a, T = f32> {
    /// rows×columns.
    pub from: &'a [T],
    /// How far one row of `from` is from the next.
    pub pitch: usize,
    /// How many rows there are.
    pub rows: usize,
    /// How many columns there are.
    pub columns: usize,
    /// Written: columns×rows.
    pub to: &'a mut [T],
    /// How far one row of `to` is from the next.
    pub to_pitch: usize,
}

impl<T: Real> Kernel for Turn<'_, T> {
    type Real = T;
    type Output = ();

    // ANCHOR: turn
    #[inline(always)]
    fn run<V: Number<Real = T>, const ROWS: usize, const HALF: usize>(self) {
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
                let mut square = [[T::ZERO; SQUARE]; SQUARE];
                for r in 0..SQUARE {
                    square[r] = Number::read(&from[(i + r) * pitch + j..]);
                }
                let square = turned(square);
                for c in 0..SQUARE {
                    square[c].write(&mut to[(j + c) * to_pitch + i..]);
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
