//! Windows over the notebook's image, and what is left of it.

use ndarray::{Array2, Axis};
use plate::{Cells, Drawing, Ink};
use pooling::book::worked::{Windows, notebook_image};
use pooling::{average_pool, max_pool};
use show::InputValues;
use show::number::short;

/// Where the maps begin, in px from the left.
const ROOM: f64 = 390.0;

/// The notebook's image with its windows and their maxima, the map of maxima and that of averages.
///
/// # Errors
/// As [`Window::output_shape`](pooling::Window::output_shape).
pub fn pooling_windows(windows: &Windows) -> show::Result<String> {
    windows.check()?;
    let (image, window) = (notebook_image(), windows.window());
    let pooled = max_pool(&image, window)?;
    let average = average_pool(&image, window)?;
    let [image, max, average] = [image, pooled.values, average].map(first);
    let at = pooled.at.index_axis_move(Axis(0), 0);
    let desc = format!(
        "Windows of {0}×{0} with stride {1} over 1 to 16. Maxima: {2}. Averages: {3}.",
        window.size,
        window.stride,
        listed(&max),
        listed(&average)
    );
    let title = "Windows over an image, and what pooling leaves";
    let left = Cells::new((50.0, 100.0), (4, 4), 52.0);
    let side = 36.0;
    // Each map has the room of the largest: the figure keeps its size.
    let room = side * image.nrows() as f64;
    let in_room = |middle: f64, (rows, columns): (usize, usize)| {
        let (width, height) = (side * columns as f64, side * rows as f64);
        let corner = (ROOM + (room - width) / 2.0, middle - height / 2.0);
        Cells::new(corner, (rows, columns), side)
    };
    let (upper, lower) = (left.middle().1 - 94.0, left.middle().1 + 94.0);
    let maxima = in_room(upper, max.dim());
    let averages = in_room(lower, average.dim());
    let size = (600, 384);
    let mut drawing = Drawing::new("pooling-windows", size, title, &desc);

    for &(row, column) in &at {
        let look = Ink::Green.tint(0.18);
        drawing.window(&left, (row as isize, column as isize), (1, 1), look);
    }
    drawing.lattice(&left, Ink::Grid.pen(1.0));
    drawing.entries(&left, |r, c| short(image[[r, c]], 2), Ink::Text);
    for &(row, column) in &at {
        drawing.circle(left.centre(row, column), 17.0, Ink::Green.pen(1.6));
    }
    // Windows that overlap would hide each other: the first two say how they move.
    let apart = window.stride >= window.size;
    let shown = |i: usize, j: usize| apart || (i == 0 && j < 2);
    let mut places: Vec<(usize, usize)> =
        at.indexed_iter().map(|(place, _)| place).collect();
    places.reverse();
    for (i, j) in places.into_iter().filter(|(i, j)| shown(*i, *j)) {
        let corner = ((window.stride * i) as isize, (window.stride * j) as isize);
        let pen = match (apart, i + j) {
            (false, 1) => Ink::Text.pen(1.8).dashed(),
            _ => Ink::Text.pen(2.4),
        };
        drawing.window(&left, corner, (window.size, window.size), pen);
    }

    drawing.lattice(&maxima, Ink::Green.pen(1.6));
    drawing.entries(&maxima, |r, c| short(max[[r, c]], 2), Ink::Text);
    drawing.lattice(&averages, Ink::Blue.pen(1.6));
    drawing.entries(
        &averages,
        |r, c| short(average[[r, c]], 2),
        Ink::Text.letters(13.0),
    );
    for map in [&maxima, &averages] {
        let from = (left.right() + 14.0, left.middle().1);
        let to = (map.corner.0 - 14.0, map.middle().1);
        drawing.arrow(from, to, Ink::Muted.pen(1.4));
    }
    let name = |drawing: &mut Drawing, cells: &Cells, words: &str, ink: Ink| {
        let above = (cells.middle().0, cells.corner.1 - 10.0);
        drawing.text(above, words, ink.letters(14.0).above());
    };
    name(&mut drawing, &left, "image", Ink::Muted);
    name(&mut drawing, &maxima, "largest", Ink::Green);
    name(&mut drawing, &averages, "average", Ink::Blue);
    let below = (left.middle().0, left.bottom() + 12.0);
    let words = format!("window {0}×{0}, stride {1}", window.size, window.stride);
    drawing.text(below, &words, Ink::Muted.letters(13.0).below());
    Ok(drawing.finish())
}

/// The only channel.
fn first(map: ndarray::Array3<f64>) -> Array2<f64> {
    map.index_axis_move(Axis(0), 0)
}

fn listed(map: &Array2<f64>) -> String {
    let values: Vec<String> = map.iter().map(|y| short(*y, 2)).collect();
    values.join(", ")
}
