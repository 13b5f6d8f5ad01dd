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
            Example::new(worked::from_dense),
            Example::new(worked::window),
            Example::new(worked::sliding),
            Example::new(worked::ramp),
            Example::new(worked::sequences),
            Example::new(worked::feature_maps),
            Example::new(worked::learn),
            Example::new(worked::moving),
            Example::new(worked::overlap),
            Example::new(worked::sizes),
            Example::new(worked::stride_padding),
            Example::new(worked::border),
            Example::new(worked::depth),
            Example::new(worked::volume),
            Example::new(worked::one_by_one),
            Example::new(worked::parameters),
            Example::new(worked::dilation),
            Example::new(worked::groups),
            Example::new(worked::reach),
        ],
        figures: vec![
            Figure::new("from-dense", figures::from_dense),
            Figure::new("kernel-sliding", figures::kernel_sliding),
            Figure::new("flip", figures::flip),
            Figure::new("ramp", figures::ramp),
            Figure::new("feature-maps", figures::feature_maps),
            Figure::new("learning-a-kernel", figures::learning),
            Figure::new("moving-map", figures::moving_map),
            Figure::new("stride-padding", figures::stride_padding),
            Figure::new("padding", figures::padding),
            Figure::new("depth", figures::volume),
            Figure::new("dilation", figures::dilated),
            Figure::new("groups", figures::groups),
            Figure::new("receptive-field", figures::receptive),
        ],
    }
}

/// All that the chapter shows.
pub fn chapter() -> Chapter {
    Chapter {
        transcripts: vec![
            Transcript::new("cross-or-true", transcripts::cross_or_true),
            Transcript::new("unread", transcripts::unread),
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
