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
            Example::new(worked::neuron),
            Example::new(worked::two_inputs),
            Example::new(worked::sigmoid_at),
            Example::new(worked::overflow),
            Example::new(worked::saturation),
            Example::new(worked::learning_and),
        ],
        figures: vec![
            Figure::new("neuron-diagram", figures::diagram),
            Figure::new("sigmoid-tangent", figures::tangent),
            Figure::new("neuron-plane", figures::plane),
        ],
    }
}

/// All that the chapter shows.
pub fn chapter() -> Chapter {
    Chapter {
        transcripts: vec![
            Transcript::new("first-minute", transcripts::first_minute),
            Transcript::new("overflow", transcripts::overflow),
            Transcript::new("learning-and", transcripts::learning_and),
        ],
        source_numbers: vec![SourceNumber::new(
            "neuron",
            "001",
            "neuron output",
            None,
            &["y"],
        )],
        ..Chapter::of(interactive())
    }
}
