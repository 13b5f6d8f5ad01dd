//! The digits are those that the README describes, and files of any kind are read with care.

mod file;
#[cfg(feature = "mnist")]
mod mnist;
mod properties;
