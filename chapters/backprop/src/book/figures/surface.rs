//! The output of a small network over its two inputs, while it learns exclusive or.

use backprop::book::worked::{Small, Xor};
use backprop::xor::POINTS;
use plate::{Axis, Drawing, Ink};
use show::InputValues;
use show::number::{fixed, short};

/// The side of a panel, and the distance between two.
const PANEL: (f64, f64) = (214.0, 8.0);

/// The network before the first step, on its way and after the last step, over the square of its
/// inputs.
///
/// # Errors
/// What the plate refuses.
pub fn surface(xor: &Xor) -> show::Result<String> {
    xor.check()?;
    let steps = xor.steps as usize;
    let start = Small::random(2, xor.seed as u64)?;
    let early = start.trained(xor.eta, steps / 8);
    let end = early.trained(xor.eta, steps - steps / 8);
    let panels = [(0, start), (steps / 8, early), (steps, end)];
    let words: Vec<String> = (panels.iter())
        .map(|(step, network)| described(*step, network))
        .collect();
    let desc = format!(
        "Three squares of input pairs, shaded by the network's answer, with a line where it is a \
         half. {}",
        words.join(" ")
    );
    let title = "Exclusive or: the network's answer over its inputs, while it learns";
    let (side, gap) = PANEL;
    let size = ((3.0 * side + 2.0 * gap) as u32, 256);
    let mut drawing = Drawing::new("xor-surface", size, title, &desc);
    for (i, (step, network)) in panels.iter().enumerate() {
        let left = i as f64 * (side + gap);
        let text = format!("step {step}: loss {}", fixed(network.loss(), 3));
        drawing.text((left + side / 2.0 + 18.0, 14.0), &text, Ink::Text);
        let axis = |name| {
            let axis = Axis::linear(-0.25, 1.25).at([(0.0, "0"), (1.0, "1")]);
            axis.named(name).without_mesh()
        };
        let mut chart = drawing.chart_in(
            (left, 24.0),
            (side, 232.0),
            axis("first input $x_1$"),
            axis("second input $x_2$"),
        )?;
        let output = |x1: f64, x2: f64| network.output([x1, x2]);
        chart.heat(output, (0.0, 1.0), 10, Ink::Blue.tint(0.7))?;
        chart.contours(output, [0.5], Ink::Text.pen(2.0))?;
        let of = |target: f64| {
            let points = POINTS.into_iter().filter(move |(_, t)| *t == target);
            points.map(|([x1, x2], _)| (x1, x2))
        };
        chart.dots(of(1.0), Ink::Text)?;
        chart.crosses(of(0.0), Ink::Vermilion)?;
        chart.finish()?;
    }
    Ok(drawing.finish())
}

/// One panel in words.
fn described(step: usize, network: &Small) -> String {
    let outputs = network.outputs().map(|y| fixed(y, 2));
    format!(
        "At step {step} the answers to (0, 0), (0, 1), (1, 0), (1, 1) are {} and the loss is {}.",
        outputs.join(", "),
        short(network.loss(), 3),
    )
}
