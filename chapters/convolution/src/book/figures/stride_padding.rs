//! What stride and padding read of an image, and what they leave.

use convolution::book::worked::StridePadding;
use convolution::{output_len, reads};
use plate::{Cells, Drawing, Ink, Tint};
use show::InputValues;
use show::number::whole;

/// The image with its padding, and in each pixel how many windows read it.
///
/// # Errors
/// As [`output_len`].
pub fn stride_padding(side: &StridePadding) -> show::Result<String> {
    side.check()?;
    let [n, k, s, p] = [side.n, side.k, side.s, side.p].map(whole);
    let (out, along) = (output_len(n, k, s, p)?, reads(n, k, s, p)?);
    let unread = along.iter().filter(|reads| **reads == 0).count();
    let lost = n * n - (n - unread) * (n - unread);
    let unread_pixels = match lost {
        0 => "Every pixel is read".to_string(),
        1 => format!("1 of {} pixels is never read", n * n),
        _ => format!("{lost} of {} pixels are never read", n * n),
    };
    let desc = format!(
        "An image of {n}×{n} with padding {p} under a kernel of {k}×{k} with stride {s}: \
         {out}×{out} windows. {unread_pixels}."
    );
    let title = "What a kernel reads of an image";
    let mut drawing = Drawing::new("stride-padding", (600, 386), title, &desc);

    // Everything with its padding fits into a square of 340 px.
    let px = (340.0 / (n + 2 * p) as f64).min(56.0);
    let corner = (20.0 + px * p as f64, 24.0 + px * p as f64);
    let cells = Cells::new(corner, (n, n), px);
    let padded = Cells::new((20.0, 24.0), (n + 2 * p, n + 2 * p), px);
    if p > 0 {
        drawing.lattice(&padded, Ink::Muted.pen(0.8).dashed());
        drawing.rect(corner, cells.size(), Ink::Paper);
    }
    let count = |r: usize, c: usize| along[r] * along[c];
    let most = along.iter().max().map_or(1, |most| most * most) as f64;
    drawing.shades(&cells, |r, c| match count(r, c) {
        0 => Ink::Vermilion.tint(0.22),
        reads => Tint::signed(reads as f64, 1.4 * most),
    });
    drawing.lattice(&cells, Ink::Muted.pen(1.0));
    let digits = |r, c| match count(r, c) {
        0 => String::new(),
        reads => reads.to_string(),
    };
    drawing.entries(&cells, digits, Ink::Text.letters((0.5 * px).min(16.0)));
    for (r, c) in (0..n).flat_map(|r| (0..n).map(move |c| (r, c))) {
        if count(r, c) == 0 {
            let ((x, y), arm) = (cells.centre(r, c), 0.22 * px);
            let pen = Ink::Vermilion.pen(1.6);
            drawing.line((x - arm, y - arm), (x + arm, y + arm), pen);
            drawing.line((x - arm, y + arm), (x + arm, y - arm), pen);
        }
    }
    // The first window, and the next one to its right.
    let first = -(p as isize);
    if out > 1 {
        let next = Ink::Green.pen(2.0).dashed();
        drawing.window(&cells, (first, first + s as isize), (k, k), next);
    }
    drawing.window(&cells, (first, first), (k, k), Ink::Green.pen(3.0));

    let words = |drawing: &mut Drawing, line: usize, text: &str, ink: Ink| {
        let at = (392.0, 44.0 + 27.0 * line as f64);
        drawing.text(at, text, ink.letters(14.0).start());
    };
    words(
        &mut drawing,
        0,
        &format!("image {n}×{n}, kernel {k}×{k}"),
        Ink::Text,
    );
    words(
        &mut drawing,
        1,
        &format!("stride {s}, padding {p}"),
        Ink::Text,
    );
    let formula = format!("⌊({n} + 2·{p} − {k}) / {s}⌋ + 1 = {out}");
    words(&mut drawing, 2, &formula, Ink::Text);
    words(&mut drawing, 4, "solid: the first window", Ink::Green);
    if out > 1 {
        words(&mut drawing, 5, "dashed: the next one", Ink::Green);
    }
    words(&mut drawing, 6, "numbers: how many windows", Ink::Muted);
    words(&mut drawing, 7, "read the pixel", Ink::Muted);
    if lost > 0 {
        words(&mut drawing, 8, "crosses: none does", Ink::Vermilion);
        if s > k {
            words(&mut drawing, 9, "(gaps: the stride exceeds", Ink::Vermilion);
            words(&mut drawing, 10, "the kernel)", Ink::Vermilion);
        }
    }
    Ok(drawing.finish())
}
