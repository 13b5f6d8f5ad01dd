//! Squared error, gradients and the update of a neuron's weights.
#![forbid(unsafe_code)]

/// All that the chapter shows.
pub fn chapter() -> plate::Chapter {
    plate::Chapter {
        package: env!("CARGO_PKG_NAME"),
        examples: Vec::new(),
        figures: Vec::new(),
        transcripts: Vec::new(),
    }
}
