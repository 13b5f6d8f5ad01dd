//! A drawing: strokes of a pen.

use digits::Error;

/// Strokes of a pen. Each is a run of places (x to the right, y down), joined by straight lines; a
/// single place is a dot. The unit is any: a screen's pixel, a millimetre.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// The strokes, each with its places in the order in which they were drawn.
    pub strokes: Vec<Vec<[f64; 2]>>,
}

/// A straight piece of a stroke, from one place to another; of a dot, from a place to itself.
pub type Line = ([f64; 2], [f64; 2]);

/// The smallest rectangle around some places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Its left and its top edge.
    pub low: [f64; 2],
    /// Its right and its bottom edge.
    pub high: [f64; 2],
}

impl Bounds {
    /// The longer one of its sides.
    pub fn longer_side(&self) -> f64 {
        (self.high[0] - self.low[0]).max(self.high[1] - self.low[1])
    }

    /// The place in its middle.
    pub fn middle(&self) -> [f64; 2] {
        [0, 1].map(|i| (self.low[i] + self.high[i]) / 2.0)
    }
}

impl Drawing {
    /// Around all places, or `None` where there is none.
    ///
    /// # Errors
    /// [`Error::Place`] for a place that is no finite number, or is beyond [`Error::FARTHEST`].
    pub fn bounds(&self) -> Result<Option<Bounds>, Error> {
        let mut bounds: Option<Bounds> = None;
        for &place in self.strokes.iter().flatten() {
            if !place.iter().all(|x| x.abs() <= Error::FARTHEST) {
                return Err(Error::Place { place });
            }
            let Bounds { low, high } = bounds.unwrap_or(Bounds {
                low: place,
                high: place,
            });
            bounds = Some(Bounds {
                low: [0, 1].map(|i| low[i].min(place[i])),
                high: [0, 1].map(|i| high[i].max(place[i])),
            });
        }
        Ok(bounds)
    }

    /// All straight pieces, after each place has been moved by `place`.
    pub fn lines(&self, place: impl Fn([f64; 2]) -> [f64; 2]) -> Vec<Line> {
        let mut lines = Vec::new();
        for stroke in &self.strokes {
            if let [only] = stroke[..] {
                lines.push((place(only), place(only)));
            }
            let pairs = stroke.iter().zip(stroke.iter().skip(1));
            lines.extend(pairs.map(|(from, to)| (place(*from), place(*to))));
        }
        lines
    }
}
