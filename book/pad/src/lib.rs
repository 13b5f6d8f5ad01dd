//! The pad: the chapter *Digits*, compiled to WebAssembly for whoever writes on its page.
//!
//! [`Pad`] holds a drawing, has the chapter clean it and the network read it, and hands out what each layer
//! computes; [`Lesson`] is a network that learns. `book/theme/pad.js` calls both.

mod layer;
mod lesson;
mod weights;

pub use lesson::Lesson;
pub use weights::bytes;

use activations::softmax;
use digits::no_digit::{DRAWINGS, PAD_SIDE, drawing};
use digits::{Dataset, Drawing, Network, Pass, SIDE, clean};
use layer::Layer;
use ndarray::{Array3, Axis};
use show::number::fixed;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// A drawing, and the network that reads it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Pad {
    side: f64,
    network: Network,
    drawing: Drawing,
    /// A digit of the book, or what is none, in the place of the drawing.
    taken: Option<usize>,
    /// What the network makes of it.
    pass: Option<Pass>,
    /// What it makes of an empty image.
    blank: Pass,
}

#[wasm_bindgen]
impl Pad {
    /// An empty pad of `side` pixels, and the network of these weights: 32-bit floats, the lowest byte
    /// first.
    ///
    /// # Errors
    /// Weights of another network.
    #[wasm_bindgen(constructor)]
    pub fn new(side: f64, weights: &[u8]) -> Result<Self, String> {
        let network = weights::network(weights)?;
        let image = Array3::zeros((1, SIDE, SIDE));
        Ok(Self {
            side,
            blank: network.forward(&image).map_err(refused)?,
            network,
            drawing: Drawing::default(),
            taken: None,
            pass: None,
        })
    }

    /// Takes other weights.
    ///
    /// # Errors
    /// Weights of another network.
    pub fn learn(&mut self, weights: &[u8]) -> Result<(), String> {
        self.network = weights::network(weights)?;
        Ok(())
    }

    /// Puts the pen of a stroke down, or moves it on. Strokes are counted from 0.
    pub fn touch(&mut self, stroke: usize, x: f64, y: f64) {
        self.taken = None;
        let strokes = &mut self.drawing.strokes;
        if stroke >= strokes.len() {
            strokes.push(Vec::new());
        }
        if let Some(stroke) = strokes.get_mut(stroke) {
            stroke.push([x, y]);
        }
    }

    /// Leaves the pad empty.
    pub fn clear(&mut self) {
        self.drawing = Drawing::default();
        self.taken = None;
    }

    /// What there is to take that is no digit, a line each.
    pub fn no_digits(&self) -> String {
        DRAWINGS.map(|(name, _)| name).join("\n")
    }

    /// Takes a digit of the book in the place of the drawing; after these come the [`no_digits`](Self::no_digits).
    pub fn take(&mut self, digit: usize) {
        self.clear();
        self.taken = Some(digit);
    }

    /// Cleans the drawing and asks the network; whether there is anything to see.
    ///
    /// # Errors
    /// A place that is no number.
    pub fn look(&mut self) -> Result<bool, String> {
        let cleaned = |drawing: &Drawing, side| {
            let image = clean(drawing, side).map_err(refused)?;
            Ok::<_, String>(image.map(|image| image.insert_axis(Axis(0))))
        };
        let image = match self.taken {
            None => cleaned(&self.drawing, self.side)?,
            Some(taken) => {
                let digits = Dataset::from_records(data::BYTES).map_err(refused)?;
                match digits.samples().get(taken) {
                    Some(digit) => Some(digit.image()),
                    None => cleaned(
                        &drawing(taken - digits.len()).unwrap_or_default(),
                        PAD_SIDE,
                    )?,
                }
            }
        };
        let pass = image.map(|image| self.network.forward(&image));
        self.pass = pass.transpose().map_err(refused)?;
        Ok(self.pass.is_some())
    }

    /// The probability of each label, or nothing where there is nothing to see.
    pub fn probabilities(&self) -> Vec<f64> {
        let logits = self.pass.as_ref().map(|pass| pass.logits().to_vec());
        logits.and_then(|z| softmax(&z).ok()).unwrap_or_default()
    }

    /// The probability of a label in percent, written out; nothing where there is nothing to see.
    pub fn percent(&self, label: usize) -> String {
        let percent = |p: &f64| format!("{} %", fixed(100.0 * p, 1));
        self.probabilities()
            .get(label)
            .map_or_else(String::new, percent)
    }

    /// What there is after a layer, all maps one after the other, row by row: blank where there is nothing
    /// to see.
    pub fn maps(&self, layer: usize) -> Vec<f64> {
        let maps = |layer: &Layer| layer.after(self.shown()).iter().copied().collect();
        Layer::ALL.get(layer).map_or_else(Vec::new, maps)
    }

    /// What a layer is called.
    pub fn name(&self, layer: usize) -> String {
        let name = Layer::ALL.get(layer).map(|layer| layer.name());
        name.unwrap_or_default().to_string()
    }

    /// How many maps a layer has, of how many rows and columns.
    pub fn shape(&self, layer: usize) -> Vec<usize> {
        let shape = Layer::ALL
            .get(layer)
            .map(|layer| layer.after(self.shown()).dim());
        shape.map_or_else(Vec::new, |(maps, rows, columns)| vec![maps, rows, columns])
    }

    /// Where a pixel of a layer's map comes from, written out.
    pub fn origin(
        &self,
        layer: usize,
        map: usize,
        row: usize,
        column: usize,
    ) -> String {
        let place = (map, row, column);
        let layer = Layer::ALL.get(layer);
        let origin =
            layer.and_then(|layer| layer.origin(&self.network, self.shown(), place));
        origin.unwrap_or_default()
    }

    /// The patch below it that it comes from: its map (or how many there are, for all of them), its top,
    /// left, bottom and right.
    pub fn patch(
        &self,
        layer: usize,
        map: usize,
        row: usize,
        column: usize,
    ) -> Vec<usize> {
        let place = (map, row, column);
        let layer = Layer::ALL.get(layer);
        let patch =
            layer.and_then(|layer| layer.patch(&self.network, self.shown(), place));
        patch.map_or_else(Vec::new, |(map, [rows, columns])| {
            vec![map, rows.start, columns.start, rows.end, columns.end]
        })
    }

    /// The pass whose maps are shown.
    fn shown(&self) -> &Pass {
        self.pass.as_ref().unwrap_or(&self.blank)
    }
}

/// An error as the page shows it. Nothing that the page hands over is refused, and the chapters' own
/// messages would be a tenth of the program.
fn refused(_: digits::Error) -> String {
    "the network refuses what it should take".to_string()
}
