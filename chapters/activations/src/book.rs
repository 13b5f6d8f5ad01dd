//! What the book shows of the chapter.

pub mod figures;
mod transcripts;
pub mod worked;

use show::{Chapter, Example, Figure, Interactive, Transcript};

/// What a page can ask of the chapter.
pub fn interactive() -> Interactive {
    Interactive {
        package: env!("CARGO_PKG_NAME"),
        examples: vec![
            Example::new(worked::sides),
            Example::new(worked::at_output),
            Example::new(worked::twins),
            Example::new(worked::bend),
            Example::new(worked::two_layers),
            Example::new(worked::fold),
            Example::new(worked::chain_derivatives),
            Example::new(worked::quarter),
            Example::new(worked::shares),
        ],
        figures: vec![
            Figure::new("activations", figures::activations),
            Figure::new("gelu-twins", figures::gelu_twins),
            Figure::new("fold", figures::fold),
            Figure::new(
                "derivative-against-depth",
                figures::derivative_against_depth,
            ),
            Figure::new("softmax-temperature", figures::softmax_temperature),
        ],
    }
}

/// All that the chapter shows.
pub fn chapter() -> Chapter {
    let overflow = Transcript::new("softmax-overflow", transcripts::softmax_overflow);
    Chapter {
        transcripts: vec![overflow],
        ..Chapter::of(interactive())
    }
}
