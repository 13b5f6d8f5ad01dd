//! The network of the chapter Digits, from the textbook's loops to what the processor can do.
#![forbid(unsafe_code)]
// A kernel's loops count: which lane, which row of a tile. An iterator would hide what is unrolled.
#![allow(clippy::needless_range_loop)]

pub mod cases;
pub mod cliffs;
pub mod count;
pub mod direct;
mod error;
pub mod figures;
pub mod isa;
pub mod kernels;
pub mod ladder;
mod loss;
pub mod machine;
pub mod measured;
pub mod memory;
pub mod network;
mod number;
pub mod peers;
pub mod study;
pub mod textbook;
pub mod train;
mod transcripts;
pub mod worked;

pub use error::Error;
pub use isa::Isa;
pub use loss::{Judged, judge};
pub use network::Network;
pub use number::{Number, Real};

/// How many samples are added up by halves before their sum joins the others: the lanes of the widest
/// register.
pub const GROUP: usize = 16;

use show::{Chapter, Interactive, Still, Transcript};

/// What a page can ask of the chapter: nothing. What it shows depends on the machine that has measured it.
pub fn interactive() -> Interactive {
    Interactive {
        package: env!("CARGO_PKG_NAME"),
        examples: Vec::new(),
        figures: Vec::new(),
    }
}

/// All that the chapter shows.
pub fn chapter() -> Chapter {
    Chapter {
        transcripts: vec![
            Transcript::new("same-bits", transcripts::same_bits),
            Transcript::new("hash-before", transcripts::hash_before),
            Transcript::new("hash-fast", transcripts::hash_fast),
            Transcript::new("peers", transcripts::peers),
        ],
        numbers: vec![
            Still::new("fused", worked::fused),
            Still::new("fast-accuracy", worked::accuracy),
            Still::new("fast-work", worked::work),
            Still::new("fast-memory", worked::memory),
            Still::new("fast-axes", worked::axes),
            Still::new("fast-limits", worked::limits),
            Still::new("fast-peers", worked::peers),
            Still::new("fast-tiles", worked::tiles),
        ],
        figures: vec![
            Still::new("cliffs", figures::cliffs),
            Still::new("cost-batch", figures::batch),
            Still::new("cost-image", figures::image),
            Still::new("cost-kernel-side", figures::kernel),
            Still::new("cost-stride", figures::stride),
            Still::new("ladder", figures::ladder),
            Still::new("roofline", figures::roofline),
            Still::new("steps", figures::steps),
            Still::new("work", figures::work),
        ],
        drawn: vec!["axis-"],
        ..Chapter::of(interactive())
    }
}
