//! One digit under several kernels.

use convolution::book::worked::{SHOWN, WhichDigit, digit};
use convolution::cross_correlate;
use convolution::kernels::NOTEBOOK;
use data::Digit;
use ndarray::{Array2, arr2};
use plate::{Cells, Drawing, Ink, Tint};
use show::number::fixed;

/// Px along one side of a pixel of a feature map.
const SIDE: f64 = 6.0;

/// What the figure calls the kernels of [`SHOWN`].
const NAMES: [&str; 5] = [
    "the digit itself",
    "blurred",
    "sharpened",
    "Sobel, downwards",
    "Sobel, to the right",
];

/// The digit and its feature maps under the chapter's kernels.
///
/// # Errors
/// As [`digit`].
pub fn feature_maps(which: &WhichDigit) -> show::Result<String> {
    let Digit { label, pixels } = digit(which.digit)?;
    let mut maps = Vec::new();
    for (name, (_, kernel)) in NAMES.into_iter().zip(SHOWN) {
        maps.push((name, cross_correlate(pixels, &arr2(&kernel), 1, 1)?));
    }
    let notebook = cross_correlate(pixels, &arr2(&NOTEBOOK), 1, 0)?;
    maps.push(("the notebook’s kernel", notebook));

    let ranges: Vec<String> = maps.iter().map(|(name, map)| range(name, map)).collect();
    let desc = format!(
        "A handwritten {label} and its feature maps, each with its smallest and largest value: {}.",
        ranges.join("; ")
    );
    let title = "A digit under several kernels";
    let mut drawing = Drawing::new("feature-maps", (600, 470), title, &desc);
    for (i, (name, map)) in maps.iter().enumerate() {
        let corner = (10.0 + 203.0 * (i % 3) as f64, 28.0 + 218.0 * (i / 3) as f64);
        panel(&mut drawing, corner, name, map);
    }
    let legend = "full: above 0";
    drawing.text((190.0, 456.0), legend, Ink::Blue.letters(13.0));
    let legend = "striped: below 0";
    drawing.text((410.0, 456.0), legend, Ink::Vermilion.letters(13.0));
    Ok(drawing.finish())
}

/// One map in its frame: the farther a value is from 0, the stronger; stripes below 0.
fn panel(drawing: &mut Drawing, corner: (f64, f64), name: &str, map: &Array2<f64>) {
    let largest = map.fold(0.0, |far: f64, y| far.max(y.abs()));
    // A map without negative values is ink on paper.
    let signed = map.iter().any(|y| *y < -1e-9);
    let above = if signed { Ink::Blue } else { Ink::Text };
    let cells = Cells::new(corner, map.dim(), SIDE);
    drawing.shades(&cells, |r, c| Tint::ramp(above, map[[r, c]], largest));
    stripes(drawing, &cells, |r, c| {
        Tint::ramp(Ink::Vermilion, -map[[r, c]], largest)
    });
    drawing.rect(corner, cells.size(), Ink::Muted.pen(1.0));
    let above = (cells.middle().0, corner.1 - 7.0);
    drawing.text(above, name, Ink::Text.letters(13.0).above());
    let below = (cells.middle().0, cells.bottom() + 6.0);
    drawing.text(below, &extent(map), Ink::Muted.letters(12.0).below());
}

/// Cells of one row that are shaded alike: the row, the first column, the column after the last.
type Run = (usize, usize, usize);

/// Fills half the height of each cell with a tint; neighbours of one tint become one stripe.
fn stripes(drawing: &mut Drawing, cells: &Cells, tint: impl Fn(usize, usize) -> Tint) {
    // All stripes of a tint together, so that they share a path.
    let mut tints: Vec<(Tint, Vec<Run>)> = Vec::new();
    for row in 0..cells.rows {
        let mut from = 0;
        for column in 0..cells.columns {
            let tone = tint(row, column);
            if column + 1 < cells.columns && tint(row, column + 1) == tone {
                continue;
            }
            let run = (row, from, column + 1);
            match tints.iter_mut().find(|(known, _)| *known == tone) {
                Some((_, runs)) => runs.push(run),
                None => tints.push((tone, vec![run])),
            }
            from = column + 1;
        }
    }
    for (tint, (row, from, to)) in tints
        .into_iter()
        .flat_map(|(tint, runs)| runs.into_iter().map(move |run| (tint, run)))
    {
        let (x, top) = cells.cell(row as isize, from as isize);
        let size = (SIDE * (to - from) as f64, SIDE / 2.0);
        drawing.rect((x, top + SIDE / 4.0), size, tint);
    }
}

/// From the smallest to the largest value.
fn extent(map: &Array2<f64>) -> String {
    let (low, high) = map.iter().fold((0.0, 0.0), |(low, high): (f64, f64), y| {
        (low.min(*y), high.max(*y))
    });
    format!("{} to {}", fixed(low, 2), fixed(high, 2))
}

fn range(name: &str, map: &Array2<f64>) -> String {
    format!("{name}: {}", extent(map))
}
