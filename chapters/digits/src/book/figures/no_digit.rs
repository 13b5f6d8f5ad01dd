//! Drawings that are no digits, as the trained network reads them.

use super::ink::shade;
use crate::trained::network;
use digits::SIDE;
use digits::no_digit::taken;
use plate::{Cells, Drawing, Ink};
use show::number::fixed;

/// Drawings that are no digits, and what the trained network says.
///
/// # Errors
/// As [`network`] and [`taken`].
pub fn no_digit() -> show::Result<String> {
    let all = taken(&network()?)?;
    let descriptions = all.iter().map(|taken| {
        let percent = fixed(100.0 * taken.p, 1);
        format!("{} for a {} with {percent} %", taken.name, taken.predicted)
    });
    let desc = format!(
        "Drawings that are no digits, and what the network takes them for: {}.",
        descriptions.collect::<Vec<_>>().join(", ")
    );
    let title = "What is no digit";
    let mut drawing = Drawing::new("no-digit", (600, 178), title, &desc);
    for (k, taken) in all.iter().enumerate() {
        let cells = Cells::new((11.0 + 119.0 * k as f64, 30.0), (SIDE, SIDE), 3.6);
        drawing.shades(&cells, |r, c| shade(Ink::Text, taken.image[[r, c]]));
        drawing.rect(cells.corner, cells.size(), Ink::Muted.pen(1.0));
        let middle = cells.middle().0;
        drawing.text((middle, 16.0), taken.name, Ink::Text.letters(14.0));
        let words = format!("{}: {} %", taken.predicted, fixed(100.0 * taken.p, 1));
        let below = (middle, cells.bottom() + 18.0);
        drawing.text(below, &words, Ink::Vermilion.letters(14.0));
    }
    Ok(drawing.finish())
}
