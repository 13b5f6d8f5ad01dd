//! The network of the chapter Digits, from the textbook's loops to what the processor can do.
#![forbid(unsafe_code)]
// A kernel's loops count: which lane, which row of a tile. An iterator would hide what is unrolled.
#![allow(clippy::needless_range_loop)]

pub mod cases;
pub mod cliffs;
pub mod count;
mod error;
pub mod isa;
pub mod kernels;
pub mod ladder;
mod loss;
pub mod machine;
pub mod memory;
pub mod network;
mod number;
pub mod study;
pub mod textbook;
pub mod train;

pub use error::Error;
pub use isa::Isa;
pub use loss::{Judged, judge};
pub use network::Network;
pub use number::{Number, Real};

/// How many samples are added up by halves before their sum joins the others: the lanes of the widest
/// register.
pub const GROUP: usize = 16;
