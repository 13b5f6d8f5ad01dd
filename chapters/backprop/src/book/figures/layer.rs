//! A dense layer's weight matrix: forward along a row, backward down a column.

use backprop::book::worked::DenseLayer;
use ndarray::{Array1, Array2};
use plate::{Cells, Drawing, Ink, Point, Tint};
use show::number::short;

/// The side of a cell.
const CELL: f64 = 48.0;

/// Numbers in a lattice, the first row or the first column of them (`framed`) tinted.
fn grid(
    drawing: &mut Drawing,
    corner: Point,
    numbers: &Array2<f64>,
    framed: (usize, usize),
    (tint, ink): (Tint, Ink),
) -> Cells {
    let cells = Cells::new(corner, numbers.dim(), CELL);
    drawing.window(&cells, (0, 0), framed, tint);
    drawing.lattice(&cells, Ink::Muted.pen(0.8));
    let number = |r, c| short(numbers[[r, c]], 2);
    drawing.entries(&cells, number, ink.letters(14.0));
    cells
}

/// The layer's matrix twice: with the inputs above it and the sums beside it, and with what comes back
/// beside it and what it hands on below it.
///
/// # Errors
/// None: the shapes fit.
pub fn layer(input: &DenseLayer) -> show::Result<String> {
    let (layer, x, d_z) = (input.layer(), input.x(), input.d_z());
    let z = layer.forward(&x)?;
    let d_x = layer.backward(&x, &d_z)?.d_input;
    let weights = layer.weights;
    let row = |list: &Array1<f64>| list.clone().insert_axis(ndarray::Axis(0));
    let column = |list: &Array1<f64>| list.clone().insert_axis(ndarray::Axis(1));
    let said = |list: &Array1<f64>| {
        let words: Vec<String> = list.iter().map(|v| short(*v, 2)).collect();
        words.join(", ")
    };
    let desc = format!(
        "The same matrix of two rows and three columns twice. On the left the inputs {} stand above it: \
         times the first row, and added up along it, they make the first of the sums {}. On the right \
         the slopes {} stand beside it: times the first column, and added up down it, they make the first \
         of the inputs' slopes {}.",
        said(&x),
        said(&z),
        said(&d_z),
        said(&d_x),
    );
    let title = "A weight matrix: forward along a row, backward down a column";
    let mut drawing = Drawing::new("layer", (660, 274), title, &desc);
    let (blue, red) = (
        (Ink::Blue.tint(0.2), Ink::Blue),
        (Ink::Vermilion.tint(0.2), Ink::Vermilion),
    );
    let words = |drawing: &mut Drawing, at: Point, text: &str, ink: Ink| {
        drawing.text(at, text, ink.letters(15.0));
    };
    words(
        &mut drawing,
        (140.0, 18.0),
        "forward: along a row",
        Ink::Text,
    );
    grid(&mut drawing, (56.0, 48.0), &row(&x), (1, 3), blue);
    let black = (blue.0, Ink::Text);
    grid(&mut drawing, (56.0, 120.0), &weights, (1, 3), black);
    grid(&mut drawing, (252.0, 120.0), &column(&z), (1, 1), blue);
    drawing.arrow((206.0, 144.0), (246.0, 144.0), Ink::Blue.pen(1.6));
    words(&mut drawing, (32.0, 72.0), "$x$", Ink::Blue);
    words(&mut drawing, (32.0, 168.0), "$W$", Ink::Text);
    words(&mut drawing, (227.0, 126.0), "$+ b$", Ink::Blue);
    words(&mut drawing, (276.0, 234.0), "$z$", Ink::Blue);
    words(
        &mut drawing,
        (500.0, 18.0),
        "backward: down a column",
        Ink::Text,
    );
    let black = (red.0, Ink::Text);
    grid(&mut drawing, (400.0, 48.0), &weights, (2, 1), black);
    grid(&mut drawing, (572.0, 48.0), &column(&d_z), (2, 1), red);
    grid(&mut drawing, (400.0, 190.0), &row(&d_x), (1, 1), red);
    drawing.arrow((424.0, 148.0), (424.0, 184.0), Ink::Vermilion.pen(1.6));
    words(&mut drawing, (376.0, 96.0), "$W$", Ink::Text);
    words(&mut drawing, (634.0, 96.0), "$δ$", Ink::Vermilion);
    words(&mut drawing, (472.0, 256.0), "$∂L/∂x$", Ink::Vermilion);
    Ok(drawing.finish())
}
