//! The chapter's figures.

#[cfg(feature = "train")]
mod behind;
#[cfg(feature = "train")]
mod by_heart;
#[cfg(feature = "train")]
mod confusion;
#[cfg(feature = "train")]
mod digit_maps;
#[cfg(feature = "train")]
mod handwriting;
#[cfg(feature = "train")]
mod ink;
#[cfg(feature = "train")]
mod kernels;
#[cfg(feature = "train")]
mod layers;
mod look_alike;
mod loss_curve;
#[cfg(feature = "train")]
mod mistakes;
#[cfg(feature = "train")]
mod moved;
#[cfg(feature = "train")]
mod no_digit;
mod pixel;
#[cfg(feature = "train")]
mod reading;
#[cfg(feature = "train")]
mod ten;
#[cfg(feature = "train")]
mod valley;

#[cfg(feature = "train")]
pub use behind::behind;
#[cfg(feature = "train")]
pub use by_heart::{by_heart, not_by_heart};
#[cfg(feature = "train")]
pub use confusion::confusion;
#[cfg(feature = "train")]
pub use digit_maps::digit_maps;
#[cfg(feature = "train")]
pub use handwriting::handwriting;
#[cfg(feature = "train")]
pub use kernels::kernels;
#[cfg(feature = "train")]
pub use layers::layers;
pub use look_alike::look_alike;
pub use loss_curve::loss_curve;
#[cfg(feature = "train")]
pub use mistakes::mistakes;
#[cfg(feature = "train")]
pub use moved::moved;
#[cfg(feature = "train")]
pub use no_digit::no_digit;
pub use pixel::pixel;
#[cfg(feature = "train")]
pub use reading::reading;
#[cfg(feature = "train")]
pub use ten::ten;
#[cfg(feature = "train")]
pub use valley::valley;
