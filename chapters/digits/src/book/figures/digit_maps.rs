//! The maps of each layer for one digit.

use super::ink::shade;
use crate::trained::network;
use digits::cross_entropy;
use digits::network::Maps;
use ndarray::{Array1, Array3, ArrayView2, Axis};
use plate::{Cells, Drawing, Ink, Point};
use show::number::fixed;

/// Which of the book's digits: a two.
const SHOWN: usize = 5;

/// Where the maps begin, in px from the left.
const LEFT: f64 = 108.0;

/// The maps that the trained network makes of a digit, layer after layer, and its probabilities.
///
/// # Errors
/// As [`network`] and [`digits::Network::forward`].
pub fn digit_maps() -> show::Result<String> {
    let digit = &data::digits()[SHOWN];
    let pass = network()?.forward(&digit.pixels.clone().insert_axis(Axis(0)))?;
    let p = cross_entropy(pass.logits(), digit.label)?.p;
    let shares = p
        .iter()
        .enumerate()
        .map(|(label, p)| format!("{} % for {label}", fixed(100.0 * p, 1)));
    let desc = format!(
        "A handwritten {}, and the maps that the network makes of it: 6 after the first convolution, ReLU and pooling, 16 after the second. Its probabilities: {}.",
        digit.label,
        shares.collect::<Vec<_>>().join(", ")
    );
    let title = "What each layer sees";
    let mut drawing = Drawing::new("digit-maps", (600, 812), title, &desc);
    let Maps { z, y, pooled } = &pass.first;
    let second = &pass.second;
    let mut top = 8.0;
    for (name, maps) in [
        ("the image", &pass.image),
        ("convolution", z),
        ("ReLU", y),
        ("max pool", &pooled.values),
        ("convolution", &second.z),
        ("ReLU", &second.y),
        ("max pool", &second.pooled.values),
    ] {
        let bottom = sheets(&mut drawing, (LEFT, top), maps);
        let beside = (LEFT - 10.0, (top + bottom) / 2.0);
        drawing.text(beside, name, Ink::Text.letters(13.0).end());
        top = bottom + 14.0;
    }
    bars(&mut drawing, (LEFT, top + 6.0), &p);
    Ok(drawing.finish())
}

/// All maps of a layer side by side, eight to a row; gives where they end below.
fn sheets(drawing: &mut Drawing, (left, top): Point, maps: &Array3<f64>) -> f64 {
    let largest = maps.fold(0.0, |most: f64, value| most.max(value.abs()));
    let (channels, height, width) = maps.dim();
    let (step, most, to_a_row) = match channels > 8 {
        true => (60.0, 52.0, 8),
        false => (81.0, 74.0, 6),
    };
    let side = most / width as f64;
    let mut bottom = top;
    for (k, map) in maps.outer_iter().enumerate() {
        let (column, row) = (k % to_a_row, k / to_a_row);
        let down = height as f64 * side + 6.0;
        let corner = (left + step * column as f64, top + down * row as f64);
        let cells = Cells::new(corner, (height, width), side);
        sheet(drawing, &cells, &map, largest);
        bottom = cells.bottom();
    }
    bottom
}

fn sheet(drawing: &mut Drawing, cells: &Cells, map: &ArrayView2<f64>, largest: f64) {
    drawing.shades(cells, |r, c| {
        let value = map[[r, c]];
        let ink = match value < 0.0 {
            true => Ink::Vermilion,
            false => Ink::Text,
        };
        shade(ink, value.abs() / largest)
    });
    drawing.rect(cells.corner, cells.size(), Ink::Grid.pen(1.0));
}

/// The probabilities.
fn bars(drawing: &mut Drawing, (left, top): Point, p: &Array1<f64>) {
    let step = 48.0;
    for (label, p) in p.iter().enumerate() {
        let x = left + step * label as f64;
        let height = 44.0 * p;
        drawing.rect((x, top + 44.0 - height), (30.0, height.max(0.8)), Ink::Blue);
        drawing.text(
            (x + 15.0, top + 58.0),
            &label.to_string(),
            Ink::Text.letters(13.0),
        );
    }
    drawing.text(
        (left - 10.0, top + 30.0),
        "softmax",
        Ink::Text.letters(13.0).end(),
    );
}
