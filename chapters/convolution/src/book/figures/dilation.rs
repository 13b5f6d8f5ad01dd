//! A kernel with gaps, on a corner of its image.

use convolution::book::worked::Dilation;
use convolution::{dilated_len, output_len};
use plate::{Cells, Drawing, Ink};
use show::InputValues;
use show::number::whole;

/// Pixels along a side of what is drawn of the image: the largest kernel fits.
const SHOWN: usize = 10;

/// Where the weights of the first window lie, and how far it reaches.
///
/// # Errors
/// As [`dilated_len`] and [`output_len`].
pub fn dilated(dilation: &Dilation) -> show::Result<String> {
    dilation.check()?;
    let [n, k, d] = [dilation.n, dilation.k, dilation.d].map(whole);
    let reach = dilated_len(k, d)?;
    let out = output_len(n, reach, 1, 0)?;
    let desc = format!(
        "The first window of a kernel of {k}×{k} with dilation {d}: its {} weights lie {d} px apart and \
         reach over {reach}×{reach} pixels. On an image of {n}×{n} the map has {out}×{out} values.",
        k * k
    );
    let title = "A kernel with gaps";
    let mut drawing = Drawing::new("dilation", (600, 296), title, &desc);
    let cells = Cells::new((24.0, 18.0), (SHOWN, SHOWN), 26.0);
    let weighs = |r: usize, c: usize| {
        r < reach && c < reach && r.is_multiple_of(d) && c.is_multiple_of(d)
    };
    drawing.shades(&cells, |r, c| match weighs(r, c) {
        true => Ink::Blue.tint(0.3),
        false => Ink::Paper.into(),
    });
    drawing.lattice(&cells, Ink::Muted.pen(0.8));
    let weight = |r: usize, c: usize| match weighs(r, c) {
        true => "$w$".to_string(),
        false => String::new(),
    };
    drawing.entries(&cells, weight, Ink::Text);
    drawing.window(&cells, (0, 0), (reach, reach), Ink::Green.pen(3.0));
    for (line, (words, ink)) in [
        (format!("kernel {k}×{k}, dilation {d}"), Ink::Text),
        (format!("{} weights", k * k), Ink::Blue),
        (format!("reach {d} · ({k} − 1) + 1 = {reach}"), Ink::Green),
        (String::new(), Ink::Text),
        (format!("image {n}×{n}"), Ink::Text),
        (format!("map {n} − {reach} + 1 = {out}"), Ink::Text),
        ("(drawn: one corner)".to_string(), Ink::Muted),
    ]
    .iter()
    .enumerate()
    {
        let at = (330.0, 62.0 + 27.0 * line as f64);
        drawing.text(at, words, ink.letters(15.0).start());
    }
    Ok(drawing.finish())
}
