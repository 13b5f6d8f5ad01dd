//! The handwritten digits that the book shows.
#![forbid(unsafe_code)]
