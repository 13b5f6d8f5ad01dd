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
            Example::new(worked::sliding),
            Example::new(worked::ramp),
            Example::new(worked::sequences),
            Example::new(worked::stride_padding),
            Example::new(worked::sizes),
            Example::new(worked::border),
            Example::new(worked::feature_maps),
            Example::new(worked::depth),
            Example::new(worked::parameters),
            Example::new(worked::moving),
            Example::new(worked::reach),
        ],
        figures: vec![
            Figure::new("kernel-sliding", figures::kernel_sliding),
            Figure::new("feature-maps", figures::feature_maps),
            Figure::new("stride-padding", figures::stride_padding),
        ],
    }
}

/// All that the chapter shows.
pub fn chapter() -> Chapter {
    Chapter {
        transcripts: vec![
            Transcript::new("cross-or-true", transcripts::cross_or_true),
            Transcript::new("ramp-or-edge", transcripts::ramp_or_edge),
            Transcript::new("unread", transcripts::unread),
            Transcript::new("moving", transcripts::moving),
        ],
        source_numbers: vec![SourceNumber::new(
            "sliding",
            "001",
            "convolution of 1 … 16 (4×4) with [[−1, −1], [1, 1]]",
            "[[8. 8. 8.] [8. 8. 8.] [8. 8. 8.]]",
            &[
                "map1", "map2", "map3", "map4", "map5", "map6", "map7", "map8", "map9",
            ],
        )],
        ..Chapter::of(interactive())
    }
}
