//! The chapter's figures.

mod pooling_invariance;
mod pooling_windows;

pub use pooling_invariance::pooling_invariance;
pub use pooling_windows::pooling_windows;
