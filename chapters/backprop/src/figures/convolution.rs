//! What each answer of a convolution sends back to the pixels that it was made of.

use ::convolution::Convolution;
use backprop::convolution::backward;
use backprop::worked::Image;
use ndarray::Array3;
use plate::number::short;
use plate::{Cells, Drawing, Ink, Refusal};

/// The side of a pixel.
const PIXEL: f64 = 34.0;

/// Four copies of the image, one for each answer, with what that answer sends to each pixel; and
/// their sum.
///
/// # Errors
/// None: the shapes fit.
pub fn convolution(input: &Image) -> Result<String, Refusal> {
    let (image, layer, d_z) = input.parts();
    let total = backward(&layer, &image, &d_z)?.d_input;
    let mut sent = Vec::new();
    for (at, d) in d_z.indexed_iter() {
        let mut alone = Array3::zeros(d_z.dim());
        alone[at] = *d;
        sent.push((at, *d, backward(&layer, &image, &alone)?.d_input));
    }
    let middle: Vec<String> = sent.iter().map(|(_, _, map)| number(map, 1, 1)).collect();
    let desc = format!(
        "Four images of three by three pixels, one for each answer. In each, the two by two pixels \
         that the answer was made of receive the kernel's weights times the answer's slope. The \
         fifth image is their sum. The middle pixel is in all four windows: it receives {}, \
         together {}.",
        middle.join(", "),
        number(&total, 1, 1),
    );
    let title = "What each answer of a convolution sends back";
    let (side, gap) = (3.0 * PIXEL, 28.0);
    let width = 5.0 * side + 4.0 * gap + 24.0;
    let mut drawing = Drawing::new("convolution-backward", (width as u32, 178), title, &desc);
    let corner = |i: usize| (12.0 + i as f64 * (side + gap), 36.0);
    for (i, ((_, row, column), d, map)) in sent.iter().enumerate() {
        let cells = Cells::new(corner(i), (3, 3), PIXEL);
        drawing.window(
            &cells,
            (*row as isize, *column as isize),
            (2, 2),
            Ink::Green.tint(0.2),
        );
        drawing.lattice(&cells, Ink::Muted.pen(1.0));
        let inside =
            |r: usize, c: usize| (*row..row + 2).contains(&r) && (*column..column + 2).contains(&c);
        drawing.entries(
            &cells,
            |r, c| {
                if inside(r, c) {
                    number(map, r, c)
                } else {
                    String::new()
                }
            },
            Ink::Text,
        );
        drawing.window(
            &cells,
            (*row as isize, *column as isize),
            (2, 2),
            Ink::Green.pen(2.4),
        );
        let name = format!("$d_{{{}{}}}$ = {}", row + 1, column + 1, short(*d, 1));
        drawing.text((cells.middle().0, 20.0), &name, Ink::Text);
        let sign = if i + 1 < sent.len() { "+" } else { "=" };
        drawing.text(
            (cells.right() + gap / 2.0, cells.middle().1),
            sign,
            Ink::Muted.letters(18.0),
        );
    }
    let cells = Cells::new(corner(4), (3, 3), PIXEL);
    drawing.window(&cells, (1, 1), (1, 1), Ink::Blue.tint(0.2));
    drawing.lattice(&cells, Ink::Muted.pen(1.0));
    drawing.entries(
        &cells,
        |r, c| number(&total, r, c),
        Ink::Text.letters(14.0).bold(),
    );
    drawing.text((cells.middle().0, 20.0), "$∂L/∂x$", Ink::Text);
    let words = format!("kernel: {} above {}", row(&layer, 0), row(&layer, 1));
    drawing.text((width / 2.0, 160.0), &words, Ink::Muted.letters(13.0));
    Ok(drawing.finish())
}

/// A number of one channel, as short as it can be said.
fn number(map: &Array3<f64>, row: usize, column: usize) -> String {
    map.get((0, row, column))
        .map_or(String::new(), |v| short(*v, 2))
}

/// A row of the kernel.
fn row(layer: &Convolution, row: usize) -> String {
    let weights = layer.kernels.rows().into_iter().nth(row);
    let words: Vec<String> = weights
        .into_iter()
        .flatten()
        .map(|w| short(*w, 2))
        .collect();
    words.join(", ")
}
