//! What stands on the way from the image to the last maps.

use convolution::Convolution;
use digits::network::{Maps, POOLING};
use digits::origin::{Term, patch, pool, terms};
use digits::{Network, Pass};
use ndarray::Array3;
use show::number::fixed;

/// A place in the maps of a layer: the map, the row, the column.
pub type Place = (usize, usize, usize);

/// The image, or the maps of a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    Image,
    Convolved(Which),
    Rectified(Which),
    Pooled(Which),
}

/// Which of the network's two convolutions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    First,
    Second,
}

use Layer::{Convolved, Image, Pooled, Rectified};
use Which::{First, Second};

impl Which {
    fn maps(self, pass: &Pass) -> &Maps {
        match self {
            First => &pass.first,
            Second => &pass.second,
        }
    }

    fn layer(self, network: &Network) -> &Convolution {
        match self {
            First => &network.first,
            Second => &network.second,
        }
    }

    /// What the convolution reads.
    fn below(self) -> Layer {
        match self {
            First => Image,
            Second => Pooled(First),
        }
    }
}

impl Layer {
    /// All of them, from the image on.
    pub const ALL: [Self; 7] = [
        Image,
        Convolved(First),
        Rectified(First),
        Pooled(First),
        Convolved(Second),
        Rectified(Second),
        Pooled(Second),
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Image => "what the network sees",
            Convolved(First) => "first convolution",
            Convolved(Second) => "second convolution",
            Rectified(_) => "ReLU",
            Pooled(_) => "max pooling",
        }
    }

    /// What comes out of it.
    pub fn after(self, pass: &Pass) -> &Array3<f64> {
        match self {
            Image => &pass.image,
            Convolved(which) => &which.maps(pass).z,
            Rectified(which) => &which.maps(pass).y,
            Pooled(which) => &which.maps(pass).pooled.values,
        }
    }
}

impl Layer {
    /// The patch below it that a pixel comes from: which map, its rows and its columns. Where it comes from
    /// all maps, their number takes the place of the map.
    pub fn patch(
        self,
        network: &Network,
        pass: &Pass,
        place: Place,
    ) -> Option<(usize, [Range; 2])> {
        let (map, row, column) = place;
        self.after(pass).get(place)?;
        Some(match self {
            Image => return None,
            Convolved(which) => {
                let (layer, (channels, height, width)) =
                    (which.layer(network), which.below().after(pass).dim());
                let (_, _, k, l) = layer.kernels.dim();
                let (s, p) = (layer.stride, layer.padding);
                (
                    channels,
                    [patch(row, k, s, p, height), patch(column, l, s, p, width)],
                )
            }
            Rectified(_) => (map, [row..row + 1, column..column + 1]),
            Pooled(which) => {
                let (_, height, width) = which.maps(pass).y.dim();
                let (k, s) = (POOLING.size, POOLING.stride);
                (
                    map,
                    [patch(row, k, s, 0, height), patch(column, k, s, 0, width)],
                )
            }
        })
    }

    /// Where a pixel comes from, in a sentence; `None` where there is no such pixel.
    pub fn origin(
        self,
        network: &Network,
        pass: &Pass,
        place: Place,
    ) -> Option<String> {
        let value = short(*self.after(pass).get(place)?);
        Some(match self {
            Image => return None,
            Convolved(which) => {
                let layer = which.layer(network);
                let terms = terms(layer, which.below().after(pass), place)?;
                let bias = short(*layer.bias.get(place.0)?);
                format!("{} + {bias} = {value}", sum(&terms))
            }
            Rectified(which) => {
                format!("max(0, {}) = {value}", short(which.maps(pass).z[place]))
            }
            Pooled(which) => {
                let window = pool(&which.maps(pass).y, POOLING, place)?;
                let window: Vec<String> = window.into_iter().map(short).collect();
                format!("max({}) = {value}", window.join(", "))
            }
        })
    }
}

/// The products, written out: of one map each of them, of several the sum of each map's.
fn sum(terms: &[Vec<Term>]) -> String {
    if let [only] = terms {
        let inked: Vec<_> = only.iter().filter(|term| term.x != 0.0).collect();
        let products = inked
            .iter()
            .map(|term| format!("{} · {}", short(term.w), short(term.x)));
        let products: Vec<_> = products.collect();
        return match only.len() - inked.len() {
            0 => products.join(" + "),
            _ if inked.is_empty() => "0, as all pixels are blank,".to_string(),
            blank => format!(
                "{} (and {blank} times 0, as so many pixels are blank)",
                products.join(" + ")
            ),
        };
    }
    let sums = terms.iter().map(|of| {
        let sum = of.iter().fold(0.0, |sum, term| sum + term.w * term.x);
        short(sum)
    });
    let sums: Vec<_> = sums.collect();
    let (maps, products) = (terms.len(), terms.first().map_or(0, Vec::len));
    format!(
        "{products} products with each of the {maps} maps below, and the bias: {}",
        sums.join(" + ")
    )
}

/// A number in a sentence: two decimals; in brackets below zero.
fn short(x: f64) -> String {
    match fixed(x, 2) {
        text if x < 0.0 => format!("({text})"),
        text => text,
    }
}

/// Rows or columns, from the first to the one after the last.
type Range = std::ops::Range<usize>;
