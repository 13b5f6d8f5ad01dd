//! A few digits of each label.

use digits::{Dataset, LABELS, SIDE, Sample};
use plate::{Cells, Drawing, Ink, Tint};

/// How many digits of each label are shown.
const EACH: usize = 6;

/// Pixels from one digit to the next.
const STEP: usize = SIDE + 2;

/// The first digits of each label, in the order of the file.
///
/// # Errors
/// As [`Dataset::embedded`].
pub fn handwriting() -> show::Result<String> {
    let all = Dataset::embedded()?;
    let mut shown: Vec<Vec<&Sample>> = vec![Vec::new(); LABELS];
    for sample in all.samples() {
        let column = &mut shown[usize::from(sample.label)];
        if column.len() < EACH {
            column.push(sample);
        }
    }
    let title = "Digits of each label";
    let desc = format!(
        "{EACH} handwritten digits of each label from 0 to 9, one label a column: no two are alike."
    );
    let mut drawing = Drawing::new("handwriting", (600, 388), title, &desc);
    // All digits are one sheet, so that equal shades share a path.
    let sheet = Cells::new((0.0, 28.0), (EACH * STEP, LABELS * STEP), 2.0);
    drawing.shades(&sheet, |row, column| {
        let digit = shown[column / STEP].get(row / STEP);
        let (row, column) = (row % STEP, column % STEP);
        let within = row < SIDE && column < SIDE;
        let byte = digit
            .filter(|_| within)
            .map_or(0, |digit| digit.pixels[row * SIDE + column]);
        // Eight shades are as many as one sees at this size.
        Tint::ramp(Ink::Text, f64::from(byte / 32), 7.0)
    });
    for label in 0..LABELS {
        let middle = (label * STEP + SIDE / 2) as f64 * sheet.side;
        let words = label.to_string();
        drawing.text((middle, 20.0), &words, Ink::Blue.letters(15.0).above());
    }
    Ok(drawing.finish())
}
