//! The chapter's figures.

#[cfg(feature = "train")]
mod handwriting;
mod look_alike;
mod loss_curve;
mod pixel;

#[cfg(feature = "train")]
pub use handwriting::handwriting;
pub use look_alike::look_alike;
pub use loss_curve::loss_curve;
pub use pixel::pixel;
