//! The chapter's worked examples.

#[cfg(feature = "train")]
mod datasets;
#[cfg(feature = "train")]
mod evidence;
#[cfg(feature = "train")]
mod layers;
#[cfg(feature = "train")]
mod learning;
mod look_alike;
#[cfg(feature = "train")]
mod losses;
mod pixel;
#[cfg(feature = "train")]
mod reading;
#[cfg(feature = "train")]
mod studies;
mod surprise;
#[cfg(feature = "train")]
pub(crate) mod valley;

#[cfg(feature = "train")]
pub use datasets::{tail, test, train, whole};
#[cfg(feature = "train")]
pub use evidence::evidence;
#[cfg(feature = "train")]
pub(crate) use evidence::{Evidence, Weighed, gathered};
#[cfg(feature = "train")]
pub(crate) use layers::blank;
#[cfg(feature = "train")]
pub use layers::{kept, layers};
#[cfg(feature = "train")]
pub use learning::{batches, momentum, starts};
pub use look_alike::{LookAlike, like, look_alike, look_alikes};
#[cfg(feature = "train")]
pub(crate) use losses::Behind;
#[cfg(feature = "train")]
pub use losses::{behind, ignorant};
pub use pixel::{Pixel, pixel};
#[cfg(feature = "train")]
pub use reading::{lead, lengths, no_digits, reading};
#[cfg(feature = "train")]
pub use studies::{accuracy, by_heart, moves};
pub use surprise::{Surprise, surprise};
#[cfg(feature = "train")]
pub use valley::valley;
