//! A neuron that looks at nine pixels.

use neurons::{Neuron, sigmoid};
use show::Outputs;

show::inputs! {
    /// A neuron that looks at nine pixels for an upright stroke: 1 is ink, 0 is blank.
    pub struct Patch = "patch" {
        /// top left pixel
        x1 = 0.0 in 0.0..=1.0 by 1.0,
        /// top pixel
        x2 = 1.0 in 0.0..=1.0 by 1.0,
        /// top right pixel
        x3 = 0.0 in 0.0..=1.0 by 1.0,
        /// left pixel
        x4 = 0.0 in 0.0..=1.0 by 1.0,
        /// middle pixel
        x5 = 1.0 in 0.0..=1.0 by 1.0,
        /// right pixel
        x6 = 1.0 in 0.0..=1.0 by 1.0,
        /// bottom left pixel
        x7 = 0.0 in 0.0..=1.0 by 1.0,
        /// bottom pixel
        x8 = 1.0 in 0.0..=1.0 by 1.0,
        /// bottom right pixel
        x9 = 0.0 in 0.0..=1.0 by 1.0,
        /// weight of the middle column
        middle = 2.0 in -4.0..=4.0 by 0.5,
        /// weight of the columns beside it
        beside = -1.0 in -4.0..=4.0 by 0.5,
        /// the bias
        b = -3.0 in -6.0..=6.0 by 0.5,
    }
}

impl Patch {
    /// The pixels, row by row.
    pub fn x(&self) -> [f64; 9] {
        [
            self.x1, self.x2, self.x3, self.x4, self.x5, self.x6, self.x7, self.x8,
            self.x9,
        ]
    }

    /// The neuron: a weight for each pixel, row by row.
    pub fn neuron(&self) -> Neuron {
        let row = [self.beside, self.middle, self.beside];
        Neuron {
            weights: row.repeat(3),
            bias: self.b,
        }
    }

    /// Each pixel times its weight.
    pub fn products(&self) -> Vec<f64> {
        let weights = self.neuron().weights;
        weights.iter().zip(self.x()).map(|(w, x)| x * w).collect()
    }
}

/// The products `p1` … `p9`; what speaks `for` a stroke and what `against` it; `z` and the output
/// `y`; the `odds`, and what ink in the `middle` column, one `beside` it, and the bias
/// multiply them by (`middle_factor`, `beside_factor`, `blank_odds`).
///
/// ```
/// use neurons::book::worked::{Patch, patch};
/// let outputs = patch(&Patch::default()).unwrap();
/// // Three inked pixels in the middle column, one beside it: 3 · 2 − 1 − 3
/// assert_eq!(outputs.get("z"), Some(2.0));
/// assert_eq!(format!("{:.4}", outputs.get("y").unwrap()), "0.8808");
/// ```
///
/// # Errors
/// None: the shapes fit.
pub fn patch(patch: &Patch) -> show::Result<Outputs> {
    let (neuron, products) = (patch.neuron(), patch.products());
    let z = neuron.z(&patch.x())?;
    let sum_of = |keep: fn(f64) -> bool| -> f64 {
        products.iter().copied().filter(|p| keep(*p)).sum()
    };
    Ok(Outputs::new()
        .with("for", sum_of(|p| p > 0.0))
        .with("against", sum_of(|p| p < 0.0))
        .with("z", z)
        .with("y", sigmoid(z))
        .with("odds", libm::exp(z))
        .with("middle_factor", libm::exp(patch.middle))
        .with("beside_factor", libm::exp(patch.beside))
        .with("blank_odds", libm::exp(patch.b))
        .with_each("p", products))
}

show::inputs! {
    /// A neuron that looks at nine pixels: what for?
    pub struct Puzzle = "puzzle" {
        /// top left pixel
        x1 = 0.0 in 0.0..=1.0 by 1.0,
        /// top pixel
        x2 = 0.0 in 0.0..=1.0 by 1.0,
        /// top right pixel
        x3 = 0.0 in 0.0..=1.0 by 1.0,
        /// left pixel
        x4 = 1.0 in 0.0..=1.0 by 1.0,
        /// middle pixel
        x5 = 1.0 in 0.0..=1.0 by 1.0,
        /// right pixel
        x6 = 1.0 in 0.0..=1.0 by 1.0,
        /// bottom left pixel
        x7 = 0.0 in 0.0..=1.0 by 1.0,
        /// bottom pixel
        x8 = 0.0 in 0.0..=1.0 by 1.0,
        /// bottom right pixel
        x9 = 0.0 in 0.0..=1.0 by 1.0,
    }
}

impl Puzzle {
    /// The same pixels under the weights of the chapter.
    pub fn patch(&self) -> Patch {
        Patch {
            x1: self.x1,
            x2: self.x2,
            x3: self.x3,
            x4: self.x4,
            x5: self.x5,
            x6: self.x6,
            x7: self.x7,
            x8: self.x8,
            x9: self.x9,
            ..Patch::default()
        }
    }
}

/// What the neuron answers, `y`.
///
/// # Errors
/// None: the shapes fit.
pub fn puzzle(puzzle: &Puzzle) -> show::Result<Outputs> {
    let patch = puzzle.patch();
    let y = patch.neuron().output(&patch.x(), sigmoid)?;
    Ok(Outputs::new().with("y", y))
}
