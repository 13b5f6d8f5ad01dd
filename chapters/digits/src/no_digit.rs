//! Drawings that are no digits, and what a network takes them for.

use digits::{Drawing, Error, LABELS, Network, clean, cross_entropy};
use ndarray::{Array2, Axis};

/// The side of the pad that these are drawn on.
pub const PAD_SIDE: f64 = 100.0;

/// Strokes of a pen, from place to place.
type Strokes = &'static [&'static [[f64; 2]]];

/// Drawings that are no digits, and what they are.
pub const DRAWINGS: [(&str, Strokes); 5] = [
    (
        "a house",
        &[
            &[
                [20.0, 80.0],
                [20.0, 45.0],
                [50.0, 20.0],
                [80.0, 45.0],
                [80.0, 80.0],
                [20.0, 80.0],
            ],
            &[[43.0, 80.0], [43.0, 60.0], [58.0, 60.0], [58.0, 80.0]],
        ],
    ),
    (
        "a star",
        &[&[
            [50.0, 15.0],
            [70.0, 80.0],
            [15.0, 40.0],
            [85.0, 40.0],
            [30.0, 80.0],
            [50.0, 15.0],
        ]],
    ),
    (
        "a letter A",
        &[
            &[[25.0, 85.0], [50.0, 15.0], [75.0, 85.0]],
            &[[36.0, 58.0], [64.0, 58.0]],
        ],
    ),
    ("a tick", &[&[[20.0, 55.0], [40.0, 78.0], [80.0, 22.0]]]),
    (
        "a cross",
        &[&[[22.0, 22.0], [78.0, 78.0]], &[[78.0, 22.0], [22.0, 78.0]]],
    ),
];

/// One of [`DRAWINGS`]; none beyond the last.
pub fn drawing(which: usize) -> Option<Drawing> {
    let (_, strokes) = DRAWINGS.get(which)?;
    let strokes = strokes.iter().map(|stroke| stroke.to_vec()).collect();
    Some(Drawing { strokes })
}

/// What a network makes of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// What it is.
    pub name: &'static str,
    /// The cleaned image: 28×28.
    pub image: Array2<f64>,
    /// The digit that the network takes it for.
    pub predicted: usize,
    /// How sure it is, from 0 to 1.
    pub p: f64,
    /// How far the largest logit is ahead of the next.
    pub lead: f64,
}

/// What the `network` takes each of [`DRAWINGS`] for.
///
/// # Errors
/// As [`Network::forward`].
pub fn taken(network: &Network) -> Result<Vec<Taken>, Error> {
    let mut all = Vec::new();
    for (which, (name, _)) in DRAWINGS.iter().enumerate() {
        let drawing = drawing(which).unwrap_or_default();
        let image = clean(&drawing, PAD_SIDE)?.unwrap_or_default();
        let pass = network.forward(&image.clone().insert_axis(Axis(0)))?;
        let mut ranked: Vec<usize> = (0..LABELS).collect();
        let z = pass.logits();
        ranked.sort_by(|&a, &b| z[b].total_cmp(&z[a]));
        all.push(Taken {
            name,
            image,
            predicted: ranked[0],
            p: cross_entropy(z, ranked[0] as u8)?.p[ranked[0]],
            lead: z[ranked[0]] - z[ranked[1]],
        });
    }
    Ok(all)
}
