//! x
#![forbid(unsafe_code)]
#![allow(missing_docs, clippy::needless_range_loop)]
mod number;
pub mod network;
pub mod isa;
pub mod kernels;
pub mod memory;
pub use number::{Number, Real};
