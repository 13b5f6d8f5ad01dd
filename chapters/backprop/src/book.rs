//! What the book shows of the chapter.

pub mod figures;
mod transcripts;
pub mod worked;

/// What a page can ask of the chapter.
pub fn interactive() -> show::Interactive {
    show::Interactive {
        package: env!("CARGO_PKG_NAME"),
        examples: worked::examples(),
        figures: figures::figures(),
    }
}

/// All that the chapter shows.
pub fn chapter() -> show::Chapter {
    show::Chapter {
        transcripts: transcripts::transcripts(),
        source_numbers: worked::source_numbers(),
        ..show::Chapter::of(interactive())
    }
}
