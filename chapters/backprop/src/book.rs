//! What the book shows of the chapter.

pub mod figures;
mod transcripts;
pub mod worked;

use show::{Chapter, Interactive, Still};

/// What a page can ask of the chapter.
pub fn interactive() -> Interactive {
    Interactive {
        package: env!("CARGO_PKG_NAME"),
        examples: worked::examples(),
        figures: figures::figures(),
    }
}

/// What the page about convolution and pooling can ask: a program of its own.
pub fn windows() -> Interactive {
    Interactive {
        package: env!("CARGO_PKG_NAME"),
        examples: worked::of_windows(),
        figures: figures::of_windows(),
    }
}

/// All that the chapter shows.
pub fn chapter() -> Chapter {
    Chapter {
        apart: vec![("backprop-windows", windows())],
        transcripts: transcripts::transcripts(),
        numbers: vec![Still::new("xor-scales", worked::xor_scales)],
        figures: vec![
            Still::new("credit", figures::credit),
            Still::new("xor-scales", figures::scales),
        ],
        source_numbers: worked::source_numbers(),
        ..Chapter::of(interactive())
    }
}
