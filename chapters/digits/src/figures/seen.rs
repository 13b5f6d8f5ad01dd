//! What each layer sees.

use crate::trained::network;
use digits::judge;
use digits::network::Maps;
use ndarray::{Array3, ArrayView2, Axis};
use plate::number::fixed;
use plate::{Cells, Drawing, Ink, Point, Refusal, Tint};

/// Which of the book's digits: a two.
const SHOWN: usize = 5;

/// The maps that the trained network makes of a digit, layer after layer, and its probabilities.
///
/// # Errors
/// As [`network`] and [`digits::Network::forward`].
pub fn seen() -> Result<String, Refusal> {
    let digit = &data::digits()[SHOWN];
    let pass = network()?.forward(&digit.pixels.clone().insert_axis(Axis(0)))?;
    let p = judge(pass.answers(), digit.label)?.p;
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
    let mut drawing = Drawing::new("seen", (600, 640), title, &desc);
    let mut top = 8.0;
    let Maps { z, y, pooled } = &pass.first;
    let second = &pass.second;
    let rows: [(&str, &Array3<f64>, f64, usize); 7] = [
        ("the image", &pass.image, 2.6, 1),
        ("convolution", z, 2.6, 6),
        ("ReLU", y, 2.6, 6),
        ("max pool", &pooled.values, 3.6, 6),
        ("convolution", &second.z, 2.8, 16),
        ("ReLU", &second.y, 2.8, 16),
        ("max pool", &second.pooled.values, 4.6, 16),
    ];
    for (name, maps, side, _) in rows {
        let bottom = row(&mut drawing, (108.0, top), maps, side);
        let beside = (98.0, (top + bottom) / 2.0);
        drawing.text(beside, name, Ink::Text.letters(13.0).end());
        top = bottom + 12.0;
    }
    bars(
        &mut drawing,
        (108.0, top + 6.0),
        p.as_slice().unwrap_or_default(),
    );
    Ok(drawing.finish())
}

/// All maps of a layer side by side; gives where they end below.
fn row(
    drawing: &mut Drawing,
    (left, top): Point,
    maps: &Array3<f64>,
    side: f64,
) -> f64 {
    let largest = maps.fold(0.0, |most: f64, value| most.max(value.abs()));
    let (channels, height, width) = maps.dim();
    let room = (592.0 - left) / channels as f64;
    let step = room.min(width as f64 * side + 8.0);
    let side = side.min((step - 3.0) / width as f64);
    for (k, map) in maps.outer_iter().enumerate() {
        let cells = Cells::new((left + k as f64 * step, top), (height, width), side);
        sheet(drawing, &cells, &map, largest);
    }
    top + height as f64 * side
}

fn sheet(drawing: &mut Drawing, cells: &Cells, map: &ArrayView2<f64>, largest: f64) {
    drawing.shades(cells, |r, c| {
        let value = map[[r, c]];
        let ink = if value < 0.0 {
            Ink::Vermilion
        } else {
            Ink::Text
        };
        // Eight shades are as many as one sees at this size.
        Tint::ramp(ink, (8.0 * value.abs() / largest).floor(), 8.0)
    });
    drawing.rect(cells.corner, cells.size(), Ink::Grid.pen(1.0));
}

/// The probabilities.
fn bars(drawing: &mut Drawing, (left, top): Point, p: &[f64]) {
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
