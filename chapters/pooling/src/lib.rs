//! Max and average pooling, and what they are invariant to.
//!
//! - [`max_pool`]: the largest value of each [`Window`], and where it was.
//! - [`average_pool`]: the average of each window.
//! - [`every`]: no pooling, only fewer pixels; the control for what the two above claim.
//! - [`Motion`], [`moved`]: an image shifted, turned and grown by bilinear resampling.
//! - [`change`], [`measured`]: how far a pooled map changes when its image moves, for one image and
//!   over several digits.
//!
//! Feature maps have shape channels×rows×columns, row 0 at the top; each channel is pooled for
//! itself. NaN in a window makes its answer NaN; infinities follow IEEE 754.
#![forbid(unsafe_code)]

// Lets a module's listing, which names this crate, compile inside the crate too.
extern crate self as pooling;

mod average;
mod change;
mod error;
pub mod figures;
mod max;
mod measure;
mod motion;
mod subsample;
mod transcripts;
mod window;
pub mod worked;

pub use average::average_pool;
pub use change::{Summary, change, summary};
pub use error::Error;
pub use max::{MaxPooled, max_pool};
pub use measure::{
    Measured, Pair, apart, growth, mean_change, measured, pairs, shifts, turns,
};
pub use motion::{Motion, moved};
pub use subsample::every;
pub use window::Window;

use plate::{Chapter, Example, Figure, Paper, Printed, Transcript};

/// What a page can ask of the chapter.
pub fn chapter() -> Chapter {
    Chapter {
        package: env!("CARGO_PKG_NAME"),
        examples: vec![
            Example::new(worked::one_window),
            Example::new(worked::pooled_ramp),
            Example::new(worked::windows),
            Example::new(worked::after_pooling),
            Example::new(worked::invariance),
        ],
        figures: vec![
            Figure::new("pooling-windows", figures::pooling_windows),
            Figure::new("pooling-invariance", figures::pooling_invariance),
        ],
    }
}

/// All that the chapter shows.
pub fn paper() -> Paper {
    Paper {
        transcripts: vec![
            Transcript::new("ties-and-nan", transcripts::ties_and_nan),
            Transcript::new("still-or-gone", transcripts::still_or_gone),
        ],
        printed: vec![Printed::new(
            "pooled-ramp",
            "001",
            "2×2 max pooling, stride 2, of 1 … 16",
            "[[ 6. 8.] [14. 16.]]",
            &["max1", "max2", "max3", "max4"],
        )],
        ..Paper::of(chapter())
    }
}
