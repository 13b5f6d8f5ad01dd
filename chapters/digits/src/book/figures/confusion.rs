//! The confusion matrix.

use crate::trained::held_out;
use digits::LABELS;
use plate::{Cells, Drawing, Ink, Tint};

/// The confusion matrix of the trained network: the mistakes shaded, the right answers in the diagonal.
///
/// # Errors
/// As [`held_out`].
pub fn confusion() -> show::Result<String> {
    let matrix = held_out()?.evaluation.confusion();
    let wrong = |row: usize, column: usize| match row == column {
        true => 0,
        false => matrix[row][column],
    };
    let places =
        || (0..LABELS).flat_map(|row| (0..LABELS).map(move |column| (row, column)));
    let most = places().map(|(row, column)| wrong(row, column)).max();
    let mistaken = places().filter(|&(row, column)| wrong(row, column) > 0);
    let mistakes = mistaken
        .map(|(row, column)| format!("{} of {row} for {column}", matrix[row][column]));
    let desc = format!(
        "A table of ten rows, what the digits are, and ten columns, what they were taken for. Mistaken are {}.",
        mistakes.collect::<Vec<_>>().join(", ")
    );
    let title = "What was taken for what";
    let mut drawing = Drawing::new("confusion", (520, 440), title, &desc);
    let cells = Cells::new((92.0, 52.0), (LABELS, LABELS), 38.0);
    let most = most.unwrap_or(0).max(1) as f64;
    drawing.shades(&cells, |row, column| {
        Tint::ramp(Ink::Vermilion, wrong(row, column) as f64, 1.6 * most)
    });
    drawing.lattice(&cells, Ink::Grid.pen(1.0));
    for (row, column) in places() {
        let count = matrix[row][column];
        let letters = match row == column {
            true => Ink::Muted.letters(13.0),
            false => Ink::Text.letters(14.0),
        };
        if count > 0 {
            drawing.text(cells.centre(row, column), &count.to_string(), letters);
        }
    }
    drawing.rect(cells.corner, cells.size(), Ink::Muted.pen(1.0));
    for label in 0..LABELS {
        let (across, down) = (cells.centre(0, label).0, cells.centre(label, 0).1);
        let name = label.to_string();
        drawing.text((across, 40.0), &name, Ink::Blue.letters(15.0));
        drawing.text((76.0, down), &name, Ink::Blue.letters(15.0));
    }
    let (middle, letters) = (cells.middle(), Ink::Text.letters(14.0));
    drawing.text((middle.0, 16.0), "what it was taken for", letters);
    drawing.text((34.0, middle.1), "what it is", letters.turned());
    Ok(drawing.finish())
}
