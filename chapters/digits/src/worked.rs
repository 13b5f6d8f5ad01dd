//! The chapter's worked examples.

mod pixel;

pub use pixel::{Pixel, pixel};
