//! A matrix, tile by tile.

use crate::Lanes;

/// Work that can be done for one tile of a matrix.
pub trait Tile<V> {
    /// Does `R` rows from row `i` and `C` columns from column `j`.
    fn tile<const R: usize, const C: usize>(&mut self, i: usize, j: usize);
}

/// Does all the `work` of a matrix, in tiles as high as the registers have room for.
#[inline(always)]
pub fn tiles<V: Lanes, W: Tile<V>>(work: W, rows: usize, columns: usize) {
    match V::LANES {
        // 6 rows of 4 columns are 24 sums, and leave 8 of 32 registers for weights and inputs.
        16 => by_rows::<V, W, 6>(work, rows, columns),
        // 3 rows of 4 columns are 12 sums, and leave 4 of 16.
        _ => by_rows::<V, W, 3>(work, rows, columns),
    }
}

// ANCHOR: tiles
/// Tiles of `R` rows and four columns as far as they go, then narrower ones, and then
/// row by row.
#[inline(always)]
fn by_rows<V, W: Tile<V>, const R: usize>(mut work: W, rows: usize, columns: usize) {
    let mut i = 0;
    while i < rows {
        let tall = rows - i >= R;
        let mut j = 0;
        while j < columns {
            let wide = columns - j;
            let width = if wide >= 4 { 4 } else { wide.min(2) };
            match (tall, width) {
                (true, 4) => work.tile::<R, 4>(i, j),
                (true, 2) => work.tile::<R, 2>(i, j),
                (true, _) => work.tile::<R, 1>(i, j),
                (false, 4) => work.tile::<1, 4>(i, j),
                (false, 2) => work.tile::<1, 2>(i, j),
                (false, _) => work.tile::<1, 1>(i, j),
            }
            j += width;
        }
        i += if tall { R } else { 1 };
    }
}
// ANCHOR_END: tiles
