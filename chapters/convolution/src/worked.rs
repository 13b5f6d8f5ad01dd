//! The chapter's worked examples.

/// All that the chapter shows.
pub fn chapter() -> plate::Chapter {
    plate::Chapter {
        package: env!("CARGO_PKG_NAME"),
        examples: Vec::new(),
        figures: Vec::new(),
        transcripts: Vec::new(),
    }
}
