//! The weights of a dense layer over a row of pixels, and what is left of them in a kernel.

use convolution::book::worked::FromDense;
use convolution::output_len;
use plate::{Cells, Drawing, Ink, Tint};
use show::InputValues;
use show::number::whole;
use weights::small_normal;

/// The weights that all neurons share, as they are shaded.
const SHARED: [f64; 4] = [-0.14, 0.05, 0.13, -0.07];

/// Three matrices of weights, a row for each neuron and a column for each pixel: every weight its own,
/// only those of the neuron's own window, and the same few for every neuron.
///
/// # Errors
/// As [`output_len`].
pub fn from_dense(row: &FromDense) -> show::Result<String> {
    row.check()?;
    let [n, k] = [row.n, row.k].map(whole);
    let neurons = output_len(n, k, 1, 0)?;
    let chance = small_normal(neurons * n, 3)?;
    let desc = format!(
        "Three tables of weights with {neurons} rows, one for each neuron, and {n} columns, one for \
         each pixel. In the first all {} weights differ. In the second each row has {k} weights, one \
         place further to the right than the row above: {}. In the third these are the same {k} in \
         each row.",
        neurons * n,
        neurons * k
    );
    let title = "From a dense layer to a kernel";
    let mut drawing = Drawing::new("from-dense", (600, 262), title, &desc);
    let side = (174.0 / n as f64).min(30.0);
    let panels = [
        ("dense: reads all pixels", neurons * n, "weights"),
        ("local: reads its window", neurons * k, "weights"),
        ("shared: a kernel", k, "weights, used again"),
    ];
    for (panel, (name, count, unit)) in panels.into_iter().enumerate() {
        let middle = 110.0 + 196.0 * panel as f64;
        let width = side * n as f64;
        let height = side * neurons as f64;
        let corner = (middle - width / 2.0, 138.0 - height / 2.0);
        let cells = Cells::new(corner, (neurons, n), side);
        let reads = |neuron: usize, pixel: usize| {
            panel == 0 || (neuron..neuron + k).contains(&pixel)
        };
        // In the third panel a weight is that of its place in the window.
        let weight = |neuron: usize, pixel: usize| match panel {
            2 => SHARED[pixel - neuron],
            _ => chance[neuron * n + pixel],
        };
        drawing.shades(&cells, |r, c| match reads(r, c) {
            true => Tint::signed(weight(r, c), 0.15).times(1.4),
            false => Ink::Paper.into(),
        });
        drawing.lattice(&cells, Ink::Muted.pen(0.8));
        if panel == 2 {
            let named = |r: usize, c: usize| match reads(r, c) {
                true => format!("$w_{}$", c - r + 1),
                false => String::new(),
            };
            let size = (0.55 * side).clamp(12.0, 15.0);
            drawing.entries(&cells, named, Ink::Text.letters(size));
        }
        drawing.text((middle, 22.0), name, Ink::Text.letters(14.0));
        drawing.text((middle, 44.0), "pixels →", Ink::Muted.letters(12.0));
        let words = format!("{count} {unit}");
        drawing.text((middle, 240.0), &words, Ink::Text.letters(14.0).bold());
    }
    let letters = Ink::Muted.letters(12.0).turned();
    drawing.text((9.0, 138.0), "← neurons", letters);
    Ok(drawing.finish())
}
