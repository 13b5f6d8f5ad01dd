//! Cells in rows and columns: a matrix, a kernel, an image, a feature map.

use crate::drawing::{Drawing, Point};
use crate::ink::Tint;
use crate::letters::Letters;
use crate::path::{spot, tenths};
use crate::pen::{Look, Pen};

/// Where the cells of a matrix or an image lie: the geometry, not the values.
///
/// ```
/// use plate::Cells;
/// let cells = Cells::new((10.0, 20.0), (2, 3), 30.0);
/// assert_eq!(cells.size(), (90.0, 60.0));
/// assert_eq!(cells.centre(0, 2), (85.0, 35.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cells {
    /// The upper left corner.
    pub corner: Point,
    /// The number of rows.
    pub rows: usize,
    /// The number of columns.
    pub columns: usize,
    /// The side of one cell in px.
    pub side: f64,
}

impl Cells {
    /// Cells of `shape` (rows, columns), with the upper left corner at `corner`.
    pub fn new(corner: Point, shape: (usize, usize), side: f64) -> Self {
        Cells {
            corner,
            rows: shape.0,
            columns: shape.1,
            side,
        }
    }

    /// The width and height of all cells, in px.
    pub fn size(&self) -> (f64, f64) {
        (
            self.columns as f64 * self.side,
            self.rows as f64 * self.side,
        )
    }

    /// The upper left corner of one cell, which may lie outside: a cell of padding.
    pub fn cell(&self, row: isize, column: isize) -> Point {
        (
            self.corner.0 + column as f64 * self.side,
            self.corner.1 + row as f64 * self.side,
        )
    }

    /// The middle of one cell.
    pub fn centre(&self, row: usize, column: usize) -> Point {
        let (x, y) = self.cell(row as isize, column as isize);
        (x + self.side / 2.0, y + self.side / 2.0)
    }

    /// The middle of all cells.
    pub fn middle(&self) -> Point {
        let (w, h) = self.size();
        (self.corner.0 + w / 2.0, self.corner.1 + h / 2.0)
    }

    /// The right edge, in px.
    pub fn right(&self) -> f64 {
        self.corner.0 + self.size().0
    }

    /// The lower edge, in px.
    pub fn bottom(&self) -> f64 {
        self.corner.1 + self.size().1
    }

    fn each(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let (rows, columns) = (self.rows, self.columns);
        (0..rows).flat_map(move |row| (0..columns).map(move |column| (row, column)))
    }
}

/// Cells of one row that are shaded alike: the row, the first column, and the column after the last.
type Bar = (usize, usize, usize);

impl Drawing {
    /// Fills each cell with a tint: equal neighbours in a row become one bar, and all bars of a tint
    /// one path, so a whole image stays small.
    pub fn shades(&mut self, cells: &Cells, tint: impl Fn(usize, usize) -> Tint) {
        self.bars(cells, &tint);
    }

    fn bars(&mut self, cells: &Cells, tint: &dyn Fn(usize, usize) -> Tint) {
        // Sorted by ink and strength.
        let key = |tint: &Tint| (tint.ink as u8, tint.percent);
        let mut bars: Vec<(Tint, Vec<Bar>)> = Vec::new();
        let mut last: Option<(usize, Tint)> = None;
        for (row, column) in cells.each() {
            let tint = tint(row, column);
            let place = bars.binary_search_by_key(&key(&tint), |(tint, _)| key(tint));
            let place = place.unwrap_or_else(|place| {
                bars.insert(place, (tint, Vec::new()));
                place
            });
            let runs = &mut bars[place].1;
            match runs.last_mut() {
                Some((_, _, end)) if last == Some((row, tint)) => *end = column + 1,
                _ => runs.push((row, column, column + 1)),
            }
            last = Some((row, tint));
        }
        let Some(width) = tenths(cells.side) else {
            return;
        };
        for (tint, runs) in bars {
            for (row, start, end) in runs {
                let y = cells.corner.1 + (row as f64 + 0.5) * cells.side;
                let x = |column: usize| cells.corner.0 + column as f64 * cells.side;
                if let (Some(a), Some(b)) = (spot((x(start), y)), spot((x(end), y))) {
                    self.svg.bar(a, b, width, tint);
                }
            }
        }
    }

    /// Draws the lines between the cells and around them.
    pub fn lattice(&mut self, cells: &Cells, pen: impl Into<Pen>) {
        self.grid(cells, pen.into());
    }

    fn grid(&mut self, cells: &Cells, pen: Pen) {
        let ((x, y), (w, h)) = (cells.corner, cells.size());
        for row in 0..=cells.rows {
            let y = y + row as f64 * cells.side;
            self.line((x, y), (x + w, y), pen);
        }
        for column in 0..=cells.columns {
            let x = x + column as f64 * cells.side;
            self.line((x, y), (x, y + h), pen);
        }
    }

    /// Writes words into each cell: its number, as a rule (see [`number`](show::number)).
    pub fn entries(
        &mut self,
        cells: &Cells,
        text: impl Fn(usize, usize) -> String,
        letters: impl Into<Letters>,
    ) {
        self.write(cells, &text, letters.into());
    }

    fn write(
        &mut self,
        cells: &Cells,
        text: &dyn Fn(usize, usize) -> String,
        letters: Letters,
    ) {
        for (row, column) in cells.each() {
            self.text(cells.centre(row, column), &text(row, column), letters);
        }
    }

    /// A frame around a window of `shape` cells whose first is `at`; rows and columns may lie outside.
    pub fn window(
        &mut self,
        cells: &Cells,
        at: (isize, isize),
        shape: (usize, usize),
        look: impl Into<Look>,
    ) {
        let size = (shape.1 as f64 * cells.side, shape.0 as f64 * cells.side);
        self.rect(cells.cell(at.0, at.1), size, look);
    }
}
