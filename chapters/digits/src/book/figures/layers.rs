//! The network, drawn from itself.

use digits::book::worked::blank;
use digits::network::POOLING;
use plate::{Cells, Drawing, Ink, Point, Tint};

/// Px to a pixel of a map.
const SCALE: f64 = 2.6;

/// The middle of the maps, in px from the top.
const MIDDLE: f64 = 110.0;

/// Px between one volume and the next.
const GAP: f64 = 58.0;

/// The layers one after the other, as large as what comes out of them.
///
/// # Errors
/// As [`digits::Network::forward`].
pub fn layers() -> show::Result<String> {
    let (network, pass) = blank()?;
    let volumes = [
        pass.image.dim(),
        pass.first.z.dim(),
        pass.first.pooled.values.dim(),
        pass.second.z.dim(),
        pass.second.pooled.values.dim(),
    ];
    let rows = [&pass.x[0], &pass.z[0], &pass.z[1], &pass.z[2]].map(|row| row.len());
    let shapes =
        volumes.map(|(sheets, height, width)| format!("{sheets}×{height}×{width}"));
    let desc = format!(
        "The network, from the image to the answers. Maps of {}; then rows of {} numbers.",
        shapes.join(", then "),
        rows.map(|n| n.to_string()).join(", ")
    );
    let mut drawing = Drawing::new("network", (600, 428), "The network", &desc);

    let window = format!("{0}×{0}", POOLING.size);
    let kernels = [&network.first, &network.second].map(|layer| {
        let (filters, channels, height, width) = layer.kernels.dim();
        format!("{filters} of {channels}×{height}×{width}")
    });
    let [first, second] = kernels;
    let between = [
        ("convolution, ReLU", first),
        ("max pool", window.clone()),
        ("convolution, ReLU", second),
        ("max pool", window),
    ];
    let mut x = 8.0;
    let mut last = (0.0, 0.0);
    for (place, (volume, shape)) in volumes.into_iter().zip(&shapes).enumerate() {
        if place > 0 {
            let (from, to) = (x + 8.0, x + GAP - 8.0);
            drawing.arrow((from, MIDDLE), (to, MIDDLE), Ink::Muted.pen(1.4));
            let (what, size) = &between[place - 1];
            let above = ((from + to) / 2.0, 14.0);
            drawing.text(above, what, Ink::Blue.letters(13.0));
            drawing.text((above.0, 30.0), size, Ink::Muted.letters(13.0));
            x += GAP;
        }
        let (right, bottom) = sheets(&mut drawing, x, volume);
        let below = ((x + right) / 2.0, 174.0);
        drawing.text(below, shape, Ink::Text.letters(13.0));
        last = ((x + right) / 2.0, bottom);
        x = right;
    }
    funnel(&mut drawing, last, &rows);
    Ok(drawing.finish())
}

/// Sheets behind each other from `left`; returns how far they reach to the right and down.
fn sheets(
    drawing: &mut Drawing,
    left: f64,
    (sheets, height, width): (usize, usize, usize),
) -> Point {
    let step = if sheets > 8 { 2.6 } else { 4.4 };
    let (w, h) = (width as f64 * SCALE, height as f64 * SCALE);
    let over = step * (sheets as f64 - 1.0);
    let top = MIDDLE - (h + over) / 2.0;
    for sheet in 0..sheets {
        // The first lies in front, at the lower left.
        let back = step * (sheets - 1 - sheet) as f64;
        let corner = (left + back, top + over - back);
        drawing.rect(corner, (w, h), (Ink::Paper, Ink::Blue.pen(1.0)));
        if sheets > 1 {
            drawing.rect(corner, (w, h), Ink::Blue.tint(0.12));
        }
    }
    if sheets == 1 {
        let cells = Cells::new((left, top), (height, width), SCALE);
        let digit = &data::digits()[10];
        drawing.shades(&cells, |r, c| {
            Tint::ramp(Ink::Text, digit.pixels[[r, c]], 1.0)
        });
    }
    (left + w + over, top + h + over)
}

/// The rows of numbers below each other, a px to a number.
fn funnel(drawing: &mut Drawing, from: Point, rows: &[usize]) {
    let (middle, thick, step) = (260.0, 14.0, 58.0);
    let mut above: Option<(f64, f64)> = None;
    for (place, n) in rows.iter().enumerate() {
        let y = 222.0 + step * place as f64;
        // The answers are few enough to have a cell each.
        let answers = place + 1 == rows.len();
        let half = if answers { 110.0 } else { *n as f64 / 2.0 };
        let corner = (middle - half, y);
        if let Some((above, bottom)) = above {
            let edge = [
                (middle - above, bottom),
                (middle + above, bottom),
                (middle + half, y),
                (middle - half, y),
            ];
            drawing.polygon(edge, Ink::Muted.tint(0.12));
            let words = if answers { "dense" } else { "dense, ReLU" };
            let beside = (middle, (bottom + y) / 2.0);
            drawing.text(beside, words, Ink::Blue.letters(13.0));
        }
        if answers {
            let cells = Cells::new(corner, (1, *n), 2.0 * half / *n as f64);
            drawing.lattice(&cells, Ink::Blue.pen(1.2));
            drawing.entries(
                &cells,
                |_, label| label.to_string(),
                Ink::Text.letters(13.0),
            );
            let beside = (cells.right() + 10.0, cells.middle().1);
            let words = format!("{n} answers");
            drawing.text(beside, &words, Ink::Text.letters(13.0).start());
        } else {
            drawing.rect(
                corner,
                (2.0 * half, thick),
                (Ink::Paper, Ink::Blue.pen(1.2)),
            );
            drawing.rect(corner, (2.0 * half, thick), Ink::Blue.tint(0.12));
            let beside = (middle + half + 10.0, y + thick / 2.0);
            let words = n.to_string();
            drawing.text(beside, &words, Ink::Text.letters(13.0).start());
        }
        if place == 0 {
            let tip = (from.0, y + thick / 2.0);
            drawing.line((from.0, 186.0), tip, Ink::Muted.pen(1.4));
            let words = drawing.width_of(&n.to_string(), Ink::Text.letters(13.0));
            let end = middle + half + 16.0 + words;
            drawing.arrow(tip, (end, tip.1), Ink::Muted.pen(1.4));
        }
        above = Some((half, y + thick));
    }
}
