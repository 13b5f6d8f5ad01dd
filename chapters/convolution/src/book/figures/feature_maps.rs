//! One digit under several kernels.

use convolution::book::worked::{SHOWN, WhichDigit, digit};
use convolution::cross_correlate;
use convolution::kernels::NOTEBOOK;
use data::Digit;
use ndarray::{Array2, arr2};
use plate::{Drawing, Ink};
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
        let cells = super::map::map(&mut drawing, corner, SIDE, map);
        let above = (cells.middle().0, corner.1 - 7.0);
        drawing.text(above, name, Ink::Text.letters(13.0).above());
        let below = (cells.middle().0, cells.bottom() + 6.0);
        drawing.text(below, &extent(map), Ink::Muted.letters(12.0).below());
    }
    let legend = "full: above 0";
    drawing.text((190.0, 456.0), legend, Ink::Blue.letters(13.0));
    let legend = "striped: below 0";
    drawing.text((410.0, 456.0), legend, Ink::Vermilion.letters(13.0));
    Ok(drawing.finish())
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
