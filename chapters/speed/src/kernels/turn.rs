//! From samples one after the other to samples in lanes, and back: rows become columns.

use crate::isa::Kernel;
use crate::kernels::row;
use crate::{Number, Real};

/// The side of the squares that are turned at once: one of them fits into 16 registers, number by number.
const SQUARE: usize = 4;

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

    #[inline(always)]
    fn run<V: Number<Real = T>, const ROWS: usize, const HALF: usize>(mut self) {
        let mut j = 0;
        while j < self.columns {
            j += match self.columns - j {
                8.. => self.strip::<8>(j),
                4.. => self.strip::<4>(j),
                _ => self.column(j, 0),
            };
        }
    }
}

impl<T: Real> Turn<'_, T> {
    // ANCHOR: turn
    /// Turns `WIDE` columns, square by square. Returns how many they are.
    #[inline(always)]
    fn strip<const WIDE: usize>(&mut self, j: usize) -> usize {
        let squares = self.rows / SQUARE;
        let mut rows = self.to[j * self.to_pitch..].chunks_mut(self.to_pitch);
        let to: [&mut [[T; SQUARE]]; WIDE] = std::array::from_fn(|_| {
            let row = rows.next().expect("a row for each column");
            &mut row.as_chunks_mut().0[..squares]
        });
        let from = self.from[j..].chunks(SQUARE * self.pitch);
        for (n, from) in from.take(squares).enumerate() {
            let mut rows = [[T::ZERO; WIDE]; SQUARE];
            for r in 0..SQUARE {
                rows[r] = *row(&from[r * self.pitch..], 0);
            }
            for c in (0..WIDE).step_by(SQUARE) {
                let square = T::turned(rows.map(|row| Number::read(&row[c..])));
                for i in 0..SQUARE {
                    to[c + i][n] = square[i];
                }
            }
        }
        for j in j..j + WIDE {
            self.column(j, squares * SQUARE);
        }
        WIDE
    }
    // ANCHOR_END: turn

    /// Turns a column from row `first` on. Returns that it is one.
    #[inline(always)]
    fn column(&mut self, j: usize, first: usize) -> usize {
        for i in first..self.rows {
            self.to[j * self.to_pitch + i] = self.from[i * self.pitch + j];
        }
        1
    }
}
