//! The chapter's figures.

mod convolution;
mod error;
mod graph;
mod pooling;
mod surface;

pub use convolution::convolution;
pub use error::error;
pub use graph::graph;
pub use pooling::pooling;
pub use surface::surface;

use show::Figure;

/// All of them, in the order of the chapter's pages.
pub fn figures() -> Vec<Figure> {
    vec![
        Figure::new("backprop-graph", graph),
        Figure::new("xor-surface", surface),
        Figure::new("convolution-backward", convolution),
        Figure::new("pooling-backward", pooling),
        Figure::new("gradient-error", error),
    ]
}
