//! The chapter's worked examples.

mod depth;
mod derivatives;
mod layers;
mod shares;

pub use depth::{Chain, Quarter, chain_derivatives, quarter};
pub(crate) use derivatives::named;
pub use derivatives::{AtOutput, Sides, Twins, at_output, sides, twins};
pub use layers::{Bend, Fold, TwoLayers, bend, fold, two_layers};
pub use shares::{Shares, shares};
