//! The two smallest graphs: one road from a weight to the loss, and an input with two roads to it.

use super::graph::{BOX, RADIUS, boxed, carrying, directions};
use backprop::book::worked::{Chain, Fork};
use backprop::chain::{self, Pass};
use plate::{Drawing, Ink, Point};
use show::number::short;

/// Half the width and half the height of the step that compares.
const SQUARE: (f64, f64) = (46.0, 20.0);

/// A step that compares with its target: a box, with the target in a smaller one beside it.
fn compares(drawing: &mut Drawing, at: Point, name: (&str, &str), t: f64, side: f64) {
    let (z, t_name) = name;
    let target = (at.0, at.1 - side * 62.0);
    let from = (target.0, target.1 + side * 15.0);
    let to = (at.0, at.1 - side * SQUARE.1);
    drawing.edge((from, 0.0), (to, 0.0), Ink::Text.pen(1.4));
    let corner = |at: Point, half: (f64, f64)| (at.0 - half.0, at.1 - half.1);
    let size = |half: (f64, f64)| (2.0 * half.0, 2.0 * half.1);
    let half = (36.0, 15.0);
    let look = (Ink::Paper, Ink::Muted.pen(1.2));
    drawing.rounded(corner(target, half), size(half), 6.0, look);
    let target_is = format!("${t_name}$ = {}", short(t, 2));
    drawing.text(target, &target_is, Ink::Blue.letters(14.0));
    let look = (Ink::Paper, Ink::Text.pen(1.6));
    drawing.rounded(corner(at, SQUARE), size(SQUARE), 6.0, look);
    let step = format!("$({z} - {t_name})^2$");
    drawing.text(at, &step, Ink::Text.letters(15.0));
}

/// What a step's own slope is, under the step.
fn own_slope(drawing: &mut Drawing, at: Point, text: &str) {
    drawing.text(at, text, Ink::Muted.letters(12.5));
}

/// A weighted input that is compared with a target: the values, and what comes back.
///
/// # Errors
/// None.
pub fn chain(input: &Chain) -> show::Result<String> {
    let Chain { x, w, t, nudge } = *input;
    let pass = chain::forward(x, w, t);
    let gradients = chain::backward(&pass);
    let number = |value| short(value, 3);
    let desc = format!(
        "Forward, the weight {} and the input {} meet in a product, z = {}; compared with the target {} it \
         gives the loss {}. Backward, the loss has the slope 1, z has {}, the weight {} and the input {}.",
        number(w),
        number(x),
        number(pass.z),
        number(t),
        number(pass.loss),
        number(gradients.d_z),
        number(gradients.d_w),
        number(gradients.d_x),
    );
    let title = "Two steps as a graph: values forward, slopes back";
    let mut drawing = Drawing::new("chain-graph", (696, 252), title, &desc);
    let (times, square, loss) = ((226.0, 120.0), (424.0, 120.0), (618.0, 120.0));
    let leaves = [
        ("w", w, gradients.d_w, 70.0, ("x", x, 76.0)),
        ("x", x, gradients.d_x, 170.0, ("w", w, 165.0)),
    ];
    for (name, value, derivative, y, (other, slope, at)) in leaves {
        drawing.edge(
            ((74.0 + BOX.0, y), 0.0),
            (times, RADIUS),
            Ink::Text.pen(1.4),
        );
        boxed(
            &mut drawing,
            (74.0, y),
            name,
            number(value),
            number(derivative),
        );
        let slope = format!("slope ${other}$ = {}", number(slope));
        let letters = Ink::Muted.letters(12.5).start();
        drawing.text((194.0, at), &slope, letters);
    }
    let z = format!("$z$ = {}", number(pass.z));
    let edge = (times, (square.0 - SQUARE.0 + RADIUS, square.1));
    carrying(&mut drawing, edge, 0.0, &z, &number(gradients.d_z));
    drawing.edge(
        ((square.0 + SQUARE.0, square.1), 0.0),
        ((loss.0 - BOX.0, loss.1), 0.0),
        Ink::Text.pen(1.4),
    );
    drawing.node(times, RADIUS, "×", Ink::Text);
    compares(&mut drawing, square, ("z", "t"), t, 1.0);
    let slope = format!("slope $2(z - t)$ = {}", number(gradients.d_z));
    own_slope(&mut drawing, (square.0, square.1 + 36.0), &slope);
    boxed(&mut drawing, loss, "L", number(pass.loss), "1".to_string());
    directions(&mut drawing, (606.0, 208.0));
    let nudged = chain::forward(x, w + nudge, t);
    let nudged = format!(
        "with $w$ raised by {}: $L$ = {}",
        number(nudge),
        short(nudged.loss, 4)
    );
    let letters = Ink::Muted.letters(13.0).start();
    drawing.text((14.0, 232.0), &nudged, letters);
    Ok(drawing.finish())
}

/// One input, weighted twice, and the sum of both squared errors: what comes back along each road adds.
///
/// # Errors
/// None.
pub fn fork(input: &Fork) -> show::Result<String> {
    let Fork { x, w1, w2, t1, t2 } = *input;
    let fork = chain::fork(x, [w1, w2], [t1, t2]);
    let number = |value| short(value, 3);
    let desc = format!(
        "The input {} goes to two products, with the weights {} and {}; they are {} and {}, and compared \
         with the targets {} and {} they give a loss of {} together. Backward, the first road brings {} to \
         the input and the second {}: together {}.",
        number(x),
        number(w1),
        number(w2),
        number(fork.passes[0].z),
        number(fork.passes[1].z),
        number(t1),
        number(t2),
        number(fork.loss),
        number(fork.first.d_x),
        number(fork.second.d_x),
        number(fork.d_x),
    );
    let title = "An input with two roads to the loss: their slopes add";
    let mut drawing = Drawing::new("fork-graph", (696, 372), title, &desc);
    let (source, plus, loss) = ((74.0, 186.0), (532.0, 186.0), (630.0, 186.0));
    let roads = [
        ("1", fork.passes[0], fork.first, 1.0),
        ("2", fork.passes[1], fork.second, -1.0),
    ];
    for (index, pass, gradients, side) in roads {
        let Pass { w, t, z, .. } = pass;
        let y = source.1 - side * 76.0;
        let (times, square) = ((262.0, y), (420.0, y));
        let from = (source.0 + BOX.0 - RADIUS, source.1 - side * 8.0);
        let back = number(gradients.d_x);
        carrying(&mut drawing, (from, times), -side, &number(x), &back);
        let weight = (times.0, y - side * 74.0);
        drawing.edge(
            ((weight.0, weight.1 + side * BOX.1), 0.0),
            (times, RADIUS),
            Ink::Text.pen(1.4),
        );
        let name = format!("w_{index}");
        let derivative = number(gradients.d_w);
        boxed(&mut drawing, weight, &name, number(w), derivative);
        let edge = (times, (square.0 - SQUARE.0 + RADIUS, y));
        carrying(&mut drawing, edge, 0.0, &number(z), &number(gradients.d_z));
        drawing.node(times, RADIUS, "×", Ink::Text);
        let right = (square.0 + SQUARE.0 - RADIUS, y);
        carrying(&mut drawing, (right, plus), side, &number(pass.loss), "1");
        let names = (format!("z_{index}"), format!("t_{index}"));
        compares(&mut drawing, square, (&names.0, &names.1), t, side);
    }
    drawing.edge(
        (plus, RADIUS),
        ((loss.0 - BOX.0, loss.1), 0.0),
        Ink::Text.pen(1.4),
    );
    drawing.node(plus, RADIUS, "+", Ink::Text);
    boxed(&mut drawing, loss, "L", number(fork.loss), "1".to_string());
    boxed(&mut drawing, source, "x", number(x), number(fork.d_x));
    let second = number(fork.second.d_x);
    let sum = match second.strip_prefix('\u{2212}') {
        Some(size) => format!("= {} − {size}", number(fork.first.d_x)),
        None => format!("= {} + {second}", number(fork.first.d_x)),
    };
    drawing.text(
        (source.0, source.1 + 42.0),
        &sum,
        Ink::Vermilion.letters(12.5),
    );
    directions(&mut drawing, (606.0, 322.0));
    Ok(drawing.finish())
}
