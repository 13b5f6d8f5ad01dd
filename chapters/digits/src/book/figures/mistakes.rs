//! The worst mistakes.

use crate::trained::{HeldOut, held_out};
use digits::SIDE;
use plate::{Cells, Drawing, Ink, Tint};
use show::number::fixed;

/// How many mistakes there are to a row, and how many rows.
const SHOWN: (usize, usize) = (6, 2);

/// The digits held out that surprised the trained network most.
///
/// # Errors
/// As [`held_out`].
pub fn mistakes() -> show::Result<String> {
    let HeldOut { digits, evaluation } = held_out()?;
    let mut worst = evaluation.mistakes();
    worst.truncate(SHOWN.0 * SHOWN.1);
    let descriptions = worst.iter().map(|reading| {
        let percent = fixed(100.0 * reading.p, 1);
        format!(
            "a {} taken for a {} with {percent} %",
            reading.label, reading.predicted
        )
    });
    let desc = format!(
        "The digits that the network was most wrong about: {}.",
        descriptions.collect::<Vec<_>>().join(", ")
    );
    let title = "The worst mistakes";
    let mut drawing = Drawing::new("mistakes", (600, 282), title, &desc);
    for (k, reading) in worst.iter().enumerate() {
        let (column, row) = ((k % SHOWN.0) as f64, (k / SHOWN.0) as f64);
        let corner = (8.0 + 99.0 * column, 8.0 + 140.0 * row);
        let cells = Cells::new(corner, (SIDE, SIDE), 3.2);
        let sample = &digits.samples()[reading.place];
        drawing.shades(&cells, |row, column| {
            // Eight shades are as many as one sees at this size.
            Tint::ramp(
                Ink::Text,
                f64::from(sample.pixels[row * SIDE + column] / 32),
                7.0,
            )
        });
        drawing.rect(cells.corner, cells.size(), Ink::Muted.pen(1.0));
        let middle = cells.middle().0;
        let words = format!("a {}, read as {}", reading.label, reading.predicted);
        let below = (middle, cells.bottom() + 14.0);
        drawing.text(below, &words, Ink::Text.letters(13.0));
        let sure = format!("{} % sure", fixed(100.0 * reading.p, 1));
        drawing.text(
            (middle, below.1 + 17.0),
            &sure,
            Ink::Vermilion.letters(13.0),
        );
    }
    Ok(drawing.finish())
}
