//! The kernel over a stroke, with the products written out.

use convolution::book::worked::{Window, stroke};
use convolution::cross_correlate;
use plate::{Cells, Drawing, Ink, Side, Tint};
use show::number::short;

/// Image, kernel and feature map, with the window at the chosen place and its sum of products.
///
/// # Errors
/// A refusal for a window outside the image.
pub fn kernel_sliding(window: &Window) -> show::Result<String> {
    let (image, kernel, at) = (stroke(), window.kernel(), window.place());
    let map = cross_correlate(&image, &kernel, 1, 0)?;
    let y = *map.get(at).ok_or("the window lies outside the image")?;
    let products: Vec<String> = kernel
        .indexed_iter()
        .filter_map(|((u, v), w)| Some(product(*w, *image.get((at.0 + u, at.1 + v))?)))
        .collect();
    let sum = format!("{} = {}", products.join(" + "), short(y, 2));
    let desc = format!(
        "The kernel lies on rows {} and {}, columns {} and {} of the image, counted from 0: {sum}.",
        at.0,
        at.0 + 1,
        at.1,
        at.1 + 1
    );
    let title = "A kernel slides over an image";
    let mut drawing = Drawing::new("kernel-sliding", (600, 320), title, &desc);
    let (row, column) = (at.0 as isize, at.1 as isize);
    let chosen = Ink::Green.pen(2.8);

    let left = Cells::new((20.0, 42.0), (5, 5), 40.0);
    drawing.shades(&left, |r, c| {
        Tint::ramp(Ink::Text, 0.35 * image[[r, c]], 1.0)
    });
    drawing.window(&left, (row, column), (2, 2), Ink::Green.tint(0.18));
    drawing.lattice(&left, Ink::Muted.pen(1.0));
    drawing.entries(&left, |r, c| short(image[[r, c]], 2), Ink::Text);
    drawing.window(&left, (row, column), (2, 2), chosen);

    let middle = Cells::new((270.0, 102.0), (2, 2), 40.0);
    drawing.shades(&middle, |u, v| Tint::signed(kernel[[u, v]], 2.0));
    drawing.lattice(&middle, chosen);
    drawing.entries(&middle, |u, v| short(kernel[[u, v]], 2), Ink::Text);

    let right = Cells::new((420.0, 62.0), (4, 4), 40.0);
    let largest = map.fold(1.0, |far: f64, y| far.max(y.abs()));
    drawing.shades(&right, |r, c| Tint::signed(map[[r, c]], largest));
    drawing.lattice(&right, Ink::Muted.pen(1.0));
    drawing.entries(&right, |r, c| short(map[[r, c]], 2), Ink::Text);
    drawing.window(&right, (row, column), (1, 1), chosen);

    let pen = Ink::Muted.pen(1.4);
    drawing.arrow((230.0, 142.0), (258.0, 142.0), pen);
    drawing.arrow((362.0, 142.0), (408.0, 142.0), pen);
    for (cells, name) in [
        (&left, "image"),
        (&middle, "kernel"),
        (&right, "feature map"),
    ] {
        let above = (cells.middle().0, cells.corner.1 - 10.0);
        drawing.text(above, name, Ink::Muted.letters(14.0).above());
    }
    let tip = drawing.brace(
        (20.0, 248.0),
        (560.0, 0.0),
        Side::Below,
        Ink::Green.pen(1.4),
    );
    drawing.text((tip.0, tip.1 + 8.0), &sum, Ink::Text.letters(18.0).below());
    Ok(drawing.finish())
}

/// A weight times a pixel; a negative weight in brackets.
fn product(weight: f64, pixel: f64) -> String {
    let weight = match short(weight, 2) {
        negative if weight < 0.0 => format!("({negative})"),
        positive => positive,
    };
    format!("{weight} · {}", short(pixel, 2))
}
