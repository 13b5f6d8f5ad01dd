//! The chapter's figures.

#[cfg(feature = "train")]
mod handwriting;
mod look_alike;
mod pixel;

#[cfg(feature = "train")]
pub use handwriting::handwriting;
pub use look_alike::look_alike;
pub use pixel::pixel;
