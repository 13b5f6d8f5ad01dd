//! How many paths lead from each neuron to the loss: each adds up what those behind it say.

use backprop::book::worked::Paths;
use plate::{Drawing, Ink, column, shortened};
use show::InputValues;
use show::number::short;

/// The radius of a neuron.
const RADIUS: f64 = 21.0;

/// Every neuron with the number of paths from it to the loss.
///
/// # Errors
/// A value out of range.
pub fn paths(input: &Paths) -> show::Result<String> {
    input.check()?;
    let (layers, width) = (input.layers as usize, input.width as usize);
    let sizes: Vec<usize> = (0..layers + 2)
        .map(|layer| {
            if layer == 0 || layer > layers {
                1
            } else {
                width
            }
        })
        .collect();
    // from the last layer to the first: the output has one path, to the loss
    let mut counts = vec![1.0; sizes.len()];
    for layer in (0..=layers).rev() {
        counts[layer] = counts[layer + 1] * sizes[layer + 1] as f64;
    }
    let lines: usize = sizes.windows(2).map(|pair| pair[0] * pair[1]).sum();
    let words: Vec<String> = counts.iter().map(|count| short(*count, 0)).collect();
    let desc = format!(
        "One input, {layers} hidden layers of {width} and one output. From the left to the right, the \
         paths to the loss from a neuron of each layer are {}. There are {lines} lines.",
        words.join(", "),
    );
    let title = "The paths from each neuron to the loss";
    let mut drawing = Drawing::new("paths", (640, 316), title, &desc);
    let step = 500.0 / (layers as f64 + 1.0);
    let places: Vec<_> = (sizes.iter().enumerate())
        .map(|(layer, n)| column((46.0 + step * layer as f64, 138.0), *n, 66.0))
        .collect();
    for pair in places.windows(2) {
        for (a, b) in pair[0]
            .iter()
            .flat_map(|a| pair[1].iter().map(move |b| (*a, *b)))
        {
            let (from, to) = shortened(a, b, RADIUS, RADIUS);
            drawing.line(from, to, Ink::Muted.pen(1.2));
        }
    }
    for (layer, (column, count)) in places.iter().zip(&words).enumerate() {
        let ink = if layer == 0 {
            Ink::Vermilion
        } else {
            Ink::Blue
        };
        for at in column {
            drawing.node(*at, RADIUS, count, ink);
        }
    }
    let output = (46.0 + 500.0, 138.0);
    drawing.arrow(
        (output.0 + RADIUS, 138.0),
        (600.0, 138.0),
        Ink::Muted.pen(1.4),
    );
    drawing.text((616.0, 138.0), "$L$", Ink::Text.letters(16.0));
    let total = counts.first().copied().unwrap_or(f64::NAN);
    let words = format!("{} paths over {lines} lines", short(total, 0));
    drawing.text((320.0, 298.0), &words, Ink::Text.letters(15.0));
    Ok(drawing.finish())
}
