//! The trained network reads a digit, and what one of its neurons weighs.

use super::ink::shade;
use digits::SIDE;
use digits::book::worked::{Evidence, Weighed, gathered};
use ndarray::Array3;
use plate::{Cells, Drawing, Ink, Point, Tint, column};
use show::number::fixed;

/// The height in which the layers stand, in px from the top.
const MIDDLE: f64 = 138.0;

/// The box with the evidence: its upper left corner, and its size.
const BOX: (Point, (f64, f64)) = ((8.0, 262.0), (584.0, 162.0));

/// A digit held out, the outputs of each layer, the ten answers, and the products that the neuron of
/// the right answer adds up.
///
/// # Errors
/// Where the trained weights or the digits cannot be read.
pub fn reading() -> show::Result<String> {
    let Evidence {
        sample,
        pass,
        p,
        own,
        rival,
    } = &gathered()?;
    let label = own.label;
    let said = [own, rival].map(|weighed| {
        let (speaks_for, against) = weighed.sides();
        format!(
            "for the neuron of the {} those above zero add up to {}, those below to {}, and with the \
             bias {} that makes {}",
            weighed.label,
            fixed(speaks_for, 1),
            fixed(against, 1),
            fixed(weighed.bias, 2),
            fixed(weighed.z, 1),
        )
    });
    let desc = format!(
        "A handwritten {label}, the outputs of the network's layers as grey squares, and a column of \
         ten neurons, one for each digit. That of the {label} is circled, and below are its {} \
         products that are not zero as bars, the largest first, and under them those of another \
         neuron with the same inputs: {}.",
        own.products.len(),
        said.join("; "),
    );
    let title = "The network reads a digit";
    let mut drawing = Drawing::new("reading-a-digit", (600, 432), title, &desc);

    let image = Cells::new((8.0, MIDDLE - 49.0), (SIDE, SIDE), 3.5);
    drawing.shades(&image, |row, column| {
        // Eight shades are as many as one sees at this size.
        let byte = sample.pixels[row * SIDE + column];
        Tint::ramp(Ink::Text, f64::from(byte / 32), 7.0)
    });
    drawing.rect(image.corner, image.size(), Ink::Muted.pen(1.0));

    let first = maps(&mut drawing, (136.0, 2), &pass.first.pooled.values, 2.7);
    let second = maps(&mut drawing, (248.0, 4), &pass.second.pooled.values, 4.2);
    let rows = [&pass.x[1], &pass.x[2]].map(|x| x.to_vec());
    let hidden = outputs(&mut drawing, (372.0, 8), &rows[0]);
    let last = outputs(&mut drawing, (462.0, 6), &rows[1]);

    let answers = column((550.0, MIDDLE), p.len(), 21.0);
    for (digit, &at) in answers.iter().enumerate() {
        drawing.circle(at, 8.6, (Ink::Paper, Ink::Muted.pen(1.2)));
        drawing.circle(at, 8.6, Ink::Blue.tint(0.5 * p[digit]));
        drawing.text(at, &digit.to_string(), Ink::Text.letters(13.0));
    }
    let chosen = answers[label];
    drawing.circle(chosen, 11.2, Ink::Vermilion.pen(2.4));

    let edges = [image.right(), first, second, hidden, last];
    let starts = [136.0, 248.0, 372.0, 462.0, 536.0];
    for (from, to) in edges.into_iter().zip(starts) {
        drawing.arrow(
            (from + 6.0, MIDDLE),
            (to - 6.0, MIDDLE),
            Ink::Muted.pen(1.4),
        );
    }
    let names = [
        (image.middle().0, "the digit".to_string()),
        (
            (136.0 + first) / 2.0,
            format!("{} maps", pass.first.z.dim().0),
        ),
        (
            (248.0 + second) / 2.0,
            format!("{} maps", pass.second.z.dim().0),
        ),
        ((372.0 + hidden) / 2.0, format!("{} neurons", rows[0].len())),
        ((462.0 + last) / 2.0, format!("{} neurons", rows[1].len())),
        (552.0, "answers".to_string()),
    ];
    for (x, name) in names {
        drawing.text((x, 12.0), &name, Ink::Muted.letters(13.0));
    }
    let (corner, size) = BOX;
    let down = [
        (chosen.0 + 11.2, chosen.1),
        (586.0, chosen.1),
        (586.0, corner.1),
    ];
    drawing.polyline(down, Ink::Vermilion.pen(1.6));
    drawing.rounded(corner, size, 6.0, Ink::Vermilion.pen(1.6));
    let most = own.products.iter().chain(&rival.products);
    let most = most.fold(0.0, |most: f64, product| most.max(product.abs()));
    bars(&mut drawing, own, corner.1 + 70.0, most);
    bars(&mut drawing, rival, corner.1 + 134.0, most);
    Ok(drawing.finish())
}

/// The maps of a layer, so many `in_a_row`; gives how far they reach to the right.
fn maps(
    drawing: &mut Drawing,
    (left, in_a_row): (f64, usize),
    values: &Array3<f64>,
    side: f64,
) -> f64 {
    let (channels, height, width) = values.dim();
    let most = values.fold(0.0, |most: f64, value| most.max(*value));
    let gap = 5.0;
    let (w, h) = (width as f64 * side + gap, height as f64 * side + gap);
    let rows = channels.div_ceil(in_a_row);
    let top = MIDDLE - (rows as f64 * h - gap) / 2.0;
    for (k, map) in values.outer_iter().enumerate() {
        let (row, column) = ((k / in_a_row) as f64, (k % in_a_row) as f64);
        let cells =
            Cells::new((left + column * w, top + row * h), (height, width), side);
        drawing.shades(&cells, |r, c| shade(Ink::Text, map[[r, c]] / most));
        drawing.rect(cells.corner, cells.size(), Ink::Grid.pen(1.0));
    }
    left + in_a_row as f64 * w - gap
}

/// The outputs of a layer's neurons, a square for each, so many `in_a_row`; gives how far they reach to
/// the right.
fn outputs(
    drawing: &mut Drawing,
    (left, in_a_row): (f64, usize),
    values: &[f64],
) -> f64 {
    let most = values.iter().fold(0.0, |most: f64, value| most.max(*value));
    let rows = values.len().div_ceil(in_a_row);
    let top = MIDDLE - rows as f64 * 4.0;
    let cells = Cells::new((left, top), (rows, in_a_row), 8.0);
    drawing.shades(&cells, |row, column| {
        let value = values.get(row * in_a_row + column).copied();
        shade(Ink::Text, value.unwrap_or(0.0) / most)
    });
    drawing.lattice(&cells, Ink::Grid.pen(1.0));
    cells.right()
}

/// The products of a neuron side by side about the height `zero`, and what they add up to; the height
/// of a bar is in proportion to `most`.
fn bars(drawing: &mut Drawing, weighed: &Weighed, zero: f64, most: f64) {
    let ((left, _), (width, _)) = BOX;
    let (from, to) = (left + 186.0, left + width - 14.0);
    let step = (to - from) / weighed.products.len() as f64;
    for (k, product) in weighed.products.iter().enumerate() {
        let x = from + step * k as f64 + 1.0;
        let height = 50.0 * product.abs() / most;
        let (y, ink) = match *product < 0.0 {
            true => (zero, Ink::Vermilion),
            false => (zero - height, Ink::Blue),
        };
        drawing.rect((x, y), (step - 2.0, height), ink);
    }
    drawing.line((from, zero), (to, zero), Ink::Text.pen(1.0));
    let (speaks_for, against) = weighed.sides();
    let x = left + 14.0;
    let name = format!("the neuron of {}", weighed.label);
    drawing.text(
        (x, zero - 34.0),
        &name,
        Ink::Text.letters(14.0).bold().start(),
    );
    let words = format!("for {}: {}", weighed.label, fixed(speaks_for, 1));
    drawing.text((x, zero - 16.0), &words, Ink::Blue.letters(13.0).start());
    let words = format!("against: {}", fixed(against, 1));
    let place = (x + 78.0, zero - 16.0);
    drawing.text(place, &words, Ink::Vermilion.letters(13.0).start());
    let words = format!(
        "with the bias {}: $z$ = {}",
        fixed(weighed.bias, 2),
        fixed(weighed.z, 1)
    );
    drawing.text((x, zero + 2.0), &words, Ink::Text.letters(13.0).start());
}
