//! What the book shows of the chapter.

mod axes;
pub mod cases;
pub mod figures;
pub mod results;
pub mod study;
mod transcripts;
pub mod worked;

pub use axes::{Axis, Shape};

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
