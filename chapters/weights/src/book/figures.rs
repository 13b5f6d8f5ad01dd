//! The chapter's figures.

mod generalisation;
mod nudged;
mod rates;
mod surface;

pub use generalisation::generalisation;
pub use nudged::nudged;
pub use rates::rates;
pub use surface::surface;
