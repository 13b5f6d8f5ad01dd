//! How far one value sees, layer by layer.

use convolution::book::worked::Reach;
use convolution::receptive_field;
use plate::{Cells, Drawing, Ink, Point};
use show::InputValues;
use show::number::whole;

/// Px from one row of values to the next.
const DOWN: f64 = 42.0;

/// One value of the last layer with all that it depends on, down to the pixels: at stride 1 on the left,
/// and at the other stride on the right.
///
/// # Errors
/// As [`receptive_field`].
pub fn receptive(reach: &Reach) -> show::Result<String> {
    reach.check()?;
    let [layers, k, s] = [reach.layers, reach.k, reach.s].map(whole);
    let plain = receptive_field(&vec![(k, 1); layers])?;
    let strided = receptive_field(&vec![(k, s); layers])?;
    let desc = format!(
        "Two triangles of values, of {layers} layers with kernels of {k}. One value at the top depends \
         on {plain} pixels at the bottom at stride 1, and on {strided} at stride {s}."
    );
    let title = "The receptive field grows";
    let mut drawing = Drawing::new("receptive-field", (600, 272), title, &desc);
    cone(&mut drawing, (66.0, 178.0), (layers, k, 1), plain);
    cone(&mut drawing, (270.0, 316.0), (layers, k, s), strided);
    for layer in 0..=layers {
        let name = match layer {
            0 => "pixels".to_string(),
            layer => format!("layer {layer}"),
        };
        let at = (6.0, row(layer, layers));
        drawing.text(at, &name, Ink::Muted.letters(13.0).start());
    }
    Ok(drawing.finish())
}

/// The height at which a layer's values stand; the pixels are layer 0.
fn row(layer: usize, layers: usize) -> f64 {
    let middle = 128.0 + DOWN * layers as f64 / 2.0;
    middle - DOWN * layer as f64
}

/// All values that the last one depends on, between `left` and `left + width`.
fn cone(
    drawing: &mut Drawing,
    (left, width): (f64, f64),
    (layers, k, s): (usize, usize, usize),
    pixels: usize,
) {
    let px = (width / pixels as f64).min(22.0);
    let start = left + (width - px * pixels as f64) / 2.0;
    // How many values of each layer the last one depends on: from 1 back to all the pixels.
    let mut counts = vec![1];
    for _ in 0..layers {
        let above = counts[counts.len() - 1];
        counts.push((above - 1) * s + k);
    }
    counts.reverse();
    // Where the first value of a layer stands, and how far it is to the next one.
    let (mut first, mut step) = (start + px / 2.0, px);
    for (layer, count) in counts.iter().enumerate() {
        let y = row(layer, layers);
        let at = |value: usize| first + step * value as f64;
        if layer < layers {
            let middle = first + step * (k as f64 - 1.0) / 2.0;
            for value in 0..counts[layer + 1] {
                let to = (
                    middle + step * (s * value) as f64,
                    y - DOWN + px.min(16.0) / 2.0,
                );
                for end in [0, k - 1] {
                    let from = (at(s * value + end), y - px.min(16.0) / 2.0);
                    drawing.line(
                        from,
                        to,
                        Ink::Sky.pen(if px < 8.0 { 0.5 } else { 1.0 }),
                    );
                }
            }
        }
        for value in 0..*count {
            square(drawing, (at(value), y), px.min(16.0));
        }
        first += step * (k as f64 - 1.0) / 2.0;
        step *= s as f64;
    }
    let middle = left + width / 2.0;
    let name = format!("stride {s}: {pixels} pixels");
    drawing.text((middle, 256.0), &name, Ink::Text.letters(14.0).bold());
}

fn square(drawing: &mut Drawing, middle: Point, side: f64) {
    let corner = (middle.0 - side / 2.0, middle.1 - side / 2.0);
    let cells = Cells::new(corner, (1, 1), side);
    drawing.rect(cells.corner, cells.size(), Ink::Paper);
    let pen = Ink::Blue.pen(if side < 8.0 { 0.6 } else { 1.2 });
    drawing.rect(cells.corner, cells.size(), (Ink::Blue.tint(0.35), pen));
}
