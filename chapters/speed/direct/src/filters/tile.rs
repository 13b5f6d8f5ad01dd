//! Which tile.

use crate::shape::Shape;
use crate::tiling::cycles;

/// The size of tiles.
pub(crate) struct Tile {
    pub parts: usize,
    pub lines: usize,
    pub wide: usize,
    /// What a row of all filters takes.
    pub cycles: usize,
}

impl Tile {
    /// The one that should take the least time, for rows of so many `columns`.
    pub fn new(shape: &Shape, columns: usize, lanes: usize, registers: usize) -> Self {
        // Four registers of filters where they come in fours and there is room for six lines of
        // them, otherwise two, or the only one.
        let wide = match shape.filters.div_ceil(lanes) {
            1 => 1,
            n if n % 4 == 0 && registers == 24 => 4,
            _ => 2,
        };
        let blocks = shape.filters.div_ceil(wide * lanes);
        let several = [(2, 6), (2, 5), (2, 4)].into_iter();
        let all = several.chain((1..=6).rev().map(|lines| (1, lines)));
        let tiles = all.filter_map(|(parts, lines)| {
            let pixels = parts * lines;
            let fits = pixels == 1 || pixels <= columns && pixels * wide <= registers;
            let tiles = columns.div_ceil(pixels) * blocks;
            fits.then(|| Self {
                parts,
                lines,
                wide,
                cycles: cycles(tiles, shape.taps(), pixels * wide),
            })
        });
        let least = tiles.min_by_key(|tile| tile.cycles);
        least.expect("a tile of one pixel always fits")
    }
}
