//! The chapter's worked examples.

mod digit;
mod layer;
mod size;
mod sliding;

pub use digit::{Moving, SHOWN, WhichDigit, digit, feature_maps, moving};
pub use layer::{Depth, Parameters, depth, parameters};
pub use size::{
    Border, Reach, Sizes, StridePadding, border, reach, sizes, stride_padding,
};
pub use sliding::{Ramp, Sequences, Sliding, notebook_image, ramp, sequences, sliding};
