//! From samples one after the other to samples in lanes, and back: rows become columns.

use crate::isa::Kernel;
use crate::kernels::row;
use crate::{Error, Lanes, Scalar};

/// The side of the squares that are transposed at once: one of them fits into 16 registers, value by value.
const SQUARE: usize = 4;

/// A matrix with its rows as columns.
#[derive(Debug)]
pub struct Transpose<'a, T = f32> {
    /// rows×columns.
    pub(crate) from: &'a [T],
    /// How far one row of `from` is from the next.
    pub(crate) from_stride: usize,
    pub(crate) rows: usize,
    pub(crate) columns: usize,
    /// Written: columns×rows.
    pub(crate) to: &'a mut [T],
    /// How far one row of `to` is from the next.
    pub(crate) to_stride: usize,
}

impl<'a, T: Scalar> Transpose<'a, T> {
    /// A matrix of so many `rows` and `columns`, of which those of `from` are `from_stride` apart, and
    /// those of `to`, which are its columns, `to_stride`.
    ///
    /// # Errors
    /// [`Error::Matrix`] for a matrix that one of the two has no room for, or that has no value.
    pub fn new(
        (from, from_stride): (&'a [T], usize),
        (rows, columns): (usize, usize),
        (to, to_stride): (&'a mut [T], usize),
    ) -> Result<Self, Error> {
        fits(rows, columns, from_stride, from.len())?;
        fits(columns, rows, to_stride, to.len())?;
        Ok(Self {
            from,
            from_stride,
            rows,
            columns,
            to,
            to_stride,
        })
    }
}

/// An error unless `len` values have room for a matrix.
fn fits(rows: usize, columns: usize, stride: usize, len: usize) -> Result<(), Error> {
    let last = rows.checked_sub(1).and_then(|row| row.checked_mul(stride));
    let end = last.and_then(|last| last.checked_add(columns));
    match end {
        Some(end) if end <= len && (1..=stride).contains(&columns) => Ok(()),
        _ => Err(Error::Matrix {
            rows,
            columns,
            stride,
            len,
        }),
    }
}

impl<T: Scalar> Kernel for Transpose<'_, T> {
    type Scalar = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Lanes<Scalar = T>>(mut self) {
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

impl<T: Scalar> Transpose<'_, T> {
    // ANCHOR: transpose
    /// Transposes `WIDE` columns, square by square. Returns how many they are.
    #[inline(always)]
    fn strip<const WIDE: usize>(&mut self, j: usize) -> usize {
        let squares = self.rows / SQUARE;
        let mut rows = self.to[j * self.to_stride..].chunks_mut(self.to_stride);
        let to: [&mut [[T; SQUARE]]; WIDE] = std::array::from_fn(|_| {
            let row = rows.next().expect("a row for each column");
            &mut row.as_chunks_mut().0[..squares]
        });
        let from = self.from[j..].chunks(SQUARE * self.from_stride);
        for (n, from) in from.take(squares).enumerate() {
            let mut rows = [[T::ZERO; WIDE]; SQUARE];
            for r in 0..SQUARE {
                rows[r] = *row(&from[r * self.from_stride..], 0);
            }
            for c in (0..WIDE).step_by(SQUARE) {
                let square = T::transposed(rows.map(|row| *self::row(&row[c..], 0)));
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
    // ANCHOR_END: transpose

    /// Transposes a column from row `first` on. Returns that it is one.
    #[inline(always)]
    fn column(&mut self, j: usize, first: usize) -> usize {
        for i in first..self.rows {
            self.to[j * self.to_stride + i] = self.from[i * self.from_stride + j];
        }
        1
    }
}
