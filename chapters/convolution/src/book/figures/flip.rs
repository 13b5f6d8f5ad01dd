//! A kernel that slides as it is, and one that is turned round first.

use convolution::book::worked::Sequences;
use convolution::{convolve_sequences, cross_correlate};
use ndarray::arr2;
use plate::{Cells, Drawing, Ink, Tint};
use show::number::short;

/// Px along one side of a cell.
const SIDE: f64 = 34.0;

/// A sequence, and below it a kernel of two at each place: on the left as it is, on the right turned
/// round, where it may reach into the zeros before and after the sequence.
///
/// # Errors
/// None: the shapes fit.
pub fn flip(s: &Sequences) -> show::Result<String> {
    let (f, g) = ([s.f0, s.f1, s.f2], [s.g0, s.g1]);
    let slid = cross_correlate(&arr2(&[f]), &arr2(&[g]), 1, 0)?;
    let convolved = convolve_sequences(&f, &g);
    let list = |values: &[f64]| {
        let words: Vec<String> = values.iter().map(|x| short(*x, 2)).collect();
        words.join(", ")
    };
    let all: Vec<f64> = slid.iter().copied().collect();
    let desc = format!(
        "The sequence {} with the kernel {} below it. Slid as it is, it gives {}; turned round first, \
         {}.",
        list(&f),
        list(&g),
        list(&all),
        list(&convolved)
    );
    let title = "Cross-correlation and convolution";
    let mut drawing = Drawing::new("flip", (600, 300), title, &desc);
    // The left half starts at window 1, so that equal windows stand beside each other.
    side(
        &mut drawing,
        26.0,
        ("cross-correlation", "the kernel as it is"),
        &f,
        g,
        1,
        &all,
    );
    let turned = [g[1], g[0]];
    let names = ("convolution", "the kernel turned round");
    side(&mut drawing, 320.0, names, &f, turned, 0, &convolved);
    Ok(drawing.finish())
}

/// One half of the figure: the sequence between two zeros, and the kernel at each window from `first`.
fn side(
    drawing: &mut Drawing,
    left: f64,
    (name, about): (&str, &str),
    f: &[f64],
    kernel: [f64; 2],
    first: usize,
    answers: &[f64],
) {
    let middle = left + 2.5 * SIDE;
    drawing.text((middle, 20.0), name, Ink::Text.letters(15.0).bold());
    drawing.text((middle, 42.0), about, Ink::Muted.letters(13.0));
    let zeros = Cells::new((left, 62.0), (1, f.len() + 2), SIDE);
    drawing.lattice(&zeros, Ink::Muted.pen(0.8).dashed());
    let cells = Cells::new((left + SIDE, 62.0), (1, f.len()), SIDE);
    drawing.rect(cells.corner, cells.size(), Ink::Paper);
    drawing.lattice(&cells, Ink::Text.pen(1.4));
    drawing.entries(&cells, |_, c| short(f[c], 2), Ink::Text);
    for place in [0, f.len() + 1] {
        drawing.text(zeros.centre(0, place), "0", Ink::Muted);
    }
    for (window, answer) in (first..).zip(answers) {
        let top = 116.0 + 45.0 * window as f64;
        let cells = Cells::new((left + SIDE * window as f64, top), (1, 2), SIDE);
        drawing.shades(&cells, |_, c| Tint::signed(kernel[c], 2.0));
        drawing.lattice(&cells, Ink::Green.pen(2.0));
        drawing.entries(&cells, |_, c| short(kernel[c], 2), Ink::Text);
        let at = (left + 5.0 * SIDE + 14.0, top + SIDE / 2.0);
        let words = format!("→ {}", short(*answer, 2));
        drawing.text(at, &words, Ink::Text.letters(17.0).start());
    }
}
