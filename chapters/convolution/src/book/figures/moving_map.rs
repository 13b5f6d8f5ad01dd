//! A digit that moves, and the feature map that moves along.

use convolution::book::worked::{Overlap, digit, overlap};
use convolution::{difference, shifted};
use plate::{Cells, Drawing, Ink};
use show::InputValues;
use show::number::{fixed, whole};

/// Px along one side of a pixel.
const SIDE: f64 = 6.0;

/// Four pictures in a square: the digit, the moved digit, and below each its map. Both ways from the
/// digit to the map of the moved digit end in the same place.
///
/// # Errors
/// As [`digit`].
pub fn moving_map(shift: &Overlap) -> show::Result<String> {
    shift.check()?;
    let right = whole(shift.right);
    let [image, old] = shift.after(0)?;
    let [moved, new] = shift.after(right)?;
    let along = difference(&shifted(&old, 0, right as isize), &new)?;
    let still = difference(&old, &new)?;
    let label = digit(shift.digit)?.label;
    let desc = format!(
        "A handwritten {label} and the same digit {right} px further to the right, above their feature \
         maps. The new map differs by {} from the old one, and by {} from the old one moved by {right}.",
        fixed(still, 2),
        fixed(along, 2)
    );
    let title = "A feature map moves along with its image";
    let mut drawing = Drawing::new("moving-map", (600, 446), title, &desc);
    let (left, far, upper, lower) = (60.0, 372.0, 30.0, 246.0);
    for (corner, picture) in [
        ((left, upper), &image),
        ((far, upper), &moved),
        ((left, lower), &old),
        ((far, lower), &new),
    ] {
        let cells = super::map::map(&mut drawing, corner, SIDE, picture);
        started(&mut drawing, &cells, first(&image));
    }
    let pen = Ink::Muted.pen(1.6);
    let letters = Ink::Text.letters(14.0);
    for (y, words) in [(114.0, "move the digit"), (330.0, "move the map")] {
        drawing.arrow((240.0, y), (360.0, y), pen);
        drawing.text((300.0, y - 14.0), words, letters);
        let by = format!("{right} to the right");
        drawing.text((300.0, y + 16.0), &by, Ink::Muted.letters(13.0));
    }
    for x in [144.0, 456.0] {
        drawing.arrow((x, 203.0), (x, 240.0), pen);
        let words = "slide the kernel";
        drawing.text((x + 12.0, 221.0), words, Ink::Muted.letters(13.0).start());
    }
    let numbers = overlap(shift)?;
    let count = |name| fixed(numbers.get(name).unwrap_or(0.0), 0);
    let words = format!(
        "of {} firm answers in the old map, {} meet a firm one in the new map",
        count("places"),
        count("both")
    );
    drawing.text((300.0, 432.0), &words, Ink::Muted.letters(13.0));
    drawing.text((144.0, 16.0), "the digit", letters);
    drawing.text((456.0, 16.0), "the moved digit", letters);
    Ok(drawing.finish())
}

/// The first column that holds ink.
fn first(image: &ndarray::Array2<f64>) -> usize {
    let columns = image.columns().into_iter();
    let mut inked = columns.map(|column| column.iter().any(|x| *x > 0.3));
    inked.position(|inked| inked).unwrap_or(0)
}

/// A line where the ink of the digit at rest begins.
fn started(drawing: &mut Drawing, cells: &Cells, column: usize) {
    let (x, top) = cells.cell(0, column as isize);
    let pen = Ink::Green.pen(1.6).dashed();
    drawing.line((x, top), (x, cells.bottom()), pen);
}
