//! A layer in three dimensions: channels, filters as deep, and one map for each filter.

use convolution::book::worked::Volume;
use convolution::output_len;
use plate::{Cells, Drawing, Ink, Point};
use show::InputValues;
use show::number::whole;

/// How far each sheet lies behind the one before it, in px to the right and up.
const BEHIND: f64 = 13.0;

/// The filters' inks.
const INKS: [Ink; 3] = [Ink::Green, Ink::Purple, Ink::Orange];

/// An image of several channels, filters through all of them, and the map of each filter.
///
/// # Errors
/// As [`output_len`].
pub fn volume(volume: &Volume) -> show::Result<String> {
    volume.check()?;
    let v = volume;
    let [channels, filters, k, n] = [v.channels, v.filters, v.k, v.n].map(whole);
    let map = output_len(n, k, 1, 0)?;
    let desc = format!(
        "An image of {channels}×{n}×{n}, drawn as {channels} sheets one behind the other; filters of \
         {channels}×{k}×{k}, {filters} of them, each with as many sheets as the image; and for each \
         filter one sheet of {map}×{map} in the output."
    );
    let title = "A layer in three dimensions";
    let mut drawing = Drawing::new("depth", (600, 312), title, &desc);
    let side = 140.0 / n as f64;
    let behind = BEHIND * (channels - 1) as f64;

    // The image, with the window through all its sheets.
    let corner = (24.0, 96.0 + behind);
    let front = sheets(&mut drawing, corner, (channels, n), side, |_| Ink::Muted);
    for sheet in (0..channels).rev() {
        let cells = Cells::new(back(front.corner, sheet), (n, n), side);
        drawing.window(
            &cells,
            (0, 0),
            (k, k),
            (Ink::Green.tint(0.3), Ink::Green.pen(1.2)),
        );
    }
    drawing.window(&front, (0, 0), (k, k), Ink::Green.pen(2.6));

    // The output: sheet o is the map of filter o.
    let spread = BEHIND * (filters - 1) as f64;
    let output = (430.0, 96.0 + spread);
    sheets(&mut drawing, output, (filters, map), side, |sheet| {
        INKS[sheet]
    });
    let pixel = Cells::new(output, (map, map), side);
    drawing.window(
        &pixel,
        (0, 0),
        (1, 1),
        (Ink::Green.tint(0.5), Ink::Green.pen(2.0)),
    );

    // The filters, one below the other, smaller than the window where they would not fit.
    let (count, gap) = (filters as f64, 20.0);
    let high = (250.0 - gap * (count - 1.0)) / count - behind;
    let small = side.min(high / k as f64).min((104.0 - behind) / k as f64);
    let height = small * k as f64 + behind;
    let tall = count * height + gap * (count - 1.0);
    for (filter, ink) in INKS.iter().enumerate().take(filters) {
        let top = 178.0 - tall / 2.0 + (height + gap) * filter as f64;
        let corner = (286.0, top + behind);
        let cells = sheets(&mut drawing, corner, (channels, k), small, |_| *ink);
        let (at, number) = ((272.0, cells.middle().1), (filter + 1).to_string());
        drawing.text(at, &number, ink.letters(16.0).bold());
    }
    let pen = Ink::Muted.pen(1.4);
    drawing.arrow((226.0, 178.0), (258.0, 178.0), pen);
    drawing.arrow((384.0, 178.0), (416.0, 178.0), pen);
    for (x, name, shape) in [
        (110.0, "image", format!("{channels}×{n}×{n}")),
        (315.0, "filters", format!("{filters} of {channels}×{k}×{k}")),
        (505.0, "output", format!("{filters}×{map}×{map}")),
    ] {
        drawing.text((x, 18.0), name, Ink::Text.letters(15.0).bold());
        drawing.text((x, 38.0), &shape, Ink::Muted.letters(14.0));
    }
    Ok(drawing.finish())
}

/// Where the sheet number `sheet` lies behind the one at `corner`.
fn back(corner: Point, sheet: usize) -> Point {
    let away = BEHIND * sheet as f64;
    (corner.0 + away, corner.1 - away)
}

/// Sheets of cells one behind the other; returns the front one.
fn sheets(
    drawing: &mut Drawing,
    corner: Point,
    (count, cells): (usize, usize),
    side: f64,
    ink: impl Fn(usize) -> Ink,
) -> Cells {
    for sheet in (0..count).rev() {
        let cells = Cells::new(back(corner, sheet), (cells, cells), side);
        drawing.rect(cells.corner, cells.size(), Ink::Paper);
        drawing.rect(cells.corner, cells.size(), ink(sheet).tint(0.12));
        drawing.lattice(&cells, ink(sheet).pen(0.8));
    }
    Cells::new(corner, (cells, cells), side)
}
