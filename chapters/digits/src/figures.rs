//! The chapter's figures.

#[cfg(feature = "train")]
mod behind;
#[cfg(feature = "train")]
mod handwriting;
#[cfg(feature = "train")]
mod layers;
mod look_alike;
mod loss_curve;
mod pixel;
#[cfg(feature = "train")]
mod valley;

#[cfg(feature = "train")]
pub use behind::behind;
#[cfg(feature = "train")]
pub use handwriting::handwriting;
#[cfg(feature = "train")]
pub use layers::layers;
pub use look_alike::look_alike;
pub use loss_curve::loss_curve;
pub use pixel::pixel;
#[cfg(feature = "train")]
pub use valley::valley;
