//! What the book shows of the chapter.

pub mod figures;
mod transcripts;
pub mod worked;

use show::{Chapter, Example, Figure, Interactive, SourceNumber, Still, Transcript};

/// What a page can ask of the chapter.
pub fn interactive() -> Interactive {
    Interactive {
        package: env!("CARGO_PKG_NAME"),
        examples: vec![
            Example::new(worked::puzzle),
            Example::new(worked::patch),
            Example::new(worked::neuron),
            Example::new(worked::two_inputs),
            Example::new(worked::sigmoid_at),
            Example::new(worked::small_network),
            Example::new(worked::nudge),
            Example::new(worked::growth),
            Example::new(worked::overflow),
            Example::new(worked::saturation),
            Example::new(worked::learning_and),
        ],
        figures: vec![
            Figure::new("puzzle", figures::puzzle),
            Figure::new("patch-neuron", figures::patch),
            Figure::new("neuron-diagram", figures::diagram),
            Figure::new("sigmoid-curve", figures::curve),
            Figure::new("small-network", figures::network),
            Figure::new("nudge", figures::nudged),
            Figure::new("sigmoid-tangent", figures::tangent),
            Figure::new("neuron-plane", figures::plane),
            Figure::new("learning-and", figures::learning),
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
        figures: vec![Still::new("patches", figures::patches)],
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
