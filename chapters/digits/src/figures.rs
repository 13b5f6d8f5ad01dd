//! The chapter's figures.

mod pixel;

pub use pixel::pixel;
