//! One image by itself: there is no batch for the lanes, so that they hold pixels, or filters.
//!
//! Each number is still the same chain of multiply-adds as in a batch, and has the same bits.

mod dense;
mod filters;
mod halve;
mod pixels;

pub use dense::Dense;
pub use filters::Filters;
pub use halve::Halve;
pub use pixels::Pixels;
