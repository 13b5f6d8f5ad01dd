//! The notebook's kernel on a ramp, and on an edge.

use convolution::book::worked::Ramp;
use convolution::cross_correlate;
use convolution::kernels::NOTEBOOK;
use ndarray::{Array2, arr2};
use plate::{Cells, Drawing, Ink, Tint};
use show::number::short;

/// A ramp with its feature map, and a picture of one edge with its own.
///
/// # Errors
/// None: the shapes fit.
pub fn ramp(ramp: &Ramp) -> show::Result<String> {
    let (image, edge, kernel) = (ramp.image(), ramp.edge(), arr2(&NOTEBOOK));
    let on_ramp = cross_correlate(&image, &kernel, 1, 0)?;
    let on_edge = cross_correlate(&edge, &kernel, 1, 0)?;
    let desc = format!(
        "On the left a ramp whose feature map is {} everywhere. On the right a picture of two rows of \
         0 above two rows of {}: its map is {} in the middle row, and 0 above and below.",
        short(on_ramp[[0, 0]], 2),
        short(ramp.down, 2),
        short(on_edge[[1, 0]], 2)
    );
    let title = "A kernel on a ramp and on an edge";
    let mut drawing = Drawing::new("ramp", (600, 196), title, &desc);
    half(&mut drawing, 10.0, ["a ramp", "its map"], &image, &on_ramp);
    half(&mut drawing, 322.0, ["an edge", "its map"], &edge, &on_edge);
    Ok(drawing.finish())
}

fn half(
    drawing: &mut Drawing,
    left: f64,
    names: [&str; 2],
    image: &Array2<f64>,
    map: &Array2<f64>,
) {
    let cells = Cells::new((left, 42.0), image.dim(), 35.0);
    let largest = image.fold(1.0, |far: f64, x| far.max(x.abs()));
    drawing.shades(&cells, |r, c| {
        Tint::ramp(Ink::Text, 0.35 * image[[r, c]], largest)
    });
    drawing.lattice(&cells, Ink::Muted.pen(1.0));
    drawing.entries(&cells, |r, c| short(image[[r, c]], 2), Ink::Text);
    let right = Cells::new((left + 163.0, 59.5), map.dim(), 35.0);
    let largest = map.fold(1.0, |far: f64, y| far.max(y.abs()));
    drawing.shades(&right, |r, c| Tint::signed(map[[r, c]], largest));
    drawing.lattice(&right, Ink::Muted.pen(1.0));
    drawing.entries(&right, |r, c| short(map[[r, c]], 2), Ink::Text);
    let (from, to) = ((left + 143.0, 112.0), (left + 159.0, 112.0));
    drawing.arrow(from, to, Ink::Muted.pen(1.4));
    for (cells, name) in [(&cells, names[0]), (&right, names[1])] {
        let above = (cells.middle().0, 32.0);
        drawing.text(above, name, Ink::Muted.letters(14.0).above());
    }
}
