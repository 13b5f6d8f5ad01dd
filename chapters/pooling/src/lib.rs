//! Max and average pooling, and what they are invariant to.
//!
//! - [`max_pool`]: the largest value of each [`Window`], and where it was.
//! - [`average_pool`]: the average of each window.
//! - [`every`]: no pooling, only fewer pixels; the control for what the two above claim.
//! - [`Motion`], [`moved`]: an image shifted, turned and grown by bilinear resampling.
//! - [`change`], [`measured`]: how far a pooled map changes when its image moves, for one image and
//!   over several digits.
//!
//! Feature maps have shape channels×rows×columns, row 0 at the top; each channel is pooled for
//! itself. NaN in a window makes its answer NaN; infinities follow IEEE 754.
#![forbid(unsafe_code)]

// Lets a module's listing, which names this crate, compile inside the crate too.
extern crate self as pooling;

mod average;
#[cfg(feature = "book")]
pub mod book;
mod change;
mod error;
mod max;
mod measure;
mod motion;
mod subsample;
mod window;

pub use average::average_pool;
pub use change::{Summary, change, summary};
pub use error::Error;
pub use max::{MaxPooled, max_pool};
pub use measure::{
    Measured, Pair, apart, growth, mean_change, measured, pairs, shifts, turns,
};
pub use motion::{Motion, moved};
pub use subsample::every;
pub use window::Window;
