//! What the book shows of the chapter.

pub mod figures;
#[cfg(feature = "train")]
mod transcripts;
pub mod worked;

use show::{Example, Figure, Interactive};

/// What a page can ask of the chapter.
pub fn interactive() -> Interactive {
    Interactive {
        package: env!("CARGO_PKG_NAME"),
        examples: vec![
            Example::new(worked::look_alike),
            Example::new(worked::pixel),
            Example::new(worked::surprise),
        ],
        figures: vec![
            Figure::new("look-alike", figures::look_alike),
            Figure::new("pixel", figures::pixel),
        ],
    }
}

/// All that the chapter shows.
#[cfg(feature = "train")]
pub fn chapter() -> show::Chapter {
    use show::{Chapter, Still, Transcript};
    Chapter {
        transcripts: vec![
            Transcript::new("hopeless", transcripts::hopeless),
            Transcript::new("wrong-files", transcripts::wrong_files),
        ],
        numbers: vec![
            Still::new("accuracy", worked::accuracy),
            Still::new("by-heart", worked::by_heart),
            Still::new("moves", worked::moves),
            Still::new("batches", worked::batches),
            Still::new("behind", worked::behind),
            Still::new("evidence", worked::evidence),
            Still::new("ignorant", worked::ignorant),
            Still::new("kept", worked::kept),
            Still::new("layers", worked::layers),
            Still::new("lead", worked::lead),
            Still::new("lengths", worked::lengths),
            Still::new("look-alikes", worked::look_alikes),
            Still::new("mnist", worked::whole),
            Still::new("mnist-tail", worked::tail),
            Still::new("mnist-test", worked::test),
            Still::new("mnist-train", worked::train),
            Still::new("no-digits", worked::no_digits),
            Still::new("reading", worked::reading),
            Still::new("momentum", worked::momentum),
            Still::new("starts", worked::starts),
            Still::new("valley", worked::valley),
        ],
        figures: vec![
            Still::new("behind", figures::behind),
            Still::new("by-heart", figures::by_heart),
            Still::new("confusion", figures::confusion),
            Still::new("handwriting", figures::handwriting),
            Still::new("kernels", figures::kernels),
            Still::new("mistakes", figures::mistakes),
            Still::new("moved", figures::moved),
            Still::new("no-digit", figures::no_digit),
            Still::new("digit-maps", figures::digit_maps),
            Still::new("network", figures::layers),
            Still::new("not-by-heart", figures::not_by_heart),
            Still::new("reading-a-digit", figures::reading),
            Still::new("ten-digits", figures::ten),
            Still::new("valley", figures::valley),
        ],
        ..Chapter::of(interactive())
    }
}
