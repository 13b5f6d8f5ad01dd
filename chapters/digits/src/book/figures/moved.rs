//! A digit, and what augmentation makes of it.

use super::ink::shade;
use data::{SIDE, digits};
use digits::{Jitter, augmented};
use ndarray::{Array3, Axis};
use plate::{Cells, Drawing, Ink};
use rand_pcg::{Pcg64, rand_core::SeedableRng};

/// Which of the book's digits: a four.
const SHOWN: usize = 8;

/// How often it is moved.
const TIMES: usize = 11;

/// One digit, and what augmentation makes of it.
///
/// # Errors
/// None that these digits meet.
pub fn moved() -> show::Result<String> {
    let digit = &digits()[SHOWN];
    let image = digit.pixels.clone().insert_axis(Axis(0));
    let mut random = Pcg64::seed_from_u64(1);
    let mut shown: Vec<Array3<f64>> = vec![image.clone()];
    for _ in 0..TIMES {
        shown.push(augmented(&image, Jitter::CHOSEN, &mut random)?);
    }
    let desc = format!(
        "A handwritten {}, framed, and {TIMES} more that were made of it by small turns and shifts.",
        digit.label
    );
    let title = "One digit, moved";
    let mut drawing = Drawing::new("moved", (600, 208), title, &desc);
    for (k, image) in shown.iter().enumerate() {
        let corner = (8.0 + 99.0 * (k % 6) as f64, 8.0 + 99.0 * (k / 6) as f64);
        let cells = Cells::new(corner, (SIDE, SIDE), 3.2);
        drawing.shades(&cells, |r, c| shade(Ink::Text, image[[0, r, c]]));
        let pen = match k {
            0 => Ink::Blue.pen(2.4),
            _ => Ink::Muted.pen(1.0),
        };
        drawing.rect(cells.corner, cells.size(), pen);
    }
    Ok(drawing.finish())
}
