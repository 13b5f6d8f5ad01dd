//! The chapter's worked examples.

mod look_alike;
#[cfg(feature = "train")]
mod parts;
mod pixel;

pub use look_alike::{LookAlike, like, look_alike, look_alikes};
#[cfg(feature = "train")]
pub use parts::{parts, tail, test, train, whole};
pub use pixel::{Pixel, pixel};
