//! What the chapter's graphs are drawn of: a value in blue, and below it in vermilion the derivative of the
//! loss with respect to it.

use plate::{Drawing, Ink, Point, between};
use show::number::fixed;

/// Half the width and half the height of a box.
pub const BOX: (f64, f64) = (64.0, 26.0);
/// The radius of a step.
pub const RADIUS: f64 = 18.0;

/// A value with its name, and below it the derivative of the loss with respect to it.
pub fn boxed(
    drawing: &mut Drawing,
    at: Point,
    name: &str,
    value: String,
    derivative: String,
) {
    let corner = (at.0 - BOX.0, at.1 - BOX.1);
    let size = (2.0 * BOX.0, 2.0 * BOX.1);
    drawing.rounded(corner, size, 6.0, (Ink::Paper, Ink::Muted.pen(1.2)));
    let value = format!("${name}$ = {value}");
    drawing.text((at.0, at.1 - 11.0), &value, Ink::Blue.letters(14.0));
    let derivative = format!("$∂L/∂{name}$ = {derivative}");
    drawing.text(
        (at.0, at.1 + 12.0),
        &derivative,
        Ink::Vermilion.letters(12.5),
    );
}

/// An edge between two steps, with the value above it and the derivative that comes back below. `lean` is
/// 1 where the edge falls, −1 where it rises, 0 where it is level: the labels keep clear of it.
pub fn carrying(
    drawing: &mut Drawing,
    (a, b): (Point, Point),
    lean: f64,
    value: &str,
    derivative: &str,
) {
    drawing.edge((a, RADIUS), (b, RADIUS), Ink::Text.pen(1.4));
    let (x, y) = between(a, b, 0.5);
    let at = |side: f64| (x + side * lean * 34.0, y - side * 14.0);
    drawing.text(at(1.0), value, Ink::Blue.letters(14.0));
    let derivative = format!("← {derivative}");
    drawing.text(at(-1.0), &derivative, Ink::Vermilion.letters(12.5));
}

/// What blue and vermilion mean.
pub fn directions(drawing: &mut Drawing, at: Point) {
    drawing.text(at, "values, forward →", Ink::Blue);
    drawing.text((at.0, at.1 + 24.0), "← slopes, backward", Ink::Vermilion);
}

/// A derivative with four decimals, as in the text.
pub fn four(derivative: f64) -> String {
    fixed(derivative, 4)
}
