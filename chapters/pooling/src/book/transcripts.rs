//! What the chapter's listings print.

use ndarray::array;
use pooling::{Motion, Summary, Window, max_pool, moved, summary};
use std::fmt::Write;

// ANCHOR: ties_and_nan
/// Windows in which the maximum is not the only one of its kind, or not a number.
pub fn ties_and_nan() -> show::Result<String> {
    let image = array![[
        [3.0, 7.0, 5.0, f64::NAN],
        [7.0, 7.0, 9.0, 8.0], //
    ]];
    let pooled = max_pool(&image, Window { size: 2, stride: 2 })?;
    let places: Vec<_> = pooled.at.iter().collect();
    Ok(format!("{}\nat {places:?}", pooled.values))
}
// ANCHOR_END: ties_and_nan

// ANCHOR: still_or_gone
/// One line of ink moves one pixel to the left, and one pixel to the right.
pub fn still_or_gone() -> show::Result<String> {
    let line = array![[0.0, 1.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0]];
    let mut page = String::new();
    for right in [0.0, -1.0, 1.0] {
        let motion = Motion {
            right,
            ..Motion::NONE
        };
        let image = moved(&line, motion)?;
        let pooled = summary(&image, Summary::Max(Window { size: 2, stride: 2 }))?;
        let row = image.row(0);
        writeln!(page, "moved by {right:2}: {row} becomes {pooled}")?;
    }
    Ok(page)
}
// ANCHOR_END: still_or_gone
