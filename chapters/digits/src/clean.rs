//! From a drawing to an image such as MNIST has.

use digits::Error;
use digits::SIDE;
use digits::drawing::{Drawing, Line};
use ndarray::Array2;

// ANCHOR: constants
/// MNIST's digits fit into a square of so many pixels…
pub const BOX: f64 = 20.0;
/// …and were written with a pen about so many pixels wide.
pub const PEN: f64 = 2.8;
/// A drawing is magnified as if it were at least this share of the pad: a dot stays
/// one.
pub const SMALLEST: f64 = 0.04;
// ANCHOR_END: constants

// ANCHOR: clean
/// The image of a drawing on a square pad whose side is `pad_side`, shape 28×28, ink
/// from 0 to 1; `None` for an empty pad. Where on the pad, how large and how thick
/// somebody has drawn makes no difference.
///
/// # Errors
/// [`Error::Place`] for a place that is no number, and [`Error::PadSide`] unless the
/// pad has a size.
pub fn clean(drawing: &Drawing, pad_side: f64) -> Result<Option<Array2<f64>>, Error> {
    // FOLD
    if !(Error::NEAREST..=Error::FARTHEST).contains(&pad_side) {
        return Err(Error::PadSide { side: pad_side });
    }
    // FOLD_END
    let Some(bounds) = drawing.bounds()? else {
        return Ok(None);
    };
    // Scale: with the pen, the longer side is as long as the box.
    let side = bounds.longer_side().max(SMALLEST * pad_side);
    let scale = (BOX - PEN) / side;
    let middle = bounds.middle();
    let centre = (SIDE as f64 - 1.0) / 2.0;
    let placed = |shift: [f64; 2]| {
        drawing.lines(|place| {
            [0, 1].map(|i| (place[i] - middle[i]) * scale + centre + shift[i])
        })
    };
    // Centre by mass: where the ink balances comes to the middle of the image, or as
    // near to it as the box can go without leaving the image.
    let room = (SIDE as f64 - BOX) / 2.0;
    let balance = balance(&inked(&placed([0.0, 0.0])));
    let shift = balance.map(|at| (centre - at).clamp(-room, room));
    Ok(Some(inked(&placed(shift))))
}
// ANCHOR_END: clean

/// An image of `lines`, drawn with the pen: full ink within it, none outside, and over the width of
/// a pixel something in between.
fn inked(lines: &[Line]) -> Array2<f64> {
    let mut image = Array2::zeros((SIDE, SIDE));
    for &(from, to) in lines {
        let [columns, rows] = [0, 1].map(|i| reach(from[i], to[i]));
        for row in rows {
            for column in columns.clone() {
                let pixel = [column as f64, row as f64];
                // ink = PEN / 2 + ½ − distance, from 0 to 1
                let ink =
                    (PEN / 2.0 + 0.5 - distance(pixel, (from, to))).clamp(0.0, 1.0);
                let darkest = &mut image[[row, column]];
                *darkest = ink.max(*darkest);
            }
        }
    }
    image
}

/// How far `pixel` is from the nearest place of a line.
fn distance(pixel: [f64; 2], (from, to): Line) -> f64 {
    let along = [to[0] - from[0], to[1] - from[1]];
    let away = [pixel[0] - from[0], pixel[1] - from[1]];
    let squared = along[0] * along[0] + along[1] * along[1];
    // How much of the line lies before the nearest place, from 0 to 1.
    let share = match squared > 0.0 {
        true => ((away[0] * along[0] + away[1] * along[1]) / squared).clamp(0.0, 1.0),
        false => 0.0,
    };
    let [x, y] = [0, 1].map(|i| away[i] - share * along[i]);
    (x * x + y * y).sqrt()
}

/// The pixels, in one direction, that the pen can reach on its way between two places.
fn reach(from: f64, to: f64) -> std::ops::Range<usize> {
    let far = PEN / 2.0 + 1.0;
    // A number below zero becomes 0, one above the image its end.
    let start = (from.min(to) - far) as usize;
    let end = (from.max(to) + far + 1.0) as usize;
    start..end.min(SIDE)
}

/// Where the ink balances: the mean place, each pixel counted by its ink. [x, y].
fn balance(image: &Array2<f64>) -> [f64; 2] {
    let (mut ink, mut x, mut y) = (0.0, 0.0, 0.0);
    for ((row, column), darkness) in image.indexed_iter() {
        ink += darkness;
        x += darkness * column as f64;
        y += darkness * row as f64;
    }
    [x / ink, y / ink]
}
