//! The chapter's figures.

mod convolution;
mod error;
mod graph;
mod layer;
mod neuron;
mod paths;
mod pooling;
mod road;
mod scales;
mod surface;
mod whole_network;

pub use convolution::convolution;
pub use error::error;
pub use layer::layer;
pub use neuron::neuron;
pub use paths::paths;
pub use pooling::pooling;
pub use road::{chain, fork};
pub use scales::scales;
pub use surface::surface;
pub use whole_network::{credit, whole_network};

use show::Figure;

/// All that answer, in the order of the chapter's pages, but those of the page about convolution and
/// pooling.
pub fn figures() -> Vec<Figure> {
    vec![
        Figure::new("chain-graph", chain),
        Figure::new("fork-graph", fork),
        Figure::new("backprop-graph", neuron),
        Figure::new("layer", layer),
        Figure::new("whole-network", whole_network),
        Figure::new("paths", paths),
        Figure::new("xor-surface", surface),
        Figure::new("gradient-error", error),
    ]
}

/// Those of the page about convolution and pooling.
pub fn of_windows() -> Vec<Figure> {
    vec![
        Figure::new("convolution-backward", convolution),
        Figure::new("pooling-backward", pooling),
    ]
}
