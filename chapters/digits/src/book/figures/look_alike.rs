//! A digit, the one most like it, and the one that it should be like.

use data::{SIDE, digits};
use digits::book::worked::{LookAlike, like};
use digits::distance;
use plate::{Cells, Drawing, Ink, Tint};
use show::number::{fixed, whole};

/// One of the book's digits between the digit nearest to it and the other of its label.
///
/// # Errors
/// As [`like`].
pub fn look_alike(which: &LookAlike) -> show::Result<String> {
    let [like, twin] = like(which)?;
    let all = digits();
    let digit = &all[whole(which.digit)];
    let apart = [like, twin].map(|other| fixed(distance(digit, &all[other]), 2));
    let desc = format!(
        "A handwritten {0}. The digit most like it is a {1}, at a distance of {2}; the other {0} is at a distance of {3}.",
        digit.label, all[like].label, apart[0], apart[1],
    );
    let title = "A digit, the digit most like it, and its twin";
    let mut drawing = Drawing::new("look-alike", (590, 232), title, &desc);
    let words = [
        format!("a {}, the nearest", all[like].label),
        format!("a {}", digit.label),
        format!("the other {}", digit.label),
    ];
    let mut panels = Vec::new();
    for ((place, shown), words) in [&all[like], digit, &all[twin]]
        .iter()
        .enumerate()
        .zip(words)
    {
        let cells = Cells::new((11.0 + 214.0 * place as f64, 30.0), (SIDE, SIDE), 5.0);
        drawing.shades(&cells, |r, c| {
            Tint::ramp(Ink::Text, shown.pixels[[r, c]], 1.0)
        });
        drawing.rect(cells.corner, cells.size(), Ink::Muted.pen(1.0));
        let above = (cells.middle().0, cells.corner.1 - 8.0);
        drawing.text(above, &words, Ink::Text.letters(14.0).above());
        panels.push(cells);
    }
    let middle = panels[0].middle().1;
    let gaps = [
        (panels[0].right(), panels[1].corner.0),
        (panels[1].right(), panels[2].corner.0),
    ];
    for ((left, right), apart) in gaps.into_iter().zip(&apart) {
        drawing.line(
            (left + 6.0, middle),
            (right - 6.0, middle),
            Ink::Blue.pen(1.6),
        );
        let above = ((left + right) / 2.0, middle - 7.0);
        drawing.text(above, apart, Ink::Blue.letters(14.0).above());
    }
    let below = (panels[1].middle().0, panels[1].bottom() + 14.0);
    let words = "how far apart two images are";
    drawing.text(below, words, Ink::Blue.letters(13.0).below());
    Ok(drawing.finish())
}
