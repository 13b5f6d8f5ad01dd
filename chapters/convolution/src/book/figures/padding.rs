//! A sheet of one grey with zeros around it, and its blurred map.

use convolution::book::worked::Border;
use convolution::cross_correlate;
use convolution::kernels::BLUR;
use ndarray::{Array2, arr2};
use plate::{Cells, Drawing, Ink, Tint};
use show::InputValues;
use show::number::{fixed, short};

/// The sheet in its ring of zeros with the first window, and the map, which is as large as the sheet and
/// paler at its border.
///
/// # Errors
/// None: the shapes fit.
pub fn padding(border: &Border) -> show::Result<String> {
    border.check()?;
    let sheet = Array2::from_elem((5, 5), border.paper);
    let map = cross_correlate(&sheet, &arr2(&BLUR), 1, 1)?;
    let desc = format!(
        "A sheet of five by five pixels of {} with one ring of zeros around it, under a blur of three \
         by three. The map has five by five values: {} inside, {} at an edge, {} in a corner.",
        short(border.paper, 1),
        fixed(map[[2, 2]], 2),
        fixed(map[[0, 2]], 2),
        fixed(map[[0, 0]], 2)
    );
    let title = "Padding keeps the size and paints a frame";
    let mut drawing = Drawing::new("padding", (600, 316), title, &desc);
    let side = 38.0;
    let ring = Cells::new((24.0, 40.0), (7, 7), side);
    let cells = Cells::new((24.0 + side, 40.0 + side), (5, 5), side);
    let right = Cells::new((384.0, 40.0 + side), (5, 5), side);
    drawing.lattice(&ring, Ink::Muted.pen(0.8).dashed());
    drawing.rect(cells.corner, cells.size(), Ink::Paper);
    drawing.shades(&cells, |_, _| {
        Tint::ramp(Ink::Text, 0.35 * border.paper, 1.0)
    });
    drawing.lattice(&cells, Ink::Muted.pen(1.0));
    let inside = |r: usize, c: usize| (1..6).contains(&r) && (1..6).contains(&c);
    let zeros = |r, c| {
        if inside(r, c) {
            String::new()
        } else {
            "0".into()
        }
    };
    drawing.entries(&ring, zeros, Ink::Muted);
    drawing.entries(&cells, |_, _| short(border.paper, 1), Ink::Text);
    drawing.shades(&right, |r, c| {
        Tint::ramp(Ink::Text, 0.35 * map[[r, c]], 1.0)
    });
    drawing.lattice(&right, Ink::Muted.pen(1.0));
    drawing.entries(
        &right,
        |r, c| fixed(map[[r, c]], 2),
        Ink::Text.letters(13.0),
    );
    drawing.window(&ring, (0, 0), (3, 3), Ink::Green.pen(3.0));
    drawing.window(&right, (0, 0), (1, 1), Ink::Green.pen(3.0));
    drawing.arrow((300.0, 173.0), (372.0, 173.0), Ink::Muted.pen(1.4));
    let letters = Ink::Muted.letters(14.0);
    drawing.text(
        (157.0, 22.0),
        "a sheet of one grey, zeros around it",
        letters,
    );
    drawing.text((479.0, 22.0), "its map, blurred", letters);
    Ok(drawing.finish())
}
