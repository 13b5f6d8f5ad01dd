//! Ten digits held out, and how the trained network reads them.

use crate::trained::{HeldOut, held_out};
use digits::{LABELS, SIDE};
use plate::{Cells, Drawing, Ink, Tint};
use show::number::fixed;

/// How many digits there are to a row.
const ROW: usize = 5;

/// The first digit held out of each label, with the network's answer.
///
/// # Errors
/// As [`held_out`].
pub fn ten() -> show::Result<String> {
    let HeldOut { digits, evaluation } = held_out()?;
    let firsts = (0..LABELS).filter_map(|label| {
        let mut readings = evaluation.readings.iter();
        readings.find(|reading| usize::from(reading.label) == label)
    });
    let firsts: Vec<_> = firsts.collect();
    let said = firsts.iter().map(|reading| {
        let percent = fixed(100.0 * reading.p, 1);
        format!(
            "a {} read as {} with {percent} %",
            reading.label, reading.predicted
        )
    });
    let desc = format!(
        "Ten handwritten digits, and what the trained network answers: {}.",
        said.collect::<Vec<_>>().join(", ")
    );
    let title = "Ten digits, read";
    let mut drawing = Drawing::new("ten-digits", (600, 286), title, &desc);
    for (k, reading) in firsts.iter().enumerate() {
        let (column, row) = ((k % ROW) as f64, (k / ROW) as f64);
        let corner = (14.0 + 117.0 * column, 8.0 + 144.0 * row);
        let cells = Cells::new(corner, (SIDE, SIDE), 3.7);
        let sample = &digits.samples()[reading.place];
        drawing.shades(&cells, |row, column| {
            // Eight shades are as many as one sees at this size.
            let byte = sample.pixels[row * SIDE + column];
            Tint::ramp(Ink::Text, f64::from(byte / 32), 7.0)
        });
        drawing.rect(cells.corner, cells.size(), Ink::Muted.pen(1.0));
        let below = (cells.middle().0, cells.bottom() + 15.0);
        let ink = if reading.predicted == reading.label {
            Ink::Blue
        } else {
            Ink::Vermilion
        };
        let words = format!("{}", reading.predicted);
        drawing.text((below.0 - 24.0, below.1), &words, ink.letters(18.0).bold());
        let sure = format!("{} %", fixed(100.0 * reading.p, 1));
        drawing.text((below.0 + 16.0, below.1), &sure, Ink::Muted.letters(13.0));
    }
    Ok(drawing.finish())
}
