//! Where the gradients of pooled values go.

use ::pooling::{Window, max_pool};
use backprop::book::worked::Pooled;
use backprop::pooling::{average_backward, max_backward};
use ndarray::Array3;
use plate::{Cells, Drawing, Ink};
use show::number::short;

/// The side of a pixel.
const PIXEL: f64 = 44.0;

/// The gradients at the four windows, and what the pixels receive under max and average pooling.
///
/// # Errors
/// None: the shapes fit.
pub fn pooling(input: &Pooled) -> show::Result<String> {
    let (image, window, d_output) = (input.image(), Pooled::WINDOW, input.d_output());
    let by_max = max_backward(image.dim(), &max_pool(&image, window)?, &d_output)?;
    let by_average = average_backward(image.dim(), window, &d_output)?;
    let received: Vec<String> = d_output.iter().map(|d| short(*d, 2)).collect();
    let desc = format!(
        "The slopes {} arrive at four windows of two by two pixels. Under max pooling the one pixel \
         of each window that was its maximum receives all of it and the other three nothing. Under \
         average pooling each of the four receives a quarter.",
        received.join(", "),
    );
    let title = "Where the slopes of pooled values go";
    let mut drawing = Drawing::new("pooling-backward", (628, 240), title, &desc);
    let pooled = Cells::new((26.0, 94.0), (2, 2), PIXEL);
    grid(&mut drawing, &pooled, &d_output, "slopes that arrive", None);
    let left = Cells::new((200.0, 50.0), (4, 4), PIXEL);
    grid(
        &mut drawing,
        &left,
        &by_max,
        "max: to the maximum",
        Some(window),
    );
    let right = Cells::new((436.0, 50.0), (4, 4), PIXEL);
    grid(
        &mut drawing,
        &right,
        &by_average,
        "average: to all alike",
        Some(window),
    );
    drawing.arrow((126.0, 138.0), (186.0, 138.0), Ink::Muted.pen(1.6));
    drawing.text((406.0, 138.0), "or", Ink::Muted.letters(15.0));
    Ok(drawing.finish())
}

/// One channel's numbers in a lattice, with the windows framed and what is not 0 shaded.
fn grid(
    drawing: &mut Drawing,
    cells: &Cells,
    map: &Array3<f64>,
    name: &str,
    window: Option<Window>,
) {
    let value = |r: usize, c: usize| map.get((0, r, c)).copied().unwrap_or(f64::NAN);
    let (rows, columns) = (map.dim().1, map.dim().2);
    for (r, c) in (0..rows).flat_map(|r| (0..columns).map(move |c| (r, c))) {
        if value(r, c) != 0.0 {
            drawing.window(
                cells,
                (r as isize, c as isize),
                (1, 1),
                Ink::Blue.tint(0.2),
            );
        }
    }
    drawing.lattice(cells, Ink::Muted.pen(0.8));
    drawing.entries(cells, |r, c| short(value(r, c), 3), Ink::Text.letters(13.0));
    if let Some(Window { size, stride }) = window {
        for (r, c) in
            (0..rows / stride).flat_map(|r| (0..columns / stride).map(move |c| (r, c)))
        {
            let corner = ((r * stride) as isize, (c * stride) as isize);
            drawing.window(cells, corner, (size, size), Ink::Green.pen(2.2));
        }
    }
    let at = (cells.middle().0, 26.0);
    drawing.text(at, name, Ink::Text);
}
