//! The tent, folded.

use activations::book::worked::{Fold, fold as counts};
use activations::tents;
use plate::{Axis, Drawing, Ink};
use show::InputValues;
use show::number::short;

/// One panel for each number of layers; the drawing has room for six.
///
/// # Errors
/// Where the drawing has no room.
pub fn fold(fold: &Fold) -> show::Result<String> {
    fold.check()?;
    let layers = fold.layers as u8;
    let pieces = |layers: u8| -> show::Result<String> {
        let counts = counts(&Fold {
            layers: f64::from(layers),
        })?;
        Ok(short(counts.get("pieces").ok_or("pieces are counted")?, 0))
    };
    let mut counted = Vec::new();
    for n in 1..=layers {
        counted.push(format!("{n} to {} pieces", pieces(n)?));
    }
    let desc = format!(
        "The tent folded into itself, as a zigzag between 0 and 1. Layers to straight pieces: {}.",
        counted.join(", ")
    );
    let (width, height) = (204.0, 180.0);
    let title = "What each further layer of two neurons does";
    let mut drawing = Drawing::new("fold", (612, 360), title, &desc);
    for n in 1..=layers {
        let place = f64::from((n - 1) % 3) * width;
        let corner = (place, f64::from((n - 1) / 3) * height);
        let heading = match n {
            1 => format!("1 layer, {} pieces", pieces(1)?),
            n => format!("{n} layers, {} pieces", pieces(n)?),
        };
        let middle = (corner.0 + width / 2.0 + 14.0, corner.1 + 14.0);
        drawing.text(middle, &heading, Ink::Text.letters(14.0).bold());
        let x = Axis::linear(0.0, 1.0).step(0.5).named("$x$");
        let up = Axis::linear(0.0, 1.0).step(0.5);
        let size = (width, height - 22.0);
        let mut chart = drawing.chart_in((corner.0, corner.1 + 22.0), size, x, up)?;
        // Bends lie on multiples of 2⁻⁶: straight lines between them are exact.
        let zigzag = (0..=64)
            .map(|k| f64::from(k) / 64.0)
            .map(|x| (x, tents(x, n)));
        chart.line(zigzag.collect::<Vec<_>>(), Ink::Blue.pen(1.8))?;
        chart.finish()?;
    }
    Ok(drawing.finish())
}
