//! What the book shows of the chapter.

pub mod figures;
#[cfg(doctest)]
mod listings;
pub mod worked;

use show::{Chapter, Example, Figure, Interactive, SourceNumber, Still};

/// What a page can ask of the chapter.
pub fn interactive() -> Interactive {
    Interactive {
        package: env!("CARGO_PKG_NAME"),
        examples: vec![
            Example::named("one-knob", worked::one_knob),
            Example::new(worked::update),
            Example::new(worked::direction),
            Example::named("cell-twice", worked::cell_twice),
            Example::new(worked::three_rates),
            Example::new(worked::leap),
            Example::new(worked::loss_surface),
            Example::new(worked::two_valleys),
            Example::new(worked::saddle),
            Example::new(worked::beside),
            Example::new(worked::steady),
            Example::new(worked::generalise),
            Example::new(worked::fresh_weights),
        ],
        figures: vec![
            Figure::new("direction", figures::direction),
            Figure::new("three-rates", figures::rates),
            Figure::new("loss-surface", figures::surface),
            Figure::new("two-valleys", figures::two_valleys),
            Figure::new("saddle", figures::saddle),
            Figure::new("generalisation", figures::generalisation),
        ],
    }
}

/// All that the chapter shows.
pub fn chapter() -> Chapter {
    let (weights, bias) = ("updated weights", "updated bias");
    let digits = "[0.39513082 0.19707849 0.59902616]";
    let outputs = &["new_w1", "new_w2", "new_w3"];
    Chapter {
        numbers: vec![Still::new("valley-points", worked::valley_points)],
        source_numbers: vec![
            SourceNumber::new("update", "001", weights, digits, outputs),
            SourceNumber::new("update", "001", bias, "0.09026164910025532", &["new_b"]),
        ],
        ..Chapter::of(interactive())
    }
}
