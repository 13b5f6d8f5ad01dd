//! The chapter's worked examples.

mod after;
mod at_rest;
mod digit_pooled;
mod invariance;
mod windows;

pub use after::{AfterPooling, after_pooling};
pub use at_rest::{AtRest, Moved};
pub use digit_pooled::{DigitPooled, darkest_difference, digit_pooled};
pub use invariance::{Invariance, compared, invariance};
pub use windows::{
    Four, PooledRamp, Windows, notebook_image, one_window, pooled_ramp, windows,
};
