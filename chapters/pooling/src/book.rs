//! What the book shows of the chapter.

pub mod figures;
mod transcripts;
pub mod worked;

use show::{Chapter, Example, Figure, Interactive, SourceNumber, Transcript};

/// What a page can ask of the chapter.
pub fn interactive() -> Interactive {
    Interactive {
        package: env!("CARGO_PKG_NAME"),
        examples: vec![
            Example::new(worked::one_window),
            Example::new(worked::pooled_ramp),
            Example::new(worked::windows),
            Example::new(worked::digit_pooled),
            Example::new(worked::after_pooling),
            Example::new(worked::invariance),
        ],
        figures: vec![
            Figure::new("pooling-windows", figures::pooling_windows),
            Figure::new("digit-pooled", figures::digit_pooled),
            Figure::new("pooling-invariance", figures::pooling_invariance),
        ],
    }
}

/// All that the chapter shows.
pub fn chapter() -> Chapter {
    Chapter {
        transcripts: vec![
            Transcript::new("ties-and-nan", transcripts::ties_and_nan),
            Transcript::new("still-or-gone", transcripts::still_or_gone),
        ],
        source_numbers: vec![SourceNumber::new(
            "pooled-ramp",
            "001",
            "2×2 max pooling, stride 2, of 1 … 16",
            "[[ 6. 8.] [14. 16.]]",
            &["max1", "max2", "max3", "max4"],
        )],
        ..Chapter::of(interactive())
    }
}
