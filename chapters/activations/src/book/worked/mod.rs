//! The chapter's worked examples.

mod depth;
mod layers;
mod shares;
mod slopes;

pub use depth::{Chain, Quarter, chain_slopes, quarter};
pub use layers::{Bend, Fold, TwoLayers, bend, fold, two_layers};
pub use shares::{Shares, shares};
pub(crate) use slopes::named;
pub use slopes::{AtOutput, Sides, Twins, at_output, sides, twins};
