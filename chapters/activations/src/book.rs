//! What the book shows of the chapter.

mod descent;
pub mod figures;
mod transcripts;
pub mod worked;

use show::{Chapter, Example, Figure, Interactive, Still, Transcript};

/// What a page can ask of the chapter.
pub fn interactive() -> Interactive {
    Interactive {
        package: env!("CARGO_PKG_NAME"),
        examples: vec![
            Example::new(worked::sides),
            Example::new(worked::stretched),
            Example::new(worked::at_output),
            Example::new(worked::twins),
            Example::new(worked::bend),
            Example::new(worked::two_layers),
            Example::new(worked::fold),
            Example::new(worked::chain_derivatives),
            Example::new(worked::quarter),
            Example::new(worked::large_weight),
            Example::new(worked::shares),
            Example::new(worked::heights),
            Example::new(worked::follow),
            Example::named("follow-root", worked::root),
            Example::new(worked::beyond),
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
            Figure::new("bend", figures::bend),
            Figure::new("two-layers", figures::two_layers),
            Figure::new("heights", figures::heights),
            Figure::new("follow", figures::follow),
            Figure::new("error-against-relus", figures::error_against_relus),
            Figure::new("beyond", figures::beyond),
        ],
    }
}

/// All that the chapter shows.
pub fn chapter() -> Chapter {
    let overflow = Transcript::new("softmax-overflow", transcripts::softmax_overflow);
    Chapter {
        transcripts: vec![overflow],
        numbers: vec![Still::new("descent", descent::descent)],
        figures: vec![Still::new("descent", descent::drawn)],
        ..Chapter::of(interactive())
    }
}
