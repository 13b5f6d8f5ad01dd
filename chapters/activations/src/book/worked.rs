//! The chapter's worked examples.

mod curve;
mod depth;
mod derivatives;
mod layers;
mod shares;

pub use curve::{Beyond, Follow, Heights, beyond, follow, heights, root, root_errors};
pub use depth::{
    Chain, LargeWeight, Quarter, chain_derivatives, large_weight, quarter,
};
pub(crate) use derivatives::named;
pub use derivatives::{
    AtOutput, Sides, Stretched, Twins, at_output, sides, stretched, twins,
};
pub use layers::{Bend, Fold, TwoLayers, bend, fold, two_layers};
pub use shares::{Shares, shares};
