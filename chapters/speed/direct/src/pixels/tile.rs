//! Which tile.

use crate::shape::Shape;
use crate::tiling::{cycles, even};

/// The size of tiles.
pub(crate) struct Tile {
    pub lines: usize,
    pub wide: usize,
    /// What a row of all filters takes.
    pub cycles: usize,
}

impl Tile {
    /// The one that should take the least time, for rows of so many `columns`.
    pub fn new(shape: &Shape, columns: usize, lanes: usize, registers: usize) -> Self {
        let count = columns.div_ceil(lanes);
        // As many lines as leave room for four registers in each; one line has eight.
        let most = shape.filters.min(registers / 4);
        let tiles = (1..=most).rev().map(|lines| {
            let wide = even(count, if lines == 1 { 8 } else { 4 });
            let tiles = shape.filters.div_ceil(lines) * count.div_ceil(wide);
            Self {
                lines,
                wide,
                cycles: cycles(tiles, shape.taps(), lines * wide),
            }
        });
        let least = tiles.min_by_key(|tile| tile.cycles);
        least.expect("a shape has filters")
    }
}
