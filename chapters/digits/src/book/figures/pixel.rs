//! A digit, and the bytes that it is.

use data::{SIDE, digits};
use digits::book::worked::Pixel;
use plate::{Cells, Drawing, Ink, Tint};
use show::InputValues;
use show::number::{short, whole};

/// Rows and columns whose bytes are written out.
const SHOWN: usize = 7;

/// One of the book's digits, and the bytes around one of its pixels.
///
/// # Errors
/// A place outside the images.
pub fn pixel(at: &Pixel) -> show::Result<String> {
    at.check()?;
    let digit = &digits()[whole(at.digit)];
    let place = (whole(at.row), whole(at.column));
    let byte =
        |row: usize, column: usize| short(digit.pixels[[row, column]] * 255.0, 0);
    // The window stays within the image.
    let first = |middle: usize| middle.saturating_sub(SHOWN / 2).min(SIDE - SHOWN);
    let (top, left) = (first(place.0), first(place.1));
    let desc = format!(
        "A handwritten {} of {SIDE} by {SIDE} pixels, and the bytes of {SHOWN} by {SHOWN} of them. The pixel in row {} and column {} has the byte {}.",
        digit.label,
        place.0,
        place.1,
        byte(place.0, place.1),
    );
    let title = "A digit, and the bytes of some of its pixels";
    let mut drawing = Drawing::new("pixel", (590, 316), title, &desc);
    let image = Cells::new((12.0, 34.0), (SIDE, SIDE), 9.5);
    let bytes = Cells::new((312.0, 34.0), (SHOWN, SHOWN), 38.0);

    let ink = |row: usize, column: usize| {
        Tint::ramp(Ink::Text, digit.pixels[[row, column]], 1.0)
    };
    drawing.shades(&image, ink);
    drawing.rect(image.corner, image.size(), Ink::Muted.pen(1.0));
    let corner = (top as isize, left as isize);
    drawing.window(&image, corner, (SHOWN, SHOWN), Ink::Blue.pen(2.0));

    drawing.lattice(&bytes, Ink::Grid.pen(1.0));
    let letters = Ink::Text.letters(14.0);
    drawing.entries(
        &bytes,
        |row, column| byte(top + row, left + column),
        letters,
    );
    drawing.rect(bytes.corner, bytes.size(), Ink::Blue.pen(2.0));
    let corner = ((place.0 - top) as isize, (place.1 - left) as isize);
    drawing.window(&bytes, corner, (1, 1), Ink::Vermilion.pen(2.4));

    for (cells, words, ink) in [
        (&image, "the image", Ink::Muted),
        (&bytes, "its bytes, within the frame", Ink::Blue),
    ] {
        let above = (cells.middle().0, cells.corner.1 - 10.0);
        drawing.text(above, words, ink.letters(14.0).above());
    }
    Ok(drawing.finish())
}
