//! The chapter's worked examples.

mod digit;
mod kinds;
mod layer;
mod learn;
mod moving;
mod ramp;
mod reach;
mod size;
mod sliding;

pub use digit::{SHOWN, WhichDigit, digit, feature_maps};
pub use kinds::{Groups, OneByOne, Volume, groups, one_by_one, volume};
pub use layer::{Depth, Parameters, depth, parameters};
pub use learn::{FromDense, Learn, Lesson, SOON, from_dense, learn};
pub use moving::{Moving, Overlap, moving, overlap};
pub use ramp::{Ramp, Sequences, ramp, sequences};
pub use reach::{Dilation, Reach, dilation, reach};
pub use size::{Border, Sizes, StridePadding, border, sizes, stride_padding};
pub use sliding::{Sliding, Window, notebook_image, sliding, stroke, window};
