//! The chapter's worked examples.

mod after;
mod invariance;
mod windows;

pub use after::{AfterPooling, after_pooling};
pub use invariance::{Invariance, compared, invariance};
pub use windows::{Four, PooledRamp, Windows, notebook_image, one_window, pooled_ramp, windows};
