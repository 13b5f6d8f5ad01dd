//! What each answer of a convolution sends back to the pixels that it was made of.

use backprop::book::worked::Image;
use backprop::convolution::backward;
use ndarray::{Array3, Axis};
use plate::{Cells, Drawing, Ink};
use show::number::short;

/// The side of a pixel.
const PIXEL: f64 = 36.0;

/// Above, for each answer, what it sends to each pixel, and the sum; below, what it sends to each
/// weight, and the sum.
///
/// # Errors
/// None: the shapes fit.
pub fn convolution(input: &Image) -> show::Result<String> {
    let (image, layer, d_z) = (input.image(), input.layer(), input.d_z());
    let sent_back = |d_z: &Array3<f64>| -> show::Result<[Array3<f64>; 2]> {
        let gradients = backward(&layer, &image, d_z)?;
        let d_kernel = gradients.d_kernels.index_axis_move(Axis(0), 0);
        Ok([gradients.d_input, d_kernel])
    };
    let mut sent = Vec::new();
    for ((_, row, column), d) in d_z.indexed_iter() {
        let mut alone = Array3::zeros(d_z.dim());
        alone[[0, row, column]] = *d;
        sent.push(((row, column), *d, sent_back(&alone)?));
    }
    let total = sent_back(&d_z)?;
    let each = |which: usize, row: usize, column: usize| {
        let numbers: Vec<String> = sent
            .iter()
            .map(|(_, _, maps)| number(&maps[which], row, column))
            .collect();
        numbers.join(", ")
    };
    let desc = format!(
        "Above, four images of three by three pixels, one for each answer. In each, the two by two \
         pixels that the answer was made of receive the kernel's weights times the answer's slope. \
         The fifth image is their sum; the middle pixel, which is in all four windows, receives {}, \
         together {}. Below, what each answer sends to the four weights: its slope times the pixels \
         of its window. The upper left weight receives {}, together {}.",
        each(0, 1, 1),
        number(&total[0], 1, 1),
        each(1, 0, 0),
        number(&total[1], 0, 0),
    );
    let title = "What each answer of a convolution sends back";
    let (side, gap) = (3.0 * PIXEL, 24.0);
    let left = 66.0;
    let width = left + 5.0 * side + 4.0 * gap + 8.0;
    let mut drawing =
        Drawing::new("convolution-backward", (width as u32, 254), title, &desc);
    let x = |i: usize| left + i as f64 * (side + gap);
    let (pixels, weights) = (88.0, 208.0);
    for (y, text) in [(pixels, "to the pixels"), (weights, "to the weights")] {
        let (first, second) = text.rsplit_once(' ').unwrap_or_default();
        drawing.text((4.0, y - 9.0), first, Ink::Muted.letters(13.0).start());
        drawing.text((4.0, y + 9.0), second, Ink::Muted.letters(13.0).start());
    }
    for (i, ((row, column), d, [d_input, d_kernel])) in sent.iter().enumerate() {
        let cells = Cells::new((x(i), pixels - side / 2.0), (3, 3), PIXEL);
        let corner = (*row as isize, *column as isize);
        drawing.window(&cells, corner, (2, 2), Ink::Green.tint(0.2));
        drawing.lattice(&cells, Ink::Muted.pen(1.0));
        let inside = |r: usize, c: usize| {
            r.wrapping_sub(*row) < 2 && c.wrapping_sub(*column) < 2
        };
        let entry = |r, c| match inside(r, c) {
            true => number(d_input, r, c),
            false => String::new(),
        };
        drawing.entries(&cells, entry, Ink::Text.letters(13.0));
        drawing.window(&cells, corner, (2, 2), Ink::Green.pen(2.4));
        let name = format!("$d_{{{}{}}}$ = {}", row + 1, column + 1, short(*d, 1));
        drawing.text((cells.middle().0, 18.0), &name, Ink::Text);
        let kernel = Cells::new((x(i) + PIXEL / 2.0, weights - PIXEL), (2, 2), PIXEL);
        drawing.window(&kernel, (0, 0), (2, 2), Ink::Green.tint(0.2));
        drawing.lattice(&kernel, Ink::Muted.pen(1.0));
        drawing.entries(
            &kernel,
            |r, c| number(d_kernel, r, c),
            Ink::Text.letters(13.0),
        );
        drawing.window(&kernel, (0, 0), (2, 2), Ink::Green.pen(2.4));
        let sign = if i + 1 < sent.len() { "+" } else { "=" };
        for y in [pixels, weights] {
            let at = (x(i) + side + gap / 2.0, y);
            drawing.text(at, sign, Ink::Muted.letters(18.0));
        }
    }
    let [d_input, d_kernel] = &total;
    let bold = Ink::Text.letters(13.0).bold();
    let cells = Cells::new((x(4), pixels - side / 2.0), (3, 3), PIXEL);
    drawing.window(&cells, (1, 1), (1, 1), Ink::Blue.tint(0.2));
    drawing.lattice(&cells, Ink::Muted.pen(1.0));
    drawing.entries(&cells, |r, c| number(d_input, r, c), bold);
    drawing.text((cells.middle().0, 18.0), "$∂L/∂x$", Ink::Text);
    let kernel = Cells::new((x(4) + PIXEL / 2.0, weights - PIXEL), (2, 2), PIXEL);
    drawing.window(&kernel, (0, 0), (1, 1), Ink::Blue.tint(0.2));
    drawing.lattice(&kernel, Ink::Muted.pen(1.0));
    drawing.entries(&kernel, |r, c| number(d_kernel, r, c), bold);
    drawing.text((kernel.middle().0, 158.0), "$∂L/∂w$", Ink::Text);
    Ok(drawing.finish())
}

/// A number of one channel, as short as it can be said.
fn number(map: &Array3<f64>, row: usize, column: usize) -> String {
    map.get((0, row, column))
        .map_or(String::new(), |v| short(*v, 2))
}
