//! The chapter's figures.

mod direction;
mod generalisation;
mod rates;
mod saddle;
mod surface;
mod valleys;

pub use direction::direction;
pub use generalisation::generalisation;
pub use rates::rates;
pub use saddle::saddle;
pub use surface::surface;
pub use valleys::two_valleys;
