//! A handwritten digit, and what pooling leaves of it.

use data::Digit;
use ndarray::Array2;
use plate::{Cells, Drawing, Ink, Tint};
use pooling::book::worked::{DigitPooled, darkest_difference};
use pooling::{Summary, summary};
use show::InputValues;
use show::number::fixed;

/// Px along one side of a pixel of the digit.
const SIDE: f64 = 6.4;

/// How far the frame of a window stands off, in px.
const AROUND: f64 = 2.2;

/// The digit, the largest value of each of its windows, and the average, with one window in all three.
///
/// # Errors
/// A number that no digit has.
pub fn digit_pooled(settings: &DigitPooled) -> show::Result<String> {
    settings.check()?;
    let (Digit { label, pixels }, window) = (settings.digit()?, settings.window());
    let max = summary(pixels, Summary::Max(window))?;
    let average = summary(pixels, Summary::Average(window))?;
    let at = darkest_difference(&max, &average);
    let size = window.size;
    let there = |map: &Array2<f64>| fixed(map.get(at).copied().unwrap_or(0.0), 2);
    let desc = format!(
        "A handwritten {label}, its maxima and its averages over windows of {size}×{size}. In the window in row {} and column {}, counted from 0, the largest value is {} and the average {}.",
        at.0,
        at.1,
        there(&max),
        there(&average),
    );
    let title = "A digit, pooled";
    let mut drawing = Drawing::new("digit-pooled", (600, 262), title, &desc);
    let panels = [
        (pixels, 1, "the digit", Ink::Text),
        (&max, size, "largest", Ink::Green),
        (&average, size, "average", Ink::Blue),
    ];
    for (i, (map, by, name, ink)) in panels.into_iter().enumerate() {
        let corner = (10.0 + 201.0 * i as f64, 34.0);
        let cells = Cells::new(corner, map.dim(), SIDE * by as f64);
        drawing.shades(&cells, |r, c| Tint::ramp(Ink::Text, map[[r, c]], 1.0));
        // All three in the frame of the digit: what no window reads stays empty.
        let whole = Cells::new(corner, pixels.dim(), SIDE);
        drawing.rect(corner, whole.size(), Ink::Muted.pen(1.0));
        let above = (whole.middle().0, corner.1 - 9.0);
        drawing.text(above, name, ink.letters(14.0).above());
        // The frame lies around the window and covers nothing of it.
        let first = ((size * at.0) as isize, (size * at.1) as isize);
        let (x, y) = whole.cell(first.0, first.1);
        let side = SIDE * size as f64 + 2.0 * AROUND;
        let pen = Ink::Vermilion.pen(2.4);
        drawing.rect((x - AROUND, y - AROUND), (side, side), pen);
        let rows = map.nrows();
        let words = match by {
            1 => format!("{rows}×{rows} values"),
            _ => format!("{rows}×{rows} values, here {}", there(map)),
        };
        let below = (whole.middle().0, whole.bottom() + 10.0);
        drawing.text(below, &words, Ink::Muted.letters(13.0).below());
    }
    Ok(drawing.finish())
}
