//! The chapter's figures.

mod generalisation;
mod rates;
mod surface;

pub use generalisation::generalisation;
pub use rates::rates;
pub use surface::surface;
