//! What holds for the figures of the book.

mod errors;
mod look;
mod properties;
mod sound;
mod theme;
