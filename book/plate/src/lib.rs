//! What a chapter shows, and how it is drawn.
//!
//! - [`show`]: worked examples (named inputs, named outputs), figures and transcripts as plain data:
//!   the one list that a chapter hands to whoever prints it.
//! - [`files`]: the figures as files.
//! - [`number`]: how a number is written.
#![forbid(unsafe_code)]

pub mod files;
pub mod number;
pub mod show;

pub use show::{Chapter, Example, Figure, Input, Inputs, Outputs, Printed, Refusal, Transcript};
