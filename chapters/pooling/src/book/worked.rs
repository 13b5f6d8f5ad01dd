//! The chapter's worked examples.

mod after;
mod at_rest;
mod invariance;
mod windows;

pub use after::{AfterPooling, after_pooling};
pub use at_rest::{AtRest, Moved};
pub use invariance::{Invariance, compared, invariance};
pub use windows::{
    Four, PooledRamp, Windows, notebook_image, one_window, pooled_ramp, windows,
};
