//! A neuron that looks at nine pixels.

use neurons::book::worked::{Patch, Puzzle};
use neurons::sigmoid;
use plate::{Cells, Drawing, Ink, Point, Tint};
use show::number::{fixed, short};

/// Ink on paper, three pixels by three.
fn pixels(drawing: &mut Drawing, cells: &Cells, x: &[f64; 9]) {
    drawing.shades(cells, |row, column| {
        Tint::ramp(Ink::Text, x[3 * row + column], 1.0).times(0.85)
    });
    drawing.lattice(cells, Ink::Muted.pen(1.2));
}

/// Numbers in nine cells, shaded by sign and size.
fn numbers(drawing: &mut Drawing, cells: &Cells, values: &[f64], largest: f64) {
    drawing.shades(cells, |row, column| {
        Tint::signed(values[3 * row + column], largest)
    });
    drawing.lattice(cells, Ink::Muted.pen(1.2));
    let letters = Ink::Text.letters(15.0);
    drawing.entries(
        cells,
        |row, column| short(values[3 * row + column], 1),
        letters,
    );
}

/// Which pixels have ink, in words.
fn in_words(x: &[f64; 9]) -> String {
    let rows: Vec<String> = x
        .chunks(3)
        .map(|row| {
            let row = row.iter().map(|x| if *x > 0.0 { "ink" } else { "blank" });
            row.collect::<Vec<_>>().join(", ")
        })
        .collect();
    rows.join("; ")
}

/// The pixels, the weights, the products, their sum with the bias, and the output.
///
/// # Errors
/// None: the shapes fit.
pub fn patch(patch: &Patch) -> show::Result<String> {
    let (x, neuron, products) = (patch.x(), patch.neuron(), patch.products());
    let z = neuron.z(&x)?;
    let y = sigmoid(z);
    let desc = format!(
        "Three pixels by three, row by row: {}. Each is multiplied by its weight, {} in the middle \
         column and {} beside it; the products and the bias {} add up to {}, and the output is {}.",
        in_words(&x),
        short(patch.middle, 1),
        short(patch.beside, 1),
        short(patch.b, 1),
        short(z, 1),
        fixed(y, 4),
    );
    let title = "A neuron that looks for an upright stroke";
    let mut drawing = Drawing::new("patch-neuron", (660, 196), title, &desc);
    let (top, middle) = (48.0, 108.0);
    let grid = |left| Cells::new((left, top), (3, 3), 40.0);
    let [ink, weights, answers] = [8.0, 160.0, 312.0].map(grid);
    pixels(&mut drawing, &ink, &x);
    numbers(&mut drawing, &weights, &neuron.weights, 4.0);
    numbers(&mut drawing, &answers, &products, 4.0);
    for (cells, words) in [
        (&ink, "pixels"),
        (&weights, "weights"),
        (&answers, "products"),
    ] {
        let above = (cells.middle().0, top - 12.0);
        drawing.text(above, words, Ink::Muted.letters(14.0).above());
    }
    for (at, sign) in [(144.0, "×"), (296.0, "=")] {
        drawing.text((at, middle), sign, Ink::Text.letters(20.0));
    }
    let (sum, squeeze) = ((494.0, middle), (580.0, middle));
    drawing.edge(((432.0, middle), 0.0), (sum, 21.0), Ink::Text.pen(1.8));
    drawing.edge(((sum.0, 44.0), 0.0), (sum, 21.0), Ink::Text.pen(1.8));
    let bias = format!("bias {}", short(patch.b, 1));
    drawing.text((sum.0, 32.0), &bias, Ink::Text.letters(15.0));
    drawing.node(sum, 21.0, "$Σ$", Ink::Blue);
    drawing.edge((sum, 21.0), (squeeze, 21.0), Ink::Text.pen(1.8));
    drawing.node(squeeze, 21.0, "$σ$", Ink::Blue);
    let below = (sum.0, middle + 40.0);
    let words = format!("$z$ = {}", short(z, 1));
    drawing.text(below, &words, Ink::Text.letters(15.0).bold());
    let below = (squeeze.0 + 4.0, middle + 40.0);
    let words = format!("$y$ = {}", fixed(y, 4));
    drawing.text(below, &words, Ink::Text.letters(15.0).bold());
    let (verdict, ink) = if z > 0.0 {
        ("a stroke", Ink::Blue)
    } else {
        ("no stroke", Ink::Vermilion)
    };
    drawing.text((squeeze.0 + 4.0, middle + 62.0), verdict, ink.letters(15.0));
    Ok(drawing.finish())
}

/// Six patches, and what the neuron makes of each.
///
/// # Errors
/// None: the shapes fit.
pub fn patches() -> show::Result<String> {
    let shown = [
        ("a stroke", [0, 1, 0, 0, 1, 0, 0, 1, 0]),
        ("with a speck", [0, 1, 0, 0, 1, 1, 0, 1, 0]),
        ("with a gap", [0, 1, 0, 0, 0, 0, 0, 1, 0]),
        ("aslant", [0, 0, 1, 0, 1, 0, 1, 0, 0]),
        ("all ink", [1; 9]),
        ("blank", [0; 9]),
    ];
    let neuron = Patch::default().neuron();
    let mut answers = Vec::new();
    for (name, x) in shown {
        let x = x.map(f64::from);
        answers.push((name, x, neuron.z(&x)?));
    }
    let said = answers.iter().map(|(name, _, z)| {
        format!(
            "{name}: z = {}, output {}",
            short(*z, 1),
            fixed(sigmoid(*z), 2)
        )
    });
    let desc = format!(
        "Six patches of nine pixels under the same weights. {}.",
        said.collect::<Vec<_>>().join("; ")
    );
    let title = "One neuron, six patches";
    let mut drawing = Drawing::new("patches", (600, 160), title, &desc);
    for (k, (name, x, z)) in answers.iter().enumerate() {
        let cells = Cells::new((14.0 + 99.0 * k as f64, 28.0), (3, 3), 24.0);
        pixels(&mut drawing, &cells, x);
        let middle = cells.middle().0;
        let letters = Ink::Muted.letters(13.0);
        drawing.text((middle, 14.0), name, letters);
        let words = format!("$z$ = {}", short(*z, 1));
        drawing.text((middle, 118.0), &words, Ink::Text.letters(14.0));
        let ink = if *z > 0.0 { Ink::Blue } else { Ink::Vermilion };
        let words = format!("$y$ = {}", fixed(sigmoid(*z), 2));
        drawing.text((middle, 140.0), &words, ink.letters(14.0).bold());
    }
    Ok(drawing.finish())
}

/// The pixels and the answer, and nothing of what lies between.
///
/// # Errors
/// None: the shapes fit.
pub fn puzzle(puzzle: &Puzzle) -> show::Result<String> {
    let patch = puzzle.patch();
    let x = patch.x();
    let y = patch.neuron().output(&x, sigmoid)?;
    let desc = format!(
        "Three pixels by three, row by row: {}. A neuron looks at them and answers {} on a scale \
         from 0, no, to 1, yes.",
        in_words(&x),
        fixed(y, 2),
    );
    let title = "A neuron and nine pixels";
    let mut drawing = Drawing::new("puzzle", (600, 190), title, &desc);
    let cells = Cells::new((20.0, 20.0), (3, 3), 50.0);
    pixels(&mut drawing, &cells, &x);
    let (middle, neuron) = (cells.middle().1, (292.0, cells.middle().1));
    // A line from each pixel: the neuron sees all of them.
    for row in 0..3 {
        let from: Point = (cells.right() + 4.0, cells.centre(row, 2).1);
        drawing.edge((from, 0.0), (neuron, 28.0), Ink::Muted.pen(1.4));
    }
    drawing.node(neuron, 28.0, "?", Ink::Blue);
    let (left, right) = (396.0, 576.0);
    drawing.edge(
        (neuron, 28.0),
        ((left - 8.0, middle), 0.0),
        Ink::Text.pen(1.8),
    );
    let (size, end) = ((right - left, 26.0), left + y * (right - left));
    let corner = (left, middle - 13.0);
    let ink = if y > 0.5 { Ink::Blue } else { Ink::Vermilion };
    drawing.rect(corner, (end - left, size.1), ink.tint(0.55));
    drawing.rect(corner, size, Ink::Muted.pen(1.4));
    let half = (left + right) / 2.0;
    let (over, under) = (corner.1 - 4.0, corner.1 + size.1 + 4.0);
    drawing.line((half, over), (half, under), Ink::Muted.pen(1.4));
    for (at, words) in [(left, "no: 0"), (half, "0.5"), (right, "1: yes")] {
        let place = (at, under + 8.0);
        drawing.text(place, words, Ink::Muted.letters(13.0).below());
    }
    let answer = format!("answer {}", fixed(y, 2));
    let place = (half, over - 8.0);
    drawing.text(place, &answer, Ink::Text.letters(16.0).bold().above());
    Ok(drawing.finish())
}
