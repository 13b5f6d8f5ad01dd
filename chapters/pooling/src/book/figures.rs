//! The chapter's figures.

mod digit_pooled;
mod pooling_invariance;
mod pooling_windows;

pub use digit_pooled::digit_pooled;
pub use pooling_invariance::pooling_invariance;
pub use pooling_windows::pooling_windows;
